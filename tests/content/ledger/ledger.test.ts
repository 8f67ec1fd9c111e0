import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { writeLedgerFiles } from '../../../src/content/ledger/ledger-files.ts';
import { sealingOf } from '../../../src/content/ledger/sealing.ts';
import { ArchiveError } from '../../../src/content/reading/archive-error.ts';
import { readArchive } from '../../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../../src/content/store/archive-store.ts';
import { paragraphId } from '../../../src/domain/article/paragraph.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const STORM = 'articles/2031/04/02/storm.mdx';
const LAMPS = 'articles/2031/04/03/lamps.mdx';
const FIRST = 'The Harbour Board of Port Ansel said that twelve sailors were missing.';
const SECOND = '“We look on,” said Ada Varga.';
const THIRD =
  'The lamps of the quay were dark, and the boats that went out at noon came back at three with nothing.';
const LAST = 'The Board meets again at the café on Friday.';
const OLD = 'Two lamps were dark.';
const LIT = 'Three lamps were dark.';

/** The same number, said with both ends. */
const CLOSED = 'best: 12\n    low: 12\n    high: 12';
const figure = (bounds = 'best: 12', id = 'missing-sailors') => `figures:
  - id: ${id}
    measure: missing
    ${bounds}
    qualifier: exact
    asStated: twelve sailors were missing
    group: { label: sailors }
    place: port-ansel
    countType: incident
    asOf: 2031-04-01
    countedBy: harbour-board
`;
const TITLE = 'title: Storm at Port Ansel\n';
const storm = (
  text = [FIRST, SECOND, THIRD, LAST],
  fields = TITLE + figure(),
  date = '2031-04-02',
) =>
  `---\ndate: ${date}\ntext: verbatim\npeople: [ada-varga]\nplaces: [port-ansel]\n${fields}---\n\n${text.join('\n\n')}\n`;
const correction = (fields: string) => `  - { date: 2031-05-01, note: It was wrong., ${fields} }\n`;
const corrects = (was: string, text: string) =>
  correction(`was: ${was}, text: ${JSON.stringify(text)}`);
const CORRECTED = `corrections:\n${corrects(paragraphId(OLD), OLD)}`;
const lamps = (fields = CORRECTED, text = LIT) =>
  `---\ntitle: Lamps\ndate: 2031-04-03\ntext: account\n${fields}---\n\n${text}\n`;

const SOUND: Record<string, string> = {
  [STORM]: storm(),
  [LAMPS]: lamps(),
  'people/ada-varga.yaml': 'name: Ada Varga\n',
  'people/bo-lind.yaml': 'name: Bo Lind\n',
  'places/port-ansel.yaml': 'name: Port Ansel\n',
  'organisations/harbour-board.yaml': 'name: Harbour Board\n',
};

const ASKED = 'Ada Varga was asked.';
const TAKEN_OUT = SECOND.replace('Ada Varga', '[a witness]');
/** The storm with the name of its witness withheld. */
const withholding = (text?: string[], fields = '') =>
  storm(
    text,
    `${TITLE}${figure()}${fields}withheld: [{ name: Ada Varga, as: a witness, reason: Asked for., date: 2031-05-01 }]\n`,
  ).replace('people: [ada-varga]\n', '');

interface Sealed {
  root: string;
  store: ArchiveStore;
  /** What the build would say, each problem on the lines that it prints. */
  problems: () => Promise<string[]>;
  seal: (day: string) => Promise<void>;
}

/** An archive that was sealed on 2 April 2031. */
async function sealedArchive(t: TestContext): Promise<Sealed> {
  const [root, folder] = [scratchFolder(t), scratchFolder(t)];
  write(root, SOUND);
  const store = new ArchiveStore(folder);
  t.after(() => store.close());
  const seal = async (day: string) =>
    writeLedgerFiles(root, sealingOf(await readArchive(root, '/', store), store, day).ledger, {
      day,
      joins: [],
    });
  const problems = async () => {
    try {
      await readArchive(root, '/', store);
      return [];
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      return error.problems.map(({ file, line, column, words, rule, fix }) =>
        [`${file.replace(`${root}/`, '')}:${line}:${column}`, words, rule, fix].join('\n'),
      );
    }
  };
  await seal('2031-04-02');
  assert.deepEqual(await problems(), []);
  return { root, store, problems, seal };
}

/** Files to write, by their paths; `null` takes one out. Or what is done to the folder. */
type Change = Record<string, string | null> | ((root: string) => void);

function make(root: string, change: Change): void {
  if (typeof change === 'function') {
    change(root);
    return;
  }
  for (const [path, text] of Object.entries(change)) {
    if (text === null) rmSync(join(root, path));
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
}

const inLedger = (from: string | RegExp, to: string) => (root: string) => {
  const file = join(root, 'ledger/2031.txt');
  const text = readFileSync(file, 'utf8');
  assert.notEqual(text.replace(from, to), text);
  writeFileSync(file, text.replace(from, to));
};
const moves = (from: string, to: string) => (root: string) => {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  renameSync(join(root, from), join(root, to));
};
const id = paragraphId;
const SAYS = FIRST.replace('said', 'says');
const THIRD_CUT = THIRD.split(', and ') as [string, string];

// biome-ignore format: a table, a loss a row
const LOSSES: [name: string, change: Change, ...said: (string | RegExp)[]][] = [
  ['a file deleted', { [STORM]: null }, 'ledger/2031.txt', '/2031/04/02/storm/', 'there for good', /withdrawn:\n {2}date: .+\n {2}reason:/],
  ['a file renamed', moves(STORM, STORM.replace('storm', 'gale')), 'ledger/2031.txt', '/2031/04/02/storm/', /gale\.mdx has its text\. Add there:\nformerly:\n {2}- \/2031\/04\/02\/storm\//],
  ['a slug with other letters', moves(STORM, STORM.replace('storm', 'the-storm')), '/2031/04/02/storm/', 'formerly'],
  ['a published article made a draft', { [STORM]: storm(undefined, `${TITLE + figure()}draft: true\n`) }, STORM, 'draft: true', 'no draft', 'withdrawn'],
  ['one letter changed', { [STORM]: storm([FIRST, SECOND.replace('look', 'took'), THIRD, LAST]) }, STORM, '“We took on,” said Ada Varga.', 'only with a correction', `It said: “${SECOND}”`, `was: ${id(SECOND)}\n    text: “We look on,” said Ada Varga.`],
  ['a capital changed', { [STORM]: storm([FIRST, SECOND, THIRD, LAST.replace('Friday', 'friday')]) }, `was: ${id(LAST)}`],
  ['a full stop taken out', { [STORM]: storm([FIRST, SECOND, THIRD, LAST.slice(0, -1)]) }, `was: ${id(LAST)}`],
  ['two paragraphs swapped', { [STORM]: storm([FIRST, THIRD, SECOND, LAST]) }, STORM, 'in another place', 'Put it back in its place', /was: p-/],
  ['the last paragraph put first', { [STORM]: storm([LAST, FIRST, SECOND, THIRD]) }, LAST, 'in another place', `was: ${id(LAST)}`],
  ['a paragraph split', { [STORM]: storm([FIRST, SECOND, ...THIRD_CUT, LAST]) }, THIRD_CUT.join(' '), `It said: “${THIRD}”`, `was: ${id(THIRD)}`],
  ['two paragraphs joined', { [STORM]: storm([FIRST, SECOND, `${THIRD} ${LAST}`]) }, `was: ${id(THIRD)}`],
  ['a paragraph taken out', { [STORM]: storm([FIRST, SECOND, THIRD]) }, 'goes only with a correction', `It said: “${LAST}”`, `was: ${id(LAST)}`],
  ['a paragraph added', { [STORM]: storm([FIRST, SECOND, THIRD, LAST, 'Nobody was found.']) }, 'Nobody was found.', 'a correction says that it was added', `added: ${id('Nobody was found.')}`],
  ['a paragraph said twice', { [STORM]: storm([FIRST, SECOND, THIRD, LAST, LAST]) }, LAST, `added: ${id(LAST)}-2`],
  ['a bound of a figure changed', { [STORM]: storm(undefined, TITLE + figure(CLOSED)) }, STORM, 'figure f-missing-sailors', 'best: 12', 'was: f-missing-sailors'],
  ['the id of a figure changed', { [STORM]: storm(undefined, TITLE + figure('best: 12', 'missing-men')) }, 'figure f-missing-sailors', 'goes only with a correction'],
  ['a figure taken out', { [STORM]: storm(undefined, TITLE) }, 'f-missing-sailors', 'goes only with a correction'],
  ['the counter of a figure changed', { [STORM]: storm(undefined, TITLE + figure().replace('countedBy: harbour-board', 'countedBy: unknown')) }, 'countedBy: harbour-board'],
  ['a headline changed', { [STORM]: storm(undefined, `title: Gale at Port Ansel\n${figure()}`) }, STORM, 'Gale at Port Ansel', 'headline', 'It said: “Storm at Port Ansel”', 'was: title\n    text: Storm at Port Ansel'],
  ['a headline taken out', { [STORM]: storm(undefined, figure()) }, 'headline', 'was: title'],
  ['a date changed', { [STORM]: null, [STORM.replace('02', '01')]: storm(undefined, `${TITLE + figure()}formerly: [/2031/04/02/storm/]\n`, '2031-04-01') }, '2031-04-01', 'The date was published', 'was: date\n    text: 2031-04-02'],
  ['a correction dropped', { [LAMPS]: lamps('') }, LAMPS, 'A correction stays', `was: ${id(OLD)}`],
  ['a correction of another paragraph in its place', { [LAMPS]: lamps(`corrections:\n${corrects(id('One lamp was dark.'), 'One lamp was dark.')}`) }, 'A correction stays'],
  ['a corrected text changed again', { [LAMPS]: lamps(CORRECTED, 'Four lamps were dark.') }, 'Four lamps were dark.', `was: ${id(LIT)}`],
  ['a correction that misquotes the headline', { [STORM]: storm(undefined, `title: Gale at Port Ansel\n${figure()}corrections:\n${corrects('title', 'Wind at Port Ansel')}`) }, 'headline', 'text: Storm at Port Ansel'],
  ['a person deleted', { 'people/bo-lind.yaml': null }, 'ledger/names.txt', '/people/bo-lind/', 'Put people/bo-lind.yaml back', 'formerly:\n  - bo-lind'],
  ['a person renamed', moves('people/bo-lind.yaml', 'people/bo-linde.yaml'), '/people/bo-lind/', 'formerly'],
  ['a letter changed beside a name that is withheld', { [STORM]: withholding([FIRST, '“We took on,” said [a witness].', THIRD, LAST]) }, STORM, 'only with a correction', `was: ${id(SECOND)}`],
  ['more taken out than is withheld', { [STORM]: withholding([FIRST, '“We look on.”', THIRD, LAST]) }, STORM, `was: ${id(SECOND)}`],
  ['a word made bold', { [STORM]: storm([FIRST, '“We **look** on,” said Ada Varga.', THIRD, LAST]) }, `${STORM}:22:1`, SECOND, 'its words are the same; its markup', 'Put the markup, links or characters back', `was: ${id(SECOND)}\n    text: ${SECOND}`],
  ['a word changed that the summary has too', { [STORM]: storm([SAYS, SECOND, THIRD, LAST], `${TITLE}summary: ${SAYS}\n${figure()}`) }, `${STORM}:21:1\n${SAYS}`],
  ['two things changed: one list for both', { [STORM]: storm([FIRST, SECOND.replace('look', 'took'), THIRD, LAST], `title: Gale\n${figure()}`) }, /frontmatter, under one “corrections:” for all of this file:\n {2}- date: .+\n.*\n {4}was: [\s\S]+ {4}was: /],
  ['a thing changed where corrections stand: an item for them', { [LAMPS]: lamps(`${CORRECTED}`, 'Four lamps were dark.') }, /under the “corrections:” that is there:\n {2}- date:/],
  ['a record changed: in its file', { 'people/bo-lind.yaml': 'name: Bo Lynd\n' }, 'The name was published', 'add to the file:\ncorrections:\n  - date'],
  ['the ledger edited: a letter of a digest', inLedger(/sha256:./, 'sha256:0'), 'ledger/2031.txt', 'never edited by hand', 'version history'],
  ['the ledger edited: a line taken out', inLedger(/.*storm.*\n/, ''), 'never edited by hand'],
  ['the ledger edited: a paragraph taken out', inLedger(new RegExp(` ${id(LAST)}:\\S+`), ''), 'never edited by hand'],
  ['the ledger edited: a line that is none', inLedger('title:', 'title='), 'ledger/2031.txt', 'as npm run seal wrote it'],
  ['the ledger cut short', inLedger(/end .*/s, ''), 'never edited by hand'],
  ['a strange file in the ledger', { 'ledger/notes.txt': 'Ask Bo.\n' }, 'ledger/notes.txt', 'the files of npm run seal'],
];

for (const [name, change, ...said] of LOSSES) {
  test(`refused: ${name}`, async (t) => {
    const { root, problems } = await sealedArchive(t);
    make(root, change);
    const told = (await problems()).join('\n\n');
    for (const words of said)
      assert.ok(
        typeof words === 'string' ? told.includes(words) : words.test(told),
        `${words}\n${told}`,
      );
    assert.equal((await problems()).join('\n\n'), told, 'said again as long as it stands');
  });
}

const MOVED = storm(undefined, `${TITLE + figure()}formerly: [/2031/04/02/storm/]\n`);
const stormWith = (text: string[], corrections: string, fields = TITLE + figure()) => ({
  [STORM]: storm(text, `${fields}corrections:\n${corrections}`),
});

// biome-ignore format: a table, a change a row
const ALLOWED: [name: string, change: Change][] = [
  ['renamed, and it says so', (root) => { make(root, { [STORM]: null, [STORM.replace('storm', 'gale')]: MOVED }); }],
  ['moved to another day, and it says so', { [STORM]: null, [STORM.replace('02', '01')]: storm(undefined, `${TITLE + figure()}formerly: [/2031/04/02/storm/]\ncorrections:\n${corrects('date', '2031-04-02')}`, '2031-04-01') }],
  ['a paragraph corrected', stormWith([FIRST, SECOND, THIRD, 'The Board meets on Monday.'], corrects(id(LAST), LAST))],
  ['a paragraph split, with a correction', stormWith([FIRST, SECOND, ...THIRD_CUT, LAST], corrects(id(THIRD), THIRD))],
  ['two joined, with corrections', stormWith([FIRST, SECOND, `${THIRD} ${LAST}`], corrects(id(THIRD), THIRD) + corrects(id(LAST), LAST))],
  ['one taken out, with a correction', stormWith([FIRST, SECOND, THIRD], corrects(id(LAST), LAST))],
  ['one moved, with a correction', stormWith([LAST, FIRST, SECOND, THIRD], corrects(id(LAST), LAST))],
  ['one added, with a correction', stormWith([FIRST, SECOND, THIRD, LAST, 'Nobody was found.'], correction(`added: ${id('Nobody was found.')}`))],
  ['a headline corrected', stormWith([FIRST, SECOND, THIRD, LAST], corrects('title', 'Storm at Port Ansel'), `title: Gale at Port Ansel\n${figure()}`)],
  ['a figure corrected', stormWith([FIRST, SECOND, THIRD, LAST], corrects('f-missing-sailors', 'best: 12'), TITLE + figure(CLOSED))],
  ['a slip of the pen', stormWith([FIRST, SECOND, THIRD, LAST.replace('Friday', 'friday')], correction(`was: ${id(LAST)}, text: ${LAST}, typo: true`))],
  ['withdrawn, the text gone', { [STORM]: '---\ndate: 2031-04-02\ntext: verbatim\nwithdrawn: { date: 2031-05-01, reason: A court said so. }\n---\n' }],
  ['white space, quotation of a title, order of fields', { [STORM]: `---\ndate: 2031-04-02\ntitle: "Storm at Port Ansel"\ntext: verbatim\nplaces: [port-ansel]\npeople: [ada-varga]\n${figure()}---\n${[FIRST, SECOND, THIRD.replace(', and', ',\nand'), LAST].join('\n\n\n')}` }],
  ['composed and decomposed accents are one text', { [STORM]: storm([FIRST, SECOND, THIRD, LAST.normalize('NFD')]) }],
  ['names and summary catalogued later', { [STORM]: storm(undefined, `${TITLE + figure()}summary: A storm.\norganisations: [harbour-board]\n`) }],
  ['a figure catalogued later', { [STORM]: storm(undefined, TITLE + figure() + figure('best: 12', 'missing-men').replace('figures:\n', '')) }],
  ['a new article and a new person', { 'articles/2032/01/01/new.mdx': '---\ndate: 2032-01-01\ntext: account\n---\nAll was quiet.\n', 'people/cy-orm.yaml': 'name: Cy Orm\n' }],
  ['two records merged, the name of the one among the spellings of the other', { 'people/bo-lind.yaml': null, 'people/ada-varga.yaml': 'name: Ada Varga\naliases: [Bo Lind]\nformerly: [bo-lind]\n' }],
  ['a name withheld that stands in the text', { [STORM]: withholding() }],
  ['a name withheld that was taken out by hand', { [STORM]: withholding([FIRST, TAKEN_OUT, THIRD, LAST]) }],
  ['a name withheld, and a paragraph of it corrected by its old words', { [STORM]: withholding([FIRST, '“We looked on,” said [a witness].', THIRD, LAST], `corrections:\n${corrects(id(SECOND), SECOND)}`) }],
  ['a name withheld, and a paragraph added with its old id', { [STORM]: withholding([FIRST, SECOND, THIRD, LAST, ASKED], `corrections:\n${correction(`added: ${id(ASKED)}`)}`) }],
  ['a name withheld, and a paragraph added with the id that is shown', { [STORM]: withholding([FIRST, SECOND, THIRD, LAST, ASKED], `corrections:\n${correction(`added: ${id('[a witness] was asked.')}`)}`) }],
  ['a second correction of the same paragraph', { [LAMPS]: lamps(`${CORRECTED}${corrects(id(LIT), LIT)}`, 'Four lamps were dark.') }],
];

for (const [name, change] of ALLOWED) {
  test(`allowed, now and after the next sealing: ${name}`, async (t) => {
    const { root, problems, seal } = await sealedArchive(t);
    const before = readFileSync(join(root, 'ledger/2031.txt'), 'utf8');
    make(root, change);
    assert.deepEqual(await problems(), []);
    await seal('2031-06-01');
    assert.deepEqual(await problems(), []);
    const after = readFileSync(join(root, 'ledger/2031.txt'), 'utf8');
    for (const line of before.split('\n').slice(0, 2)) {
      const [path, day] = line.split(' ');
      assert.ok(after.includes(`${path} ${day}`), `${path} keeps its line and its day`);
    }
  });
}

test('a correction counts once: what changes again needs another', async (t) => {
  const { root, problems, seal } = await sealedArchive(t);
  const moved = stormWith([LAST, FIRST, SECOND, THIRD], corrects(id(LAST), LAST));
  make(root, moved);
  await seal('2031-06-01');
  make(root, stormWith([FIRST, SECOND, THIRD], corrects(id(LAST), LAST)));
  assert.match((await problems()).join(), /goes only with a correction/);
});

test('what was published is known from the history of versions where nothing else knows it', async (t) => {
  const { root } = await sealedArchive(t);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: root,
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'As sealed');
  make(root, {
    [STORM]: storm(
      [FIRST, SECOND, THIRD, 'The Board meets on Monday.'],
      `title: Gale\n${figure(CLOSED)}`,
    ),
  });
  const store = new ArchiveStore(scratchFolder(t));
  t.after(() => store.close());
  await assert.rejects(readArchive(root, '/', store), (error: Error) => {
    for (const words of [`text: ${LAST}`, 'text: Storm at Port Ansel', 'best: 12'])
      assert.ok(error.message.includes(words), error.message);
    return true;
  });
});

test('nothing knows what was published: it is said where to look', async (t) => {
  const { root } = await sealedArchive(t);
  make(root, { [STORM]: storm([FIRST, SECOND, THIRD]) });
  const store = new ArchiveStore(scratchFolder(t));
  t.after(() => store.close());
  await assert.rejects(readArchive(root, '/', store), /take it from your version history/);
});
