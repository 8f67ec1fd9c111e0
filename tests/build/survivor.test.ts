import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { filesIn } from '../../src/build/outputs.ts';
import { survivorProblems } from '../../src/build/survivor/refusal.ts';
import { survivorsIn } from '../../src/build/survivor/survivors.ts';
import { articleEntrySchema } from '../../src/loaders/entry.ts';
import { MANIFEST_PATH, wordsPath } from '../../src/search/layout.ts';
import { writeWords } from '../../src/search/write/words.ts';
import { scratchFolder, write } from '../setup/scratch.ts';

const ID = '2032/01/08/ice';
const SHOWN = {
  id: ID,
  heading: 'Ice off Quern',
  paragraphs: [{ id: 'p-aaaaaaaa', text: '[a minor] left.' }],
};
const WITHHELD = ['Élodie Quaile', 'ليلى مرزوق', '林小河', 'Dunstane O’Keel'];

const entryOf = (fields: object) =>
  articleEntrySchema.parse({
    date: '2032-01-08',
    text: 'verbatim',
    heading: { text: SHOWN.heading, stated: true },
    paragraphIds: ['p-aaaaaaaa'],
    sha256: '',
    mentioned: [],
    became: [],
    marked: [],
    stated: [],
    links: [],
    lang: 'en',
    digest: '',
    ...fields,
  });
const withheld = (names: readonly string[]) => ({
  withheld: names.map((name) => ({
    name,
    as: 'a minor',
    reason: 'Asked for.',
    date: '2032-01-15',
  })),
});

/** The files of a site in which something survives, with what is said of the first. */
async function survivorsOf(
  t: TestContext,
  files: Record<string, string | Uint8Array>,
  entry = entryOf(withheld(WITHHELD)),
  shown: object = SHOWN,
) {
  const folder = scratchFolder(t);
  for (const [path, content] of Object.entries(files)) {
    write(folder, { [path]: '' });
    writeFileSync(join(folder, path), content);
  }
  return survivorsIn2(folder, entry, shown);
}

async function survivorsIn2(
  folder: string,
  entry = entryOf(withheld(WITHHELD)),
  shown: object = SHOWN,
) {
  const all = filesIn(folder).map((path) => [path, join(folder, path)] as const);
  const texts = { articles: [{ id: ID, entry }], dataOf: () => JSON.stringify(shown) };
  const found = await survivorsIn(all, texts);
  return { paths: found.map(({ path }) => path), problems: survivorProblems(found, all, folder) };
}

const nfd = 'Élodie Quaile'.normalize('NFD');
const packed = (text: string) => gzipSync(Buffer.from(text));
const cbor = (...texts: string[]) =>
  gzipSync(
    Buffer.concat([
      Buffer.from('pagefind_dcd'),
      Buffer.from([0x80 | texts.length]),
      ...texts.flatMap((text) => [Buffer.from([0x78, Buffer.byteLength(text)]), Buffer.from(text)]),
    ]),
  );

// biome-ignore format: a table, a hiding place a row
const HIDING_PLACES: [what: string, path: string, content: string | Uint8Array][] = [
  ['plain text', 'llms.txt', 'By Élodie Quaile.'],
  ['a heading', 'index.html', '<h1>Élodie Quaile lost</h1>'],
  ['a title', 'index.html', '<title>Élodie Quaile · Cuttings</title>'],
  ['a meta description', 'index.html', '<meta name="description" content="Of Élodie Quaile.">'],
  ['an attribute without quotation marks', 'index.html', '<a title=Élodie&#32;Quaile>she</a>'],
  ['a comment', 'index.html', '<!-- Élodie Quaile -->'],
  ['two words parted by tags', 'index.html', '<p><em>Élodie</em> <a href="/x/">Quaile</a></p>'],
  ['a word parted by tags', 'index.html', '<p>Él<b>odie</b> Qu<wbr>aile</p>'],
  ['a word that a tag ends', 'index.html', '<p>Élodie Quaile<sup>1</sup></p>'],
  ['a line end and wide spaces', 'index.html', '<p>Élodie\n   \u00a0Quaile</p>'],
  ['references by name', 'index.html', '<p>&Eacute;lodie&nbsp;Quaile</p>'],
  ['references by number', 'index.html', '<p>&#201;lodie&#x20;&#81;uaile</p>'],
  ['references of references', 'feed.xml', '<content>&amp;Eacute;lodie Quaile</content>'],
  ['escapes of JSON', 'index.json', '{"a":"\\u00c9lodie\\u0020Quaile"}'],
  ['a line end in JSON', 'index.json', '{"a":"Élodie\\nQuaile"}'],
  ['escapes of a script', 'a.js', 'const a = "\\xc9lodie \\u{51}uaile";'],
  ['a field of CSV', 'figures.csv', 'id,group\n1,"Élodie Quaile, 9"\n'],
  ['XML', 'sitemap.xml', '<urlset><title>Élodie Quaile</title></urlset>'],
  ['percent-encoding', 'index.html', '<a href="/search/?q=%C3%89lodie%20Quaile">more</a>'],
  ['percent-encoding of percent-encoding', 'index.html', '<a href="/r?u=%252F%25C3%2589lodie%252520Quaile">more</a>'],
  ['an address', 'index.html', '<a href="/people/elodie-quaile/">more</a>'],
  ['the path of a file', 'people/elodie-quaile/index.html', '<p>A person.</p>'],
  ['capitals', 'index.html', '<p>ÉLODIE QUAILE</p>'],
  ['small letters without accents', 'index.html', '<p>elodie quaile</p>'],
  ['accents stored apart', 'index.html', nfd],
  ['wide letters', 'index.html', 'Élodie Ｑｕａｉｌｅ'],
  ['a soft hyphen', 'index.html', '<p>Élodie Quai\u00adle</p>'],
  ['a soft hyphen by reference', 'index.html', '<p>Élodie Quai&shy;le</p>'],
  ['a sign of no width', 'index.html', '<p>Élodie Quai\u200ble</p>'],
  ['words run together', 'index.html', '<p>#ElodieQuaile</p>'],
  ['another apostrophe', 'index.html', "<p>Dunstane O'Keel</p>"],
  ['Arabic with vowel signs and a particle', 'index.html', '<p>وقالت لِليلى مرزوق</p>'],
  ['Chinese among other words', 'index.html', '<p>昨天林小河到了</p>'],
  ['a packed file', 'a.gz', packed('By Élodie Quaile.')],
  ['a text of Pagefind’s own', 'search/words/x/en.pf_meta', cbor('one', 'Élodie Quaile')],
];

for (const [what, path, content] of HIDING_PLACES) {
  test(`withheld words are found in ${what}`, async (t) => {
    const { paths, problems } = await survivorsOf(t, {
      [path]: content,
      'safe.html': '<p>[a minor]</p>',
    });
    assert.deepEqual([...new Set(paths)], [path]);
    const [problem] = problems;
    assert.ok(problem);
    assert.ok(problem.file.endsWith(path), problem.file);
    assert.match(
      problem.rule,
      /2032\/01\/08\/ice\.mdx shows as “\[a minor\]” stand nowhere in the site/,
    );
    assert.match(problem.fix, /take them out there/);
    // Whoever reads what a build says is not told either, but for the name of a file.
    assert.ok(!/quaile|keel|مرزوق|林/i.test(`${problem.words} ${problem.rule} ${problem.fix}`));
  });
}

// biome-ignore format: a table, a text a row
const OTHERS: [what: string, content: string][] = [
  ['a part of the words', '<p>Élodie said, and Marc Quaile</p>'],
  ['a longer word', '<p>Élodie Quailes; Mélodie Quaile</p>'],
  ['the words in two blocks', '<li>Élodie</li><li>of Quaile</li>'],
  ['the words in another order', '<p>Quaile, Élodie</p>'],
  ['nothing', ''],
  ['bytes that are no text', '\u0000\ufffd<<>>&&%%\\\\ &#xffffffff; %zz \\u12'],
];

for (const [what, content] of OTHERS) {
  test(`${what} is no survivor`, async (t) => {
    assert.deepEqual((await survivorsOf(t, { 'index.html': content })).paths, []);
  });
}

test('the place of a survivor is told', async (t) => {
  const { problems } = await survivorsOf(t, { 'a.html': '<p>one</p>\n<p>by Élodie Quaile</p>' });
  assert.deepEqual(
    problems.map(({ line, column }) => [line, column]),
    [[2, 7]],
  );
});

/** A site with an index of the words of one article. */
async function indexed(t: TestContext, text: string): Promise<string> {
  const folder = scratchFolder(t);
  const words = {
    release: 'r',
    articles: 1,
    records: {},
    names: [],
    words: [{ folder: 'w', language: 'en', texts: '', first: 0 }],
  };
  write(folder, { [MANIFEST_PATH.slice(1)]: JSON.stringify(words) });
  const article = { ...SHOWN, paragraphs: [{ id: 'p-aaaaaaaa', text }] };
  await writeWords(
    join(folder, wordsPath('w')),
    'en',
    [ID],
    () => article,
    () => undefined,
  );
  return folder;
}

test('the index of words is decoded, and holds no word of a name that the text does not show', async (t) => {
  const stale = await indexed(t, 'The family of Quaile left.');
  const { paths, problems } = await survivorsIn2(stale);
  assert.ok(
    paths.length > 0 && paths.every((path) => path.startsWith('search/words/w/')),
    paths.join(),
  );
  assert.match(problems[0]?.fix ?? '', /index of words holds what the text does not show/);
  assert.deepEqual((await survivorsIn2(await indexed(t, '[a minor] left.'))).paths, []);
});

const WITHDRAWN = entryOf({
  withdrawn: { date: '2032-02-01', reason: 'Forged.' },
  title: 'Nine lamps went out along the harbour wall',
});

test('eight words of a withdrawn text survive nowhere, but seven may', async (t) => {
  const files = (words: string) => ({ 'a.html': `<p>It said that ${words}</p>` });
  const found = await survivorsOf(
    t,
    files('nine lamps went out along the harbour wall.'),
    WITHDRAWN,
  );
  assert.deepEqual([...new Set(found.paths)], ['a.html']);
  assert.match(found.problems[0]?.rule ?? '', /was withdrawn; 8 words of it in a row stand here/);
  const seven = await survivorsOf(t, files('nine lamps went out along the harbour.'), WITHDRAWN);
  assert.deepEqual(seven.paths, []);
});
