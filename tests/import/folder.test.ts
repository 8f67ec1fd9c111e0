import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { inputsOf, keepStream } from '../../src/import/input.ts';
import { itemsOf } from '../../src/import/item.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const PAGE =
  '<!doctype html><html><head><title>Lamp</title><meta name="date" content="2031-04-02"></head><body><article><p>The lamp of Quern was lit again on Monday, and the harbour was full.</p></article></body></html>';

async function foundIn(path: string) {
  const found: string[] = [];
  for (const input of inputsOf(path)) {
    assert.ok(!('fault' in input));
    for await (const { item } of itemsOf(input, undefined))
      found.push(
        'document' in item.reading
          ? (item.reading.document.title ?? '')
          : 'skipped' in item.reading
            ? item.reading.as
            : item.reading.fault,
      );
  }
  return found;
}

test('what lies beside articles in a folder is passed over, and is a fault where it is named', async (t) => {
  const folder = scratchFolder(t);
  write(folder, {
    'a/page.html': PAGE,
    'a/style.css': 'p { color: red }',
    'a/wave.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'b/Thumbs.db': 'a preview',
    'b/sitemap.xml':
      '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
  });
  assert.deepEqual(await foundIn(folder), ['Lamp', 'file', 'file', 'file', 'file']);
  assert.match(
    (await foundIn(`${folder}/a/wave.svg`)).join(),
    /a drawing \(SVG\); what is imported is articles/,
  );
});

test('a stream is kept until it was read', async () => {
  const { input, close } = await keepStream('standard input', Readable.from([PAGE]));
  assert.ok('path' in input);
  const read = async () => {
    const titles: string[] = [];
    for await (const { item } of itemsOf(input, undefined))
      titles.push('document' in item.reading ? (item.reading.document.title ?? '') : '');
    return titles;
  };
  assert.deepEqual([await read(), await read()], [['Lamp'], ['Lamp']]);
  close();
  for await (const { item } of itemsOf(input, undefined))
    assert.ok('fault' in item.reading, 'it is removed');
});
