import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { needles } from '../../src/archive/mention.ts';
import { foldSpace, paragraphId } from '../../src/archive/paragraph.ts';
import { readProse } from '../../src/loaders/prose.ts';

const looked = needles([
  { kind: 'people', id: 'ada-varga', spelling: 'Ada Varga' },
  { kind: 'places', id: 'port-ansel', spelling: 'Port Ansel' },
  { kind: 'people', id: 'stone', spelling: 'Stone' },
  { kind: 'places', id: 'stone-isle', spelling: 'Stone' },
]);
const figures = [
  { id: 'missing', asStated: 'twelve people' },
  { id: 'found', asStated: 'ten\nof them' },
];
const read = (body: string) =>
  readProse('ferry.mdx', body, 0, { needles: looked, figures, base: '/' });

/** The HTML of a body without what the archive puts behind each block, and the ids. */
const htmlOf = async (body: string) =>
  (await read(body)).html
    ?.replace(/<a href="#[^>]*class="(?:permalink|to-figure)"[^>]*><\/a>/g, '')
    .replace(/ id="p-[a-z2-7]{8}(?:-\d+)?"/g, '');

const ADA = '<a href="/people/ada-varga/" class="name">';

// biome-ignore format: a table, a case a row
const LINKED: [what: string, body: string, html: string][] = [
  ['a name', 'Here Ada Varga left.', `<p>Here ${ADA}Ada Varga</a> left.</p>`],
  ['a name with a possessive ending', 'Ada Varga’s boat', `<p>${ADA}Ada Varga</a>’s boat</p>`],
  ['a name in emphasis', 'So *Ada Varga* left', `<p>So <em>${ADA}Ada Varga</a></em> left</p>`],
  ['each part of a name that markup parts', 'Ada *Varga* left', `<p>${ADA}Ada </a><em>${ADA}Varga</a></em> left</p>`],
  ['a name in a heading', '## Ada Varga', `<h2>${ADA}Ada Varga</a></h2>`],
  ['no name in a link', '[Ada Varga](https://holms.example/)', '<p><a href="https://holms.example/">Ada Varga</a></p>'],
  ['no name in code', 'Run `Ada Varga`.', '<p>Run <code>Ada Varga</code>.</p>'],
  ['no name that two records share', 'Stone left.', '<p>Stone left.</p>'],
];

for (const [what, body, html] of LINKED)
  test(`links ${what}`, async () => assert.equal(await htmlOf(body), html));

test('a mention counts where no link can stand: in a link, in code, under a shared name', async () => {
  for (const body of ['[Ada Varga](https://holms.example/)', '`Ada Varga`', '```\nAda Varga\n```'])
    assert.deepEqual(
      (await read(body)).mentions.map(({ id }) => id),
      ['ada-varga'],
      body,
    );
  const shared = (await read('Stone left.')).mentions;
  assert.deepEqual(
    shared.map(({ kind, id }) => `${kind}/${id}`),
    ['people/stone', 'places/stone-isle'],
  );
});

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

test('the words of a figure are tied to the first paragraph that has them, and it links back', async () => {
  const body = 'In all twelve people left.\n\nOnly ten of\nthem, not twelve people, came.';
  const { stated, html = '' } = await read(body);
  const first = paragraphId('In all twelve people left.');
  const second = paragraphId('Only ten of them, not twelve people, came.');
  assert.deepEqual(stated, { missing: first, found: second });
  assert.match(
    html,
    new RegExp(`<p id="${first}">[^<]*<a href="#f-missing"[^>]*aria-label="Figure 1"`),
  );
  assert.match(
    html,
    new RegExp(`<p id="${second}">[^<]*<a href="#f-found"[^>]*aria-label="Figure 2"`),
  );
  assert.deepEqual((await read('Twelve people; ten. Of them.')).stated, {});
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
    fc.asyncProperty(words, fc.constantFrom(escaped, backslashed), async (text, escape) => {
      fc.pre(text !== '');
      // In front stands a letter: at the start of a line a number makes a list.
      const { paragraphs } = await read(`x ${escape(text)}`);
      assert.deepEqual(
        paragraphs.map((paragraph) => paragraph.text),
        [`x ${text}`],
      );
    }),
    { numRuns: 300 },
  );
});

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
