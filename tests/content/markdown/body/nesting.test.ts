import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excessIn } from '../../../../src/content/markdown/body/extent.ts';
import { isDeep } from '../../../../src/content/markdown/body/nesting.ts';

const deepLine = (text: string) => excessIn(text)?.line;

const nest = (depth: number, line: (level: number) => string) =>
  Array.from({ length: depth }, (_, level) => line(level)).join('\n');

test('quotations and lists that lie too deep in each other are found at their line', () => {
  assert.equal(deepLine(`One\n\n${'> '.repeat(60)}two`), 2);
  assert.equal(deepLine(`${'>'.repeat(60)}two`), 0);
  assert.equal(deepLine(`One\n${'- '.repeat(60)}two`), 1);
  assert.equal(deepLine(`${'1. '.repeat(60)}two`), 0);
  assert.equal(deepLine(`${'> - '.repeat(30)}two`), 0);
  assert.equal(deepLine(nest(80, (level) => `${'  '.repeat(level)}- x`)), 50);
});

test('what a text may well hold is not too deep', () => {
  assert.equal(deepLine(`${'> '.repeat(40)}two`), undefined);
  assert.equal(deepLine(nest(40, (level) => `${'  '.repeat(level)}- x`)), undefined);
  assert.equal(deepLine(nest(900, () => '- one item of many')), undefined);
  assert.equal(deepLine(`${'- '.repeat(70)}-\n\n${'*'.repeat(80)}\n`), undefined);
  assert.equal(deepLine(`${'5 > 3 - '.repeat(60)}x`), undefined);
});

test('elements of finished HTML are counted as they open and close', () => {
  assert.ok(isDeep('<em>'.repeat(60) + '</em>'.repeat(60)));
  assert.ok(!isDeep('<em>a</em>'.repeat(600)));
  assert.ok(!isDeep(`${'<ul><li>'.repeat(30)}${'</li></ul>'.repeat(30)}`));
});

test('a text of any length is looked through in one go', () => {
  const started = performance.now();
  for (const line of [
    '> '.repeat(4e5),
    `${'- '.repeat(4e5)}x`,
    ' '.repeat(8e5),
    `${'-  '.repeat(2e5)}${' '.repeat(2e5)}x`,
  ])
    deepLine(`${line}\n${line}`);
  assert.ok(performance.now() - started < 4000);
});
