import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { toString as toText } from 'mdast-util-to-string';
import { bodyOfLines } from '../../../src/import/formats/wrapped-text.ts';
import { writeBody } from '../../../src/import/writing/mdx.ts';
import { hostileText } from '../../support/hostile.ts';

const mdxOf = async (text: string) => (await writeBody(bodyOfLines(text).body)).mdx.trimEnd();

const WRAPPED =
  'The keeper of the lamp at Älvik has rowed out every night for\nforty years, and says that he will not do so for a forty-first\nunless the harbour buys him a boat.';

describe('lines of a plain text', () => {
  test('that a width broke are a sentence', async () => {
    assert.equal(await mdxOf(WRAPPED), WRAPPED.replaceAll('\n', ' '));
  });

  test('that a narrow column broke are a sentence', async () => {
    const narrow =
      'The keeper of the lamp\nhas rowed out to it on\nevery night for forty\nyears, and will go no\nmore without a boat.';
    assert.equal(await mdxOf(narrow), narrow.replaceAll('\n', ' '));
  });

  test('that are verse stay lines, and are parted in the text of their paragraph', async () => {
    const verse = 'The lamp is lit\nfor all who sail\nand none who walk';
    const body = bodyOfLines(`${WRAPPED}\n\n${verse}`).body;
    const { mdx, paragraphs } = await writeBody(body);
    assert.ok(mdx.endsWith('The lamp is lit\\\nfor all who sail\\\nand none who walk\n'), mdx);
    assert.equal(paragraphs[1]?.replace(/\s+/gu, ' '), verse.replaceAll('\n', ' '));
  });

  test('two of them are no verse', async () => {
    assert.equal(await mdxOf('A lamp\nwas lit'), 'A lamp was lit');
  });

  test('a hyphen at the end of one stays without a space, and is told', () => {
    const { body, notes } = bodyOfLines('The keeper is a hard-\nworking man of few words.');
    assert.deepEqual(JSON.stringify(body).includes('a hard-working man'), true);
    assert.deepEqual(notes, [
      'one hyphen at the end of a line kept, which may be that of the line alone',
    ]);
  });

  test('a word that stands elsewhere whole is joined', () => {
    const { body, notes } = bodyOfLines('The har-\nbour is full.\n\nIt is a harbour.');
    assert.match(JSON.stringify(body), /The harbour is full/);
    assert.deepEqual(notes, []);
  });
});

test('of any text every sign is there in its order, but for spaces and hyphens', () => {
  const signsOf = (text: string) => text.replace(/[\s\u00ad\u2010-]/gu, '');
  fc.assert(
    fc.property(hostileText, (text) => {
      const { body } = bodyOfLines(text);
      assert.equal(signsOf(body.children.map((node) => toText(node)).join('')), signsOf(text));
    }),
    { numRuns: 3000 },
  );
});

test('a sign within a line that says where a word may be parted stays', () => {
  assert.match(
    JSON.stringify(bodyOfLines('The har\u00adbour\nis full.').body),
    /har\u00adbour is full/,
  );
});
