import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTICLE, type Files, ORGANISATION, PLACE, problemsOf, SOUND } from '../support/broken.ts';

/** A fault of the sound archive that has nothing to do with any other here: words exchanged, and the code of the fault. */
type Spoiling = readonly [code: string, file: string, words: string, others: string];

// biome-ignore format: a table, a fault a row
const SPOILINGS: readonly Spoiling[] = [
  ['text/spaces', ARTICLE, 'title: Storm at Port Ansel', 'title: "Storm at Port Ansel "'],
  ['article/date', ARTICLE, 'date: 2031-04-02\ntext', 'date: 2031-04-03\ntext'],
  ['field/value', ARTICLE, 'text: verbatim', 'text: verbatm'],
  ['mention/missing', ARTICLE, 'said Ada Varga', 'said she'],
  ['reference/missing', ARTICLE, 'people: [ada-varga]', 'people: [ada-varga, bo-lind]'],
  ['id/form', ARTICLE, 'places: [port-ansel]', 'places: [port-ansel, Quern]'],
  ['id/twice', ARTICLE, 'organisations: [harbour-board]', 'organisations: [harbour-board, harbour-board]'],
  ['reference/missing', ARTICLE, 'dateline: port-ansel', 'dateline: port-ansle'],
  ['field/unknown', ARTICLE, 'figures:', 'sections: [news]\nfigures:'],
  ['figure/words', ARTICLE, 'best: 12', 'best: 13'],
  ['reference/missing', ARTICLE, 'countedBy: harbour-board', 'countedBy: harbor-boad'],
  ['field/value', ARTICLE, 'measure: missing', 'measure: mising'],
  ['text/blank', ARTICLE, 'label: sailors', 'label: ""'],
  ['figure/dates', ARTICLE, 'asOf: 2031-04-02', 'asOf: 2031-04-09'],
  ['figure/dates', ARTICLE, 'countType: incident', 'countType: period'],
  ['body/tag', ARTICLE, '“We look on,”', '“We look on <5 times,”'],
  ['field/unknown', PLACE, 'name: Port Ansel', 'name: Port Ansel\nnick: Ansel'],
  ['record/reference', PLACE, 'name: Port Ansel', 'name: Port Ansel\npartOf: holms'],
  ['address/scheme', ORGANISATION, 'name: Harbour Board', 'name: Harbour Board\nsameAs: [harbour.example]'],
];

function spoilt(spoilings: readonly Spoiling[]): Files {
  const files: Files = { ...SOUND };
  for (const [, file, words, others] of spoilings) {
    const text = String(files[file]);
    assert.equal(text.split(words).length, 2, `“${words}” stands once in ${file}`);
    files[file] = text.replace(words, () => others);
  }
  return files;
}

const codesOf = (spoilings: readonly Spoiling[]) => spoilings.map(([code]) => code).toSorted();

const areApart = ([, file, words]: Spoiling, [, other, theirs]: Spoiling) =>
  file !== other || (!words.includes(theirs) && !theirs.includes(words));

test('each two faults of an archive are told in one reading, and nothing besides', async (t) => {
  for (const [at, one] of SPOILINGS.entries())
    for (const other of SPOILINGS.slice(at + 1)) {
      if (!areApart(one, other)) continue;
      const problems = await problemsOf(t, spoilt([one, other]));
      const told = problems.map(({ code }) => code).toSorted();
      assert.deepEqual(told, codesOf([one, other]), `${one[3]} | ${other[3]}`);
    }
});

test('a day that no calendar has, in the path and in the date, is told with what to do in both', async (t) => {
  const at = 'articles/2031/02/30/storm.mdx';
  const article = String(SOUND[ARTICLE]);
  const fixesOf = async (date: string) => {
    const changed = article.replace('date: 2031-04-02\ntext', `date: ${date}\ntext`);
    const problems = await problemsOf(t, { ...SOUND, [ARTICLE]: null, [at]: changed });
    return problems.map(({ code, fix }) => `${code}: ${fix}`);
  };
  assert.deepEqual(await fixesOf('2031-02-30'), [
    'article/folder: Move the file to the folder of its day, and write the same day in its date.',
    'date/day: Write the day, for instance 2023-10-16, and move storm.mdx from articles/2031/02/30/ to the folder of the same day.',
  ]);
  assert.deepEqual(await fixesOf('2031-04-03'), [
    'article/folder: Move storm.mdx to articles/2031/04/03/, the folder of its date.',
  ]);
});

const EARLIER = 'articles/2031/04/01/squall.mdx';
const LINKED = String(SOUND[ARTICLE]).concat(
  '\nSee [it](/2031/04/01/sqall/), [it](/old/squall/), [it](/2031/04/01/squall/#p-aaaaaaaa) and [it](map).\n',
);

test('a fault of one article hides none between it and others, and makes none', async (t) => {
  const squall =
    '---\ndate: 2031-04-01\ntext: account\ntitle: ""\nformerly: [old/squall]\n---\n\nSee [it](/2031/04/02/strom/).\n';
  const problems = await problemsOf(t, { [EARLIER]: squall, [ARTICLE]: LINKED });
  assert.deepEqual(problems.map(({ code, words }) => `${code} ${words}`).toSorted(), [
    'formerly/path old/squall',
    'link/no-page /2031/04/01/sqall/',
    'link/no-page /2031/04/02/strom/',
    'link/no-part /2031/04/01/squall/#p-aaaaaaaa',
    'link/scheme map',
    'text/blank ""',
  ]);
});

test('all faults of an archive are told in one reading', async (t) => {
  const problems = await problemsOf(t, spoilt(SPOILINGS));
  assert.deepEqual(problems.map(({ code }) => code).toSorted(), codesOf(SPOILINGS));
});

const TWO = `figures:
  - { id: a, measure: missing, best: 9700, high: 9000, qualifier: range, asStated: 9000 to 9700, group: { label: sailors }, place: port-ansel, countType: incident, asOf: 2031-04-02, countedBy: harbour-board }
  - { id: b, measure: missing, low: 2800, qualifier: moreThan, asStated: 'more than 2,700', group: { label: sailors }, place: port-ansel, countType: incident, asOf: 2031-04-02, countedBy: harbour-board }
`;

test('what is wrong with one figure hides nothing of another', async (t) => {
  const article = `---\ndate: 2031-04-02\ntext: account\n${TWO}---\n\nFrom 9000 to 9700, or more than 2,700.\n`;
  const problems = await problemsOf(t, { [ARTICLE]: article });
  assert.deepEqual(
    problems.map(({ code, words }) => `${code} ${words}`),
    ['figure/bounds 9700', 'figure/words 2800'],
  );
});
