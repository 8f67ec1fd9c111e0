import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readProse } from '../../../src/content/markdown/prose.ts';
import { foldSpace } from '../../../src/domain/article/paragraph.ts';
import { needles } from '../../../src/domain/authorities/mention.ts';

const looked = needles([{ kind: 'places', id: 'port-ansel', spelling: 'Port Ansel' }]);
const read = (body: string) => readProse(body, 0, { needles: looked, figures: [], base: '/' });

test('a mention is told by its paragraph and its place in the text of that', async () => {
  const body =
    'One.\n\n-  In  *Port\n   Ansel*  now\n\n```\n\n  to  Port Ansel\n```\n\n| a | Port Ansel |\n| - | - |';
  const { mentions, paragraphs } = await read(body);
  assert.equal(mentions.length, 3);
  for (const { paragraph, start, end } of mentions) {
    const text = paragraphs.find(({ id }) => id === paragraph)?.text;
    assert.equal(text?.slice(start, end), 'Port Ansel');
  }
});

const SPECIAL = '{}<>*_`[]()#+-.!~|\\&:/@$^="\'';

/** A text as an editor writes it so that nothing in it is markup. */
const escaped = (text: string) =>
  Array.from(text, (character) =>
    SPECIAL.includes(character) ? `&#${character.codePointAt(0)};` : character,
  ).join('');
const backslashed = (text: string) =>
  Array.from(text, (character) =>
    SPECIAL.includes(character) ? `\\${character}` : character,
  ).join('');

test('whatever is escaped is text, and the paragraph is the text', async () => {
  const character = fc.oneof(
    fc.constantFrom(...SPECIAL),
    fc.constantFrom(...'aZ é港😀م\n'),
    fc.constantFrom('import ', 'export ', 'https://', 'www.', '1. '),
  );
  const words = fc.array(character, { maxLength: 30 }).map((parts) => foldSpace(parts.join('')));
  await fc.assert(
    fc.asyncProperty(words, fc.constantFrom(escaped, backslashed), async (text, write) => {
      fc.pre(text !== '');
      // In front stands a letter: at the start of a line a number makes a list.
      const { paragraphs } = await read(`x ${write(text)}`);
      assert.deepEqual(
        paragraphs.map((paragraph) => paragraph.text),
        [`x ${text}`],
      );
    }),
    { numRuns: 300 },
  );
});

/** The HTML of a body without what the archive adds to it. */
const htmlOf = async (body: string) =>
  (await read(body)).html
    ?.replace(/<a href="#[^>]*class="permalink"[^>]*><\/a>/g, '')
    .replace(/ id="p-[a-z2-7]{8}(?:-\d+)?"/g, '');

test('the HTML of a paragraph shows its text, and nothing more', async () => {
  const character = fc.constantFrom(...'<>&"\'{} a');
  await fc.assert(
    fc.asyncProperty(fc.array(character, { minLength: 1 }), async (parts) => {
      const text = foldSpace(`x ${parts.join('')}`);
      const html = (await htmlOf(escaped(text))) ?? '';
      const shown = html
        .replace(/^<p>|<\/p>$/g, '')
        .replace(/&#x([0-9A-F]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      assert.equal(shown, text);
    }),
    { numRuns: 200 },
  );
});
