import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProse } from '../../../src/content/markdown/prose.ts';
import type { FileContext } from '../../../src/content/markdown/rehype-record.ts';
import { paragraphIds } from '../../../src/domain/article/paragraph.ts';
import { needles } from '../../../src/domain/authorities/mention.ts';

const CONTEXT: FileContext = {
  needles: needles([
    { kind: 'places', id: 'orlin', spelling: 'Orlin' },
    { kind: 'people', id: 'ada-varo', spelling: 'Ada Varo' },
    { kind: 'people', id: 'varo', spelling: 'Varo' },
    { kind: 'organisations', id: 'varo', spelling: 'Varo' },
  ]),
  figures: [],
  base: '/archive/',
};

const read = (body: string, context: Partial<FileContext> = {}) =>
  readProse(body, 0, { ...CONTEXT, ...context });
const textsOf = async (body: string) => (await read(body)).paragraphs.map(({ text }) => text);
// What the archive itself puts at the end of a block.
const withoutLinks = (html = '') => html.replace(/<a [^>]*class="permalink"[^>]*><\/a>/g, '');
const htmlOf = async (body: string, context: Partial<FileContext> = {}) =>
  withoutLinks((await read(body, context)).html);

const BLOCKS: [what: string, body: string, texts: string[]][] = [
  ['paragraphs', 'One\nline.\n\nTwo.', ['One line.', 'Two.']],
  ['headings', '## Dawn\n\nRain.', ['Dawn', 'Rain.']],
  ['list items', '- One.\n- Two.', ['One.', 'Two.']],
  ['nested list items', '- One.\n  - Inner.\n    1. Inmost.\n- Two.', ['One.', 'Inner.', 'Inmost.', 'Two.']],
  ['loose list items', '- One.\n\n  More.\n\n- Two.', ['One.', 'More.', 'Two.']],
  ['a block quotation', '> Said so.\n>\n> And so.', ['Said so.', 'And so.']],
  ['a list in a quotation', '> - One.\n> - Two.', ['One.', 'Two.']],
  ['task list items', '- [x] Done.\n- [ ] Open.', ['Done.', 'Open.']],
  ['inline markup', 'A **bold** and *slanted* ~~old~~ word.', ['A bold and slanted old word.']],
  ['links and code', 'See [the map](https://example.org/) and `x = 1`.', ['See the map and x = 1.']],
  ['a hard break', 'One\\\nline.', ['One line.']],
  ['a hard break in JSX', 'One<br />line.', ['One line.']],
  ['a thematic break, no text', 'One.\n\n***\n\nTwo.', ['One.', 'Two.']],
  ['a note that another leads to, and a link that nothing uses', 'Rain[^a] fell.\n\n[^a]: See[^b].\n\n[^b]: The log.\n\n[c]: /2031/', ['Rain fell.', 'See.', 'The log.']],
  ['footnotes, without their marks', 'Rain[^1] fell.\n\n[^1]: So the log.', ['Rain fell.', 'So the log.']],
  ['right-to-left text', 'وصل القارب.\n\nنزل المطر.', ['وصل القارب.', 'نزل المطر.']],
  ['a sum in braces', 'There were {2 + 3} boats.', ['There were 5 boats.']],
  ['a string in braces', "A {'<'} B", ['A < B']],
  ['a sum alone', '{2 + 3}', ['5']],
  ['a comment, nothing', 'One{/* hush */} line.\n\n{/* hush\n hush */}\n\nTwo.', ['One line.', 'Two.']],
  ['escaped characters', 'A \\{ b \\< c &lt; d &#123; e \\} f', ['A { b < c < d { e } f']],
  ['an empty body', '', []],
]; // biome-ignore format: a table reads better than a column

for (const [what, body, texts] of BLOCKS) {
  test(`blocks of ${what}`, async () => assert.deepEqual(await textsOf(body), texts));
}

test('a table has a block for each row', async () => {
  const { paragraphs, html } = await read('| Boat | Crew |\n| :- | -: |\n| Tern | 4 |');
  assert.equal(paragraphs.length, 2);
  assert.match(paragraphs[1]?.text ?? '', /Tern.*4/);
  assert.equal(html?.match(/<tr id="p-[a-z2-7]{8}"/g)?.length, 2);
});

test('the alignment of a table is a class, never a style', async () => {
  const html = await htmlOf('| A | B | C |\n| :- | :-: | -: |\n| a | b | c |');
  assert.doesNotMatch(html, /style=|align="/);
  for (const name of ['align-start', 'align-center', 'align-end']) {
    assert.equal(html.split(`class="${name}"`).length, 3, name);
  }
  assert.match(html, /<th class="align-start" scope="col">/);
});

test('a table scrolls by itself, reached by the keyboard and named', async () => {
  const html = await htmlOf('| A |\n| - |\n| a |');
  assert.match(html, /<section class="scroll" tabindex="0" aria-label="Table 1"><table>/);
});

test('checkboxes of a task list say what they mean', async () => {
  const html = await htmlOf('- [x] Done.\n- [ ] Open.');
  assert.match(html, /<input type="checkbox" checked disabled aria-label="Done">/);
  assert.match(html, /<input type="checkbox" disabled aria-label="Not done">/);
});

test('struck text is shown struck', async () => {
  assert.match(await htmlOf('An ~~old~~ word.'), /<del>old<\/del>/);
});

test('a footnote is reached from its mark and leads back', async () => {
  const { html = '' } = await read('Rain[^a] fell.\n\n[^a]: So the log.');
  const [, note] = /<sup><a href="#([^"]+)"/.exec(html) ?? [];
  assert.ok(note && html.includes(`id="${note}"`));
  assert.match(html, /data-footnote-backref/);
});

test('the id of a block is made from its text, and stands in the HTML as its permalink', async () => {
  const { paragraphs, html = '' } = await read('One.\n\n**Two**.\n\nOne.');
  assert.deepEqual(
    paragraphs.map(({ id }) => id),
    paragraphIds(['One.', 'Two.', 'One.']),
  );
  for (const { id } of paragraphs) {
    assert.ok(html.includes(` id="${id}"`) && html.includes(`href="#${id}"`), id);
  }
});

test('the same words have the same id, however they are marked up or wrapped', async () => {
  const [plain] = (await read('The old ferry sailed.')).paragraphs;
  for (const body of [
    'The *old*\nferry sailed.',
    '## The old ferry sailed.',
    '- The `old` ferry sailed.',
  ]) {
    assert.equal((await read(body)).paragraphs[0]?.id, plain?.id, body);
  }
});

test('links into the archive take the base path, and are told as written with their place', async () => {
  const { html = '', links } = await readProse('Rain.\n\nSee [it](/2023/).', 4, CONTEXT);
  assert.match(html, /href="\/archive\/2023\/"/);
  assert.deepEqual(links, [{ href: '/2023/', line: 7, column: 5 }]);
});
