import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { isAddress } from '../../../src/content/markdown/address.ts';
import { readProse } from '../../../src/content/markdown/prose.ts';
import { foldSpace } from '../../../src/domain/article/paragraph.ts';
import { paragraphsOf } from '../../../src/import/formats/text.ts';
import { cleanTree } from '../../../src/import/markup/clean.ts';
import { writeBody } from '../../../src/import/writing/mdx.ts';
import { hostileText, paragraphsIn } from '../../support/hostile.ts';

const NOTHING_KNOWN = { needles: [], figures: [], base: '/' };

const documentOf = (text: string) => ({ body: paragraphsOf(text) });

test('any text reads on the page as it did in the input, and is nothing but text', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const { mdx } = await writeBody(documentOf(text).body);
      const prose = await readProse(mdx, 0, NOTHING_KNOWN);
      assert.deepEqual(
        prose.paragraphs.map((paragraph) => paragraph.text),
        paragraphsIn(text),
      );
      assert.ok(prose.html !== undefined, 'no component stands in it');
      // The build refuses any other.
      for (const { href } of prose.links) assert.ok(isAddress(href), href);
      // GFM makes links of addresses in a text; nothing else may become markup.
      const words = prose.html.replace(
        /<a (?:href="(?:https?:|mailto:)|href="#p-)[^>]*>|<\/a>|<p id="p-[a-z2-7]{8}(?:-\d+)?">|<\/p>/gu,
        '',
      );
      assert.doesNotMatch(words, /<(?!\/?(?:bdi)\b)[a-z!/]/iu);
    }),
    { numRuns: 10_000 },
  );
});

for (const text of [
  'import fs from "node:fs"',
  'export of wheat fell by a fifth',
  '{process.exit()}',
  '<Component client:load />',
  '<script>alert(1)</script>',
  '1987. A good year',
  '- not a list',
  '# not a heading',
  '---',
  '***Blah',
  '    indented',
  '&amp; &#x41; &nbsp;',
  '[a](javascript:alert(1)) ![b](c) [d]: e',
  '| a | b |\n|---|---|\n| c | d |',
  'a\u202eb\u2066c\u200bd\u{1F600}e',
  'https://gazette.example/a_b_c_d and a.b@c.example',
  'xmpp:a@b.example',
]) {
  test(`${JSON.stringify(text)} is text`, async () => {
    const { mdx } = await writeBody(documentOf(text).body);
    const prose = await readProse(mdx, 0, NOTHING_KNOWN);
    assert.deepEqual(
      prose.paragraphs.map((paragraph) => paragraph.text),
      [foldSpace(text)],
    );
  });
}

test('paragraphs stand an empty line apart, however lines end', async () => {
  for (const between of ['\n\n', '\r\n\r\n', '\r\r', '\r\n\r', '\n\r', '\r\n \n'])
    assert.equal(
      (await writeBody(documentOf(`The ferry left.${between}Nobody waved.`).body)).mdx,
      'The ferry left.\n\nNobody waved.\n',
      JSON.stringify(between),
    );
});

test('control characters are left out, and said to be', async () => {
  const { mdx, notes } = await writeBody(documentOf('The ferry\u0000 left\u0003.').body);
  assert.equal(mdx, 'The ferry left.\n');
  assert.deepEqual(notes, ['2 control characters left out']);
});

test('a picture is not written, nor a link around nothing else', async () => {
  const picture = { type: 'image' as const, url: 'https://holms.example/a.png', alt: 'A map' };
  const link = { type: 'link' as const, url: 'https://holms.example/', children: [picture] };
  const root: Root = {
    type: 'root',
    children: [
      { type: 'paragraph', children: [{ type: 'text', value: 'One' }, picture, link] },
      { type: 'paragraph', children: [structuredClone(link)] },
      { type: 'paragraph', children: [{ type: 'text', value: 'Two.' }] },
    ],
  };
  cleanTree(root, undefined, () => undefined);
  assert.equal((await writeBody(root)).mdx, 'One\n\nTwo.\n');
});
