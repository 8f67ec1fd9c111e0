import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mixedTree, plainTree } from '../../../src/content/markdown/plain-prose.ts';
import { readProse, renderBody } from '../../../src/content/markdown/prose.ts';

const NOTHING_KNOWN = { needles: [], figures: [], base: '/' };
const folded = (html = '') => html.replace(/\s+/gu, ' ').trim();

/** Pieces of which some make a body more than prose, at some places. */
const PIECES = [
  ...'abzÀéßж田ا0123 .,;:?!\'"()%$/“”’—…+-\n',
  ...[
    '\n\n',
    '\n\n\n',
    '\n1. ',
    '\n2) ',
    '\n- ',
    '\n+ ',
    '\n--',
    ': ',
    ':-',
    '\n:',
    ' - ',
    ' + ',
    '-\n',
    ':\n',
  ],
  ...[
    'import ',
    'export ',
    '\nimport',
    'www.',
    'http://x.y',
    'a@b.c',
    '=\n',
    '  \n',
    '\n  ',
    '#',
    '*',
    '_',
    '|',
    '&amp;',
  ],
  ...['[', ']', '<', '>', '{', '}', '`', '~', '\\', '^', '\u00a0', '\u200d', 'e\u0301', '½', '²'],
];

/** Paragraphs, with all that Markdown puts between them. */
const BLOCKS = [
  ...['One.', 'Two\nlines.', 'Three: \\*four\\*.', '5 \\- 6', 'Seven'],
  ...[
    'A *word*.',
    'A [link](https://example.org/).',
    '**Two\nlines**',
    'See www.example.org',
    '`x`',
  ],
  ...['- a', '  b', '- c\n\n  d', '1. e', '7. f', '> g', 'h\n> i', '# j', 'k\n---', '---', '***'],
  ...['| a | b |\n| --- | ---: |\n| 1 | 2 |', '| a |', '* l', '  * m', '+ n', '    o', ' ', '\\'],
  ...[
    '[p]',
    '[p]: https://example.org/',
    'q[^1]',
    '[^1]: r',
    '```',
    '~~~',
    '[s](/t/ "u")',
    's  \nt',
  ],
  ...['&amp;', '\\<u>', '*v', 'w*', '[x', ']', '|', '- [ ] y', '1)', 'http://z.example', '=', '>'],
];

test('what is read in parts is what the whole parser makes of it', async () => {
  let read = 0;
  const body = fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 2, arbitrary: fc.constantFrom('Prose.', 'More') },
          fc.constantFrom(...BLOCKS),
        ),
        fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n', '\n \n'),
      ),
      { minLength: 2, maxLength: 8 },
    )
    .map((blocks) => blocks.flat().join(''));
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const isMixed = mixedTree(text, () => ({ type: 'root', children: [] })) !== undefined;
      if (!isMixed || plainTree(text)) return;
      read += 1;
      const [whole, prose] = await Promise.all([
        renderBody(text),
        readProse(text, 0, NOTHING_KNOWN),
      ]);
      assert.equal(folded(prose.html), whole.html);
      assert.deepEqual(
        prose.paragraphs.map((paragraph) => paragraph.text),
        whole.texts,
      );
    }),
    { numRuns: 5_000, seed: 6 },
  );
  assert.ok(read > 1000, `${read} were read in parts`);
});

test('what is taken for prose is what the whole parser makes of it', async () => {
  let taken = 0;
  const body = fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('word', ' a ', 'B', '. ', '\n') },
        fc.constantFrom(...PIECES),
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      if (!plainTree(text)) return;
      taken += 1;
      const whole = await renderBody(text);
      const read = await readProse(text, 0, NOTHING_KNOWN);
      assert.equal(folded(read.html), whole.html);
      assert.deepEqual(
        read.paragraphs.map((paragraph) => paragraph.text),
        whole.texts,
      );
    }),
    { numRuns: 10_000, seed: 5 },
  );
  assert.ok(taken > 1000, `${taken} were taken for prose`);
});

const PROSE = [
  'The ferry left at 14.30. (It was late.)',
  'One\nline.\n\nTwo – “three”, he said: four - five + six.',
  '\n\nHöhe 3,5%; $200/t; ½ of it…\n',
  'Up \\*5\\* \\& 6\\.\n\\- dash\n1\\. one \\\\ two',
  'The \\<Ansel> line #4 = 5^2 > 3',
  'Они ушли.\n\nغادروا.',
];
for (const text of PROSE) test(`prose: ${JSON.stringify(text)}`, () => assert.ok(plainTree(text)));

const MORE = [
  '1. One.',
  'One\n2) two',
  '- One',
  'One\n---',
  'One\n:-',
  'One\n=',
  '> One',
  'One\n# two',
  'A *word*.',
  'See www.example.org.',
  'See https://example.org.',
  'Write to a@example.org.',
  'import it from there',
  'One  \ntwo',
  'One\\\ntwo',
  'Write to a\\@example.org.',
  'See https\\://example.org.',
  ' One',
  'AT&amp;T',
];
for (const text of MORE)
  test(`more than prose: ${JSON.stringify(text)}`, () => assert.equal(plainTree(text), undefined));
