import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../../src/content/markdown/prose.ts';

const links = async (body: string) =>
  Array.from((await renderBody(body)).html.matchAll(/href="([^#"][^"]*)"/g), ([, href]) => href);

test('addresses of the web and of mail in a text are links, as GFM has it', async () => {
  assert.deepEqual(await links('See https://a.example/b, www.a.example and a@b.example.'), [
    'https://a.example/b',
    'http://www.a.example',
    'mailto:a@b.example',
  ]);
});

test('what only looks like an address is text', async () => {
  assert.deepEqual(
    await links('https://a.example>%W, https://a.example/b%0G and https://a.example%3E.'),
    [],
  );
});

test('a link that was written is left to be judged, also where its words end its address', async () => {
  assert.deepEqual(await links('See [x](vbscript:x).'), ['vbscript:x']);
});
