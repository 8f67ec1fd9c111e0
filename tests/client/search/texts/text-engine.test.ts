import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ArchiveTexts } from '../../../../src/client/search/texts/text-engine.ts';
import type { ArticleData } from '../../../../src/domain/article/article-data.ts';
import { queryWords } from '../../../../src/domain/search/indexed-text.ts';
import { WordFiles } from '../../../../src/domain/search/words/word-files.ts';
import { scratchFolder } from '../../../support/scratch.ts';
import { indexedBatch, readIndex, writtenIndex } from '../../../support/word-index.ts';

/** An article of a heading and paragraphs. */
const article = (heading: string, ...paragraphs: string[]) => ({
  id: `2031/04/02/${queryWords(heading).join('-')}`,
  heading,
  text: 'verbatim' as const,
  summary: null,
  paragraphs: paragraphs.map((text, at) => ({ id: `p-${at}`, text })),
  media: [],
});
const filler = 'Boats of all kinds lay along the quay until the evening came.';
const ARTICLES = [
  article('Lamps', 'A lamp and lamps.', 'The lamp went out.'),
  article('Lamplight', 'Lamplight at Port Ansel.', 'Two strikes, one strike.'),
  article('Harbour strike', filler, filler),
  article('Quay', 'The strike goes on.', filler),
  article('Evening', filler, 'A strike, it was said.'),
  article('O’Brien', 'O’Brien lost 2,700 nets in the U.S. at Port', 'Ansel. Naïve café owners.'),
  article('東京', '東京は日本の都市', 'وصلت العبارة إلى الميناء'),
  article('भाषा', 'हिन्दी में तमिल தமிழ் 한국어 がぎ', 'ประเทศ 𓰧مرحباhttp'),
  article(
    'Loan of $1.5 billion',
    'The AT&T loan, at 5%, was told by X-ray. A 1,500 mln dlrs loan came to five pct.',
    'A loan of 1.5 bn euros. The price was 50.',
  ),
  article('New York, York new, new york old', 'The old York of New York.'),
  article('Organisation', 'The organization organized organs.', 'Tiny universities, a university.'),
].map((one) => one as unknown as ArticleData);

const folder = mkdtempSync(join(tmpdir(), 'text-engine-'));
after(() => rmSync(folder, { recursive: true }));
const opened = (async () => {
  const index = await writtenIndex(folder, [
    await indexedBatch(ARTICLES.slice(0, 3)),
    await indexedBatch(ARTICLES.slice(3)),
  ]);
  return index;
})();

/** Searches, with the names of the files that were asked for. */
async function texts() {
  const index = await opened;
  const asked: string[] = [];
  const state = { broken: false };
  const read = readIndex(folder);
  const files = new WordFiles(index, async (name) => {
    if (state.broken) throw new Error('no network');
    asked.push(name);
    return read(name);
  });
  return { engine: new ArchiveTexts(files, ARTICLES.length), asked, state };
}
const holding = async (query: string) =>
  [...(await (await texts()).engine.holding(queryWords(query))).keys()].toSorted((a, b) => a - b);
const forms = async (query: string, number: number) => {
  const { engine } = await texts();
  const row = queryWords(query).map((word) => [word]);
  const match = await engine.matchOf(row, number, ARTICLES[number] as ArticleData);
  return match.forms.flatMap((forms) => [...forms]).toSorted();
};

// biome-ignore format: a table, a search a row
const SEARCHES: [query: string, articles: number[]][] = [
  ['lamp', [0]], ['lamps', [0]], ['lamplight', [1]], ['Lámp', [0]],
  ['strike', [1, 2, 3, 4]], ['strikes', [1, 2, 3, 4]],
  ['striking', [1, 2, 3, 4]], // a form that no text has
  ['nothing', []], ['stri', []], ['z', []], ['constructor', []], ['__proto__', []],
  ['Port Ansel', [1]], // in the other it runs over the end of a paragraph
  ['two strikes one strike', [1]], ['two strikes strike', []], ['went lamp', []], ['lamp lamp', []],
  ['a lamp and lamps', [0]], ['boats of all kinds', [2, 3, 4]], ['boats of all nets', []],
  ['O’Brien', [5]], ['obrien', [5]], ['Brien', [5]], ['2,700', [5]], ['2700 nets', [5]], ['US', [5]], ['naive cafe', [5]],
  ['東', [6]], ['東京', [6]], ['京東', []], ['日本', [6]], ['العبارة', [6]], ['وصلت العبارة', [6]], ['الميناء وصلت', []],
  ['हिन्दी', [7]], ['தமிழ்', [7]], ['한국어', [7]], ['が', [7]], ['がぎ', [7]], ['ประเทศ', [7]],
  ['university', [10]], ['universities', [10]], ['organization', [10]], ['tiny', [10]],
  ['1.5 bn', [8]], ['$1.5', [8]], ['5%', [8]], ['15', []], ['att loan', [8]], ['xray', [8]], ['x ray', []], ['1.5', [8]],
];
for (const [query, articles] of SEARCHES)
  test(`the articles that have “${query}”`, async () =>
    assert.deepEqual(await holding(query), articles));

test('a word ranks higher in the heading, then in the first paragraph, then below', async () => {
  const { engine } = await texts();
  const ranks = await engine.holding(['strike']);
  const order = [...ranks].toSorted(([, a], [, b]) => b - a).map(([number]) => number);
  assert.deepEqual(order, [2, 3, 1, 4]);
});

test('a rare word ranks higher than a frequent one', async () => {
  const { engine } = await texts();
  const rank = async (word: string, number: number) =>
    (await engine.holding([word])).get(number) ?? 0;
  assert.ok((await rank('said', 4)) > (await rank('strike', 4)));
});

test('every form of a word is known, and no longer word that only begins like it', async () => {
  assert.deepEqual(await forms('strike', 1), ['strike', 'strikes']);
  assert.deepEqual(await forms('striking', 1), ['strike', 'strikes']);
  assert.deepEqual(await forms('lamp', 0), ['lamp', 'lamps']);
  assert.deepEqual(await forms('lamp', 1), []);
  assert.deepEqual(await forms('brien', 5), ["o'brien"]);
  assert.deepEqual(await forms('port ansel', 1), ['ansel', 'port']);
  assert.deepEqual(await forms('port ansel', 5), [], 'the words are there, but not together');
});

test('words that begin with letters are found, those of most articles first, and marked', async () => {
  const { engine } = await texts();
  const { words, ranks } = await engine.beginning('stri');
  assert.deepEqual(words.toSorted(), ['strike', 'strikes']);
  assert.deepEqual([...ranks.keys()].toSorted(), [1, 2, 3, 4]);
  assert.deepEqual((await engine.beginning('lampl')).words, ['lamplight']);
  assert.deepEqual((await engine.beginning('st')).words, [], 'two letters begin too many');
  assert.deepEqual((await engine.beginning('270')).words, [], 'a number is no beginning');
  assert.deepEqual((await engine.beginning('xyz')).ranks.size, 0);
  const match = await engine.matchOf([['stri']], 1, ARTICLES[1] as ArticleData, words);
  assert.deepEqual([...(match.forms[0] ?? [])].toSorted(), ['strike', 'strikes']);
});

test('a word costs one file, a phrase that of its places too, and nothing is asked for twice', async () => {
  const { engine, asked } = await texts();
  await Promise.all(['lamp', 'strike', 'two', 'lamp'].map((word) => engine.holding([word])));
  assert.equal(asked.length, 1, `${asked}`);
  await engine.holding(['two', 'strikes']);
  await engine.holding(['went', 'out']);
  assert.equal(asked.length, 2, `${asked}`);
});

test('what failed is asked again', async () => {
  const { engine, state } = await texts();
  state.broken = true;
  await assert.rejects(engine.holding(['lamp']), /no network/);
  state.broken = false;
  assert.equal((await engine.holding(['lamp'])).size, 1);
});

test('an archive without a text that can be found answers with nothing', async (t) => {
  const folder = scratchFolder(t);
  const index = await writtenIndex(folder, []);
  const engine = new ArchiveTexts(new WordFiles(index, readIndex(folder)), 0);
  assert.deepEqual([...(await engine.holding(['lamp']))], []);
  assert.deepEqual((await engine.beginning('lamp')).words, []);
});

test('who searches for one word that many have is told the ids of those that are shown first', async () => {
  const { engine } = await texts();
  const found = [...(await engine.holding(['strike'])).keys()];
  assert.equal(found.length, 4);
  for (const number of found) assert.equal(engine.idOf(number), `article-${number}`);
  assert.equal(engine.idOf(0), undefined);
});

test('any of several rows of words is found, with several words in a place of each', async () => {
  const { engine } = await texts();
  const having = async (...rows: string[][][]) => [...(await engine.holdingAny(rows)).keys()];
  assert.deepEqual(await having([['1ʘ5'], ['billion', 'bln']]), [8]);
  assert.deepEqual(await having([['1ʘ6'], ['billion']], [['1500'], ['million', 'mln']]), [8]);
  assert.deepEqual(await having([['1ʘ5'], ['mln']]), []);
  const row = [['1500'], ['million', 'mln'], ['dollar', 'dlrs']];
  const { forms } = await engine.matchOf(row, 8, ARTICLES[8] as ArticleData);
  assert.deepEqual(
    forms.map((some) => [...some].join()),
    ['1500', 'mln', 'dlrs'],
  );
});

test('headlines are searched alone', async () => {
  const { engine } = await texts();
  const titled = async (words: string) => {
    const rows = [queryWords(words).map((word) => [word])];
    return [...(await engine.holdingAny(rows, true)).keys()].toSorted((a, b) => a - b);
  };
  assert.deepEqual(await titled('strike'), [2]);
  assert.deepEqual(await titled('lamps'), [0]);
  assert.deepEqual(await titled('harbour strike'), [2]);
  assert.deepEqual(await titled('new york old'), [9]);
  assert.deepEqual(
    await titled('old york'),
    [],
    'the headline has both, but the text alone together',
  );
});

test('what stands near together is told, and a word alone is near to nothing', async () => {
  const { engine } = await texts();
  const near = await engine.nearness(['strike', 'harbour'], new Set([1, 2, 4]));
  assert.deepEqual([...near], [[2, 1]]);
  const apart = await engine.nearness(['and', 'out'], new Set([0]));
  assert.ok((apart.get(0) ?? 1) < 0.5);
});
