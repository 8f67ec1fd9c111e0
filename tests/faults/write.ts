// npm run docs: the examples are run as the tests run them, and the reference is written from what is told of each.
process.env['WRITE_DOCS'] = 'true';
await import('./examples.test.ts');

export {};
