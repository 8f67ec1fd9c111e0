import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { writeLedgerFiles } from '../../../src/content/ledger/ledger-files.ts';
import { sealingOf } from '../../../src/content/ledger/sealing.ts';
import { ArchiveError } from '../../../src/content/reading/archive-error.ts';
import { readArchive } from '../../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../../src/content/store/archive-store.ts';
import { paragraphId } from '../../../src/domain/article/paragraph.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const STORM = 'articles/2031/04/02/storm.mdx';
const QUIET = 'articles/2031/04/03/quiet.mdx';
const GONE = 'articles/2031/04/04/gone.mdx';
const MARKED = 'articles/2031/04/05/marked.mdx';
const ADA = 'people/ada-varga.yaml';
const BO = 'people/bo-lind.yaml';
const PORT = 'places/port-ansel.yaml';
const BOARD = 'organisations/harbour-board.yaml';

const CHARGED = 'He was never charged, said Ada Varga.';
const MISSING = 'The Board of Port Ansel said that twelve sailors were missing.';
const PRICE = 'It cost 10 000 marks at the café.';
const REPORT = 'See the report of the Board.';
const CLOSED = 'The case is closed.';
const ODD = 'The lamps were out, and nobody knew why they had been.';

const STORM_TEXT = `---
title: Storm at Port Ansel
date: 2031-04-02
summary: Twelve are missing.
text: verbatim
lang: en
source:
  publisher: The Gazette
  url: https://gazette.example/storm
  archivedUrl: https://copy.example/storm
  accessed: 2031-04-03
  published: 2031-04-02
  author: Ines Corran
  sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
people: [ada-varga]
places: [port-ansel]
about: [harbour-board]
dateline: port-ansel
figures:
  - id: missing-sailors
    measure: missing
    best: 12
    qualifier: exact
    asStated: twelve sailors were missing
    group: { label: sailors }
    place: port-ansel
    countType: incident
    asOf: 2031-04-01
    countedBy: harbour-board
corrections:
  - { date: 2031-04-03, note: A slip., was: title, text: Strom at Port Ansel, typo: true }
---

${MISSING}

${CHARGED}

It cost 10\u00a0000 marks at the caf\u0065\u0301.

${ODD}
`;

const MARKED_TEXT = `---
title: Marked
date: 2031-04-05
text: account
---

He was **never** charged.

> ${CLOSED}

- first
- second

See the [report of the Board](https://report.example/a).

---

| name | sum |
| ---- | --: |
| Ada  |   2 |

\`\`\`
go  on
\`\`\`

A note.[^n]

1. one
2. two

<aside>

Said beside it.

</aside>

[^n]: Of the note.
`;

const DECK = 'articles/2031/04/06/deck-of-nils-oram.mdx';
const HEIR = 'articles/2031/04/06/deck.mdx';
const DECK_TEXT = `---
title: The deck
date: 2031-04-06
text: verbatim
summary: A sailor lost his cards.
---

Nils Oram played on the quay.

He lost a deck of cards.

A boy found the deck at noon.

The boy gave it back.

Everybody laughed.
`;
/** The deck at a path without the name that it withholds. */
const heir = (...words: [from: string, to: string][]): Change =>
  all(
    takes(DECK),
    adds(
      HEIR,
      DECK_TEXT.replace('text: verbatim\n', `text: verbatim\n${withheld('Nils Oram', 'a sailor')}`),
    ),
    puts(HEIR, ...words),
  );

const SOUND: Record<string, string> = {
  [DECK]: DECK_TEXT,
  [STORM]: STORM_TEXT,
  [MARKED]: MARKED_TEXT,
  [QUIET]: '---\ndate: 2031-04-03\ntext: account\n---\n\nAll was quiet.\n\nNothing moved.\n',
  [GONE]:
    '---\ntitle: Gone\ndate: 2031-04-04\ntext: account\nwithdrawn: { date: 2031-04-05, reason: It was wrong. }\n---\n\nA text of which nobody should read.\n',
  [ADA]:
    'name: Ada Varga\naliases: [A. Varga, Ada of Ansel]\nsortName: Varga, Ada\ndescription: Pilot of the ferry.\nsameAs: [https://catalogue.example/1]\ndistinctFrom: [ada-vargas]\n',
  'people/ada-vargas.yaml': 'name: Ada Vargas\naliases: [Ada of Ansel]\n',
  [BO]: 'name: Bo Lind\n',
  'people/cy-orm.yaml': 'name: Cy Orm\n',
  [PORT]: 'name: Port Ansel\ncoordinates: [10.5, 20.25]\npartOf: holms\n',
  'places/holms.yaml': 'name: Holms\n',
  'places/quern.yaml': 'name: Quern\n',
  [BOARD]: 'name: Harbour Board\naliases: [The Board]\n',
};

type Change = (root: string) => void;

/** Words of a file that become others; each of them is there. */
const puts =
  (path: string, ...words: [from: string, to: string][]): Change =>
  (root) => {
    let text = readFileSync(join(root, path), 'utf8');
    for (const [from, to] of words) {
      assert.ok(text.includes(from), `${path} has ${from}`);
      text = text.replace(from, () => to);
    }
    writeFileSync(join(root, path), text);
  };
const adds =
  (path: string, text: string): Change =>
  (root) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
const takes =
  (path: string): Change =>
  (root) =>
    rmSync(join(root, path));
const all =
  (...changes: Change[]): Change =>
  (root) => {
    for (const change of changes) change(root);
  };
const storm = (...words: [from: string, to: string][]) => puts(STORM, ...words);
const marked = (...words: [from: string, to: string][]) => puts(MARKED, ...words);

const id = paragraphId;
const partId = (notation: string) => paragraphId(notation).replace('p-', 'o-');
/** A further correction of the storm. */
const corrects = (was: string, text: string): [string, string] => [
  'typo: true }\n',
  `typo: true }\n  - { date: 2031-05-01, note: It was wrong., was: ${was}, text: ${JSON.stringify(text)} }\n`,
];
/** The first correction of another article. */
const withCorrection = (fields: string): [string, string] => [
  'text: account\n',
  `text: account\ncorrections:\n  - { date: 2031-05-01, note: It was wrong., ${fields} }\n`,
];
const ofRecord = (was: string, text: string) =>
  `corrections:\n  - { date: 2031-05-01, note: It was wrong., was: ${was}, text: ${JSON.stringify(text)} }\n`;
const withheld = (name: string, as = 'a witness') =>
  `withheld: [{ name: ${JSON.stringify(name)}, as: ${as}, reason: Asked for., date: 2031-05-01 }]\n`;
const FIGURE = (name: string) =>
  `  - id: ${name}\n    measure: missing\n    best: 12\n    qualifier: exact\n    asStated: twelve sailors\n    group: { label: sailors }\n    place: port-ansel\n    countType: incident\n    asOf: 2031-04-01\n    countedBy: unknown\n`;

interface Held {
  root: string;
  /** The report of a build; undefined where it has none. */
  told: () => Promise<ArchiveError | undefined>;
  /** What a build would say of what only a correction may change. */
  refused: () => Promise<string>;
  /** What is to be listed: path, field, and what was done. */
  listed: () => Promise<string[]>;
  seal: (day: string) => Promise<void>;
}

async function sealedArchive(t: TestContext): Promise<Held> {
  const [root, folder] = [scratchFolder(t), scratchFolder(t)];
  write(root, SOUND);
  const store = new ArchiveStore(folder);
  t.after(() => store.close());
  const read = () => readArchive(root, '/', store);
  const seal = async (day: string) =>
    writeLedgerFiles(root, sealingOf(await read(), store, day).ledger, { day, joins: [] });
  const told = async () => {
    try {
      await read();
      return undefined;
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      return error;
    }
  };
  const refused = async () =>
    ((await told())?.problems ?? [])
      .map(({ file, words, rule, fix }) =>
        [file.replace(`${root}/`, ''), words, rule, fix].join('\n'),
      )
      .join('\n\n');
  const listed = async () =>
    (await read()).unlisted.flatMap(({ at, changes }) =>
      changes.map(({ field, how, value = '' }) => `${at} ${field} ${how} ${value}`.trimEnd()),
    );
  await seal('2031-04-06');
  assert.equal(await refused(), '');
  assert.deepEqual(await listed(), []);
  return { root, told, refused, listed, seal };
}

// biome-ignore format: a table, a change a row
const REFUSED: [name: string, change: Change, ...said: string[]][] = [
  // What is said of the text.
  ['word for word becomes an account', storm(['text: verbatim', 'text: account']), STORM, 'The text was published on 2031-04-06', 'It said: “verbatim”', 'was: text\n    text: verbatim'],
  ['another publisher', storm(['The Gazette', 'The Herald']), 'The publisher of the source was published', 'It said: “The Gazette”', 'was: source.publisher'],
  ['no publisher', storm(['  publisher: The Gazette\n', '']), 'source.publisher', 'goes only with a correction'],
  ['another address of the source', storm(['gazette.example/storm', 'herald.example/storm']), 'was: source.url\n    text: https://gazette.example/storm'],
  ['no address of the source', storm(['  url: https://gazette.example/storm\n', '']), 'source.url', 'goes only with a correction'],
  ['another copy of the source', storm(['copy.example/storm', 'copy.example/other']), 'was: source.archivedUrl'],
  ['another day of reading', storm(['accessed: 2031-04-03', 'accessed: 2031-04-04']), 'was: source.accessed\n    text: 2031-04-03'],
  ['another time of the source', storm(['published: 2031-04-02', 'published: 2031-04-01']), 'was: source.published'],
  ['another author', storm(['Ines Corran', 'Ada Varga']), 'was: source.author\n    text: Ines Corran'],
  ['no author', storm(['  author: Ines Corran\n', '']), 'source.author', 'goes only'],
  ['another digest of the source', storm(['sha256: 9f', 'sha256: 8f']), 'was: source.sha256'],
  ['no source at all', storm([STORM_TEXT.slice(STORM_TEXT.indexOf('source:'), STORM_TEXT.indexOf('people:')), '']), 'source.publisher', 'source.url', 'source.sha256'],
  ['the summary turned to its opposite', storm(['Twelve are missing.', 'Nobody is missing.']), 'The summary was published', 'was: summary\n    text: Twelve are missing.'],
  ['no summary', storm(['summary: Twelve are missing.\n', '']), 'summary', 'goes only'],
  ['another dateline', storm(['dateline: port-ansel', 'dateline: quern']), 'was: dateline\n    text: port-ansel'],
  ['no dateline', storm(['dateline: port-ansel\n', '']), 'dateline', 'goes only'],
  ['a headline where there was none', puts(QUIET, ['text: account', 'text: account\ntitle: Murder']), 'without the headline', 'added: title'],
  ['a headline in other spaces', storm(['Storm at Port Ansel\ndate', 'Storm at Port\u00a0Ansel\ndate']), 'headline', 'Storm at Port Ansel'],
  // Corrections.
  ['a correction of the summary that misquotes it', storm(['Twelve are missing.', 'Nobody is missing.'], corrects('summary', 'All are lost.')), 'no other thing', 'was: summary\n    text: Twelve are missing.'],
  ['a correction of a figure that says a past that was not', storm(['label: sailors', 'label: people'], corrects('f-missing-sailors', 'best: 40; asStated: forty sailors')), 'no other thing', 'figure f-missing-sailors', 'best: 12'],
  ['a correction of a figure that keeps a change to itself', storm(['label: sailors', 'label: people'], ['countedBy: harbour-board', 'countedBy: unknown'], corrects('f-missing-sailors', 'group: {"label":"sailors","status":"unknown"}')), 'no other thing', 'countedBy: harbour-board'],
  ['a correction of a headline that was never there', storm(['Storm at Port', 'Gale at Port'], corrects('title', 'Murder at Port Ansel')), 'no other thing', 'text: Storm at Port Ansel'],
  ['a correction of a paragraph that was never there', storm(corrects(id('Nobody was found.'), 'Nobody was found.')), 'no other thing'],
  ['a correction of the publisher that was another', storm(['The Gazette', 'The Herald'], corrects('source.publisher', 'The Ledger')), 'no other thing', 'The Gazette'],
  ['the note of a correction changed', storm(['note: A slip.', 'note: A lie.']), 'A correction stays'],
  ['the day of a correction changed', storm(['date: 2031-04-03, note', 'date: 2031-04-02, note']), 'A correction stays'],
  ['what a correction quotes changed', storm(['text: Strom', 'text: Murder']), 'A correction stays'],
  ['a slip of the pen that was none', storm([', typo: true', '']), 'A correction stays'],
  ['a paragraph said to be added that is not there', storm(['typo: true }\n', `typo: true }\n  - { date: 2031-05-01, note: More., added: ${id('Nobody.')} }\n`]), 'no other thing'],
  ...['', ', typo: true'].map((typo): [string, Change, ...string[]] => [`one correction of a paragraph, and new ones of its words${typo}`, storm([ODD, ['The lamps were out, and nobody knew why.', 'Nobody knew they had been out.', 'Why had nobody the lamps, they knew.'].join('\n\n')], ['typo: true }\n', `typo: true }\n  - { date: 2031-05-01, note: Shorter., was: ${id(ODD)}, text: ${JSON.stringify(ODD)}${typo} }\n`]), `added: ${id('Nobody knew they had been out.')}`, `added: ${id('Why had nobody the lamps, they knew.')}`]),
  ['a new paragraph of words that were corrected long ago', storm(['Strom', 'Strom'], [ODD, 'The lamps were lit.\n\nStrom at Port Ansel'], corrects(id(ODD), ODD)), `added: ${id('Strom at Port Ansel')}`],
  ['a paragraph moved with a correction, another in its place', storm([`${CHARGED}\n\n`, 'He was hanged at dawn.\n\n'], [ODD, `${ODD}\n\n${CHARGED}`], corrects(id(CHARGED), CHARGED)), `added: ${id('He was hanged at dawn.')}`],
  ['a paragraph split, called a slip of the pen', storm([ODD, 'The lamps were out,\n\nand nobody knew why they had been.'], ['typo: true }\n', `typo: true }\n  - { date: 2031-05-01, note: Two., was: ${id(ODD)}, text: ${JSON.stringify(ODD)}, typo: true }\n`]), 'a correction says that it was added'],
  ['one correction for two changes', all(puts(MARKED, ['He was **never** charged.', 'He was charged.'], ['A note.', 'A long note.'], withCorrection(`was: ${id('He was never charged.')}, text: He was never charged.`))), id('A note.')],
  // What the text says without its words.
  ['a paragraph struck through', storm([CHARGED, `~~${CHARGED}~~`]), `paragraph ${id(CHARGED)}`, 'only with a correction', `text: ${CHARGED}`],
  ['one word struck through', storm(['never charged', '~~never~~ charged']), `paragraph ${id(CHARGED)}`],
  ['a paragraph made a heading', storm([CHARGED, `## ${CHARGED}`]), `paragraph ${id(CHARGED)}`],
  ['a paragraph made a quotation', storm([CHARGED, `> ${CHARGED}`]), `paragraph ${id(CHARGED)}`],
  ['a quotation made a paragraph', marked([`> ${CLOSED}`, CLOSED]), `paragraph ${id(CLOSED)}`],
  ['a paragraph made an item of a list', storm([CHARGED, `- ${CHARGED}`]), `paragraph ${id(CHARGED)}`],
  ['emphasis put on a word', storm(['never charged', '*never* charged']), `paragraph ${id(CHARGED)}`],
  ['emphasis taken off', marked(['**never**', 'never']), id('He was never charged.')],
  ['emphasis for strength', marked(['**never**', '*never*']), id('He was never charged.')],
  ['a word made code', storm(['never charged', '`never` charged']), `paragraph ${id(CHARGED)}`],
  ['a link put on published words', storm(['said Ada Varga', 'said [Ada Varga](https://elsewhere.example/)']), `paragraph ${id(CHARGED)}`],
  ['a link that leads elsewhere', marked(['report.example/a', 'elsewhere.example/b']), id(REPORT)],
  ['a link taken off', marked(['[report of the Board](https://report.example/a)', 'report of the Board']), id(REPORT)],
  ['a title put on a link', marked(['example/a)', 'example/a "A lie")']), id(REPORT)],
  ['a rule taken out', marked(['\n---\n\n|', '\n|']), partId('---'), 'goes only'],
  ['a rule put in', storm([ODD, `---\n\n${ODD}`]), `added: ${partId('---')}`],
  ['a rule moved', marked(['---\n\n|', '|'], ['> The', '---\n\n> The']), 'in another place'],
  ['a list counted', marked(['- first\n- second', '1. first\n2. second']), id('first')],
  ['a list counted from elsewhere', marked(['1. one\n2. two', '7. one\n8. two']), id('one')],
  ['a list made two', marked(['1. one\n2. two', '1. one\n\n<!-- -->\n\n1. two'].map((text) => text.replace('<!-- -->', '{/* */}')) as [string, string]), 'order in which', 'was: layout'],
  ['an item put below another', marked(['- first\n- second', '- first\n  - second']), id('second')],
  ['a cell set otherwise', marked(['| ---- | --: |', '| ---- | :-: |']), id('name sum').slice(0, 2)],
  ['a note that is of another paragraph', marked(['A note.[^n]', 'A note.'], ['Said beside it.', 'Said beside it.[^n]']), id('A note.'), id('Said beside it.')],
  ['spaces in code', marked(['go  on', 'go on']), id('go on')],
  ['a text put into a component', storm([ODD, `<aside>\n\n${ODD}\n\n</aside>`]), `paragraph ${id(ODD)}`],
  ['another component around it', marked(['<aside>', '<section>'], ['</aside>', '</section>']), id('Said beside it.')],
  ['an attribute of a component', marked(['<aside>', '<aside lang="fr">']), id('Said beside it.')],
  ['words within a component', marked(['Said beside it.', 'Said against it.']), id('Said beside it.')],
  ['a break in a paragraph', storm(['never charged, said', 'never charged,\\\nsaid']), `paragraph ${id(CHARGED)}`],
  // Records.
  ['a name changed', puts(ADA, ['name: Ada Varga\n', 'name: Ada Verga\naliases_: []\n'], ['aliases_: []\n', ''], ['aliases: [', 'aliases: [Ada Varga, ']), ADA, 'The name was published', 'was: name\n    text: Ada Varga'],
  ['a description that accuses', puts(ADA, ['Pilot of the ferry.', 'Thief.']), ADA, 'was: description\n    text: Pilot of the ferry.'],
  ['a description taken off', puts(ADA, ['description: Pilot of the ferry.\n', '']), 'description', 'goes only'],
  ['another in the catalogue', puts(ADA, ['example/1', 'example/2']), 'sameAs', 'was: sameAs\n    text: https://catalogue.example/1'],
  ['none in the catalogue', puts(ADA, ['sameAs: [https://catalogue.example/1]\n', '']), 'sameAs', 'goes only'],
  ['coordinates across the world', puts(PORT, ['10.5, 20.25', '-10.5, 20.25']), PORT, 'was: coordinates\n    text: 10.5, 20.25'],
  ['no coordinates', puts(PORT, ['coordinates: [10.5, 20.25]\n', '']), 'coordinates', 'goes only'],
  ['a place that lies elsewhere', puts(PORT, ['partOf: holms', 'partOf: quern']), 'was: partOf\n    text: holms'],
  ['a place that lies nowhere', puts(PORT, ['partOf: holms\n', '']), 'partOf', 'goes only'],
  ['no longer told apart', puts(ADA, ['distinctFrom: [ada-vargas]\n', '']), 'distinctFrom'],
  ['the counter renamed', puts(BOARD, ['name: Harbour Board\naliases: [The Board]', 'name: Sea Watch\naliases: [The Board, Harbour Board]']), BOARD, 'was: name\n    text: Harbour Board'],
  ['a removed person on an unrelated one', all(takes(BO), puts('people/cy-orm.yaml', ['name: Cy Orm\n', 'name: Cy Orm\nformerly: [bo-lind]\n'])), 'people/cy-orm.yaml', 'becomes part of another', 'Put the name among its aliases'],
  ['a record moved and renamed at once', all(takes(BO), adds('people/bo.yaml', 'name: Bo Lund\nformerly: [bo-lind]\n')), 'people/bo.yaml', 'The name was published'],
  ['a record moved, its description another', all(takes(ADA), puts('people/ada-vargas.yaml', ['name: Ada Vargas', 'distinctFrom: [ada]\nname: Ada Vargas']), adds('people/ada.yaml', `${SOUND[ADA]?.replace('Pilot of the ferry.', 'Thief.')}formerly: [ada-varga]\n`), storm(['people: [ada-varga]', 'people: [ada]'])), 'description'],
  ['a correction of a record that misquotes it', puts(ADA, ['description: Pilot of the ferry.\n', `description: Thief.\n${ofRecord('description', 'Saint.')}`]), 'no other thing', 'Pilot of the ferry.'],
  ['a person deleted', takes(BO), '/people/bo-lind/', 'there for good'],
  // Words rubbed out, and what comes back.
  ['a sentence withheld', storm([CHARGED, CHARGED], ['people: [ada-varga]\n', withheld('He was never charged, said Ada Varga.')]), 'a name or the like'],
  ['nine words withheld', storm(['people:', `${withheld('lamps were out, and nobody knew why they had', 'so')}people:`]), 'never a sentence or most of a paragraph'],
  ['most of a paragraph withheld', puts(QUIET, ['text: account\n', `text: account\n${withheld('All was', 'It')}`]), `paragraph ${id('All was quiet.')}`],
  ['most of a paragraph withheld by two', puts(QUIET, ['text: account\n', `text: account\nwithheld: [{ name: All, as: It, reason: A., date: 2031-05-01 }, { name: was, as: so, reason: A., date: 2031-05-01 }]\n`]), `paragraph ${id('All was quiet.')}`],
  ['a path left for a name, the text another', heir(['He lost a deck', 'He stole a deck'], ['Everybody laughed.', 'Nobody laughed.']), HEIR, `paragraph ${id('He lost a deck of cards.')} was published`, 'It said: “Everybody laughed.”'],
  ['a path left for a name, the headline another', heir(['The deck', 'The thief']), HEIR, 'It said: “The deck”'],
  ['a path left for a name, the kind of text another', heir(['text: verbatim', 'text: account']), HEIR, 'It said: “verbatim”'],
  ['a path left for a name, the summary gone', heir(['summary: A sailor lost his cards.\n', '']), HEIR, 'The summary was published'],
  ['a path left for a name, and made a draft', heir(['text: verbatim', 'text: verbatim\ndraft: true']), 'ledger/2031.txt', 'there for good'],
  ['a path lost for words that another article withholds', all(takes(QUIET), storm(['people:', `${withheld('quiet', 'so')}people:`])), 'ledger/2031.txt', 'there for good'],
];

for (const [name, change, ...said] of REFUSED) {
  test(`refused: ${name}`, async (t) => {
    const { root, refused } = await sealedArchive(t);
    change(root);
    const told = await refused();
    for (const words of said) assert.ok(told.includes(words), `${words}\n${told}`);
    assert.equal(await refused(), told, 'said again as long as it stands');
  });
}

const S = '/2031/04/02/storm/';
// biome-ignore format: a table, a change a row
const LISTED: [name: string, change: Change, ...listed: string[]][] = [
  ['a name taken off', storm(['people: [ada-varga]\n', '']), `${S} people removed ada-varga`],
  ['a name added', storm(['people:', 'organisations: [harbour-board]\npeople:']), `${S} organisations added harbour-board`],
  ['another name', storm(['places: [port-ansel]\n', '']), `${S} places removed port-ansel`],
  ['a subject added', storm(['about: [harbour-board]', 'about: [harbour-board, cy-orm]']), `${S} about added cy-orm`],
  ['a subject taken off', storm(['about: [harbour-board]\n', '']), `${S} about removed harbour-board`],
  ['another subject', storm(['about: [harbour-board]', 'about: [cy-orm]']), `${S} about removed harbour-board`, `${S} about added cy-orm`],
  ['a figure added', storm(['corrections:', `${FIGURE('sailors-gone')}corrections:`]), `${S} f-sailors-gone added`],
  ['another language', storm(['lang: en', 'lang: fr']), `${S} lang changed en`],
  ['no language', storm(['lang: en\n', '']), `${S} lang removed en`],
  ['a language', puts(QUIET, ['text: account', 'text: account\nlang: nb']), '/2031/04/03/quiet/ lang added'],
  ['a summary', puts(QUIET, ['text: account', 'text: account\nsummary: Quiet.']), '/2031/04/03/quiet/ summary added'],
  ['a source', puts(QUIET, ['text: account', 'text: account\nsource: { publisher: The Gazette, author: Ines Corran }']), '/2031/04/03/quiet/ source.publisher added', '/2031/04/03/quiet/ source.author added'],
  ['subjects of the source', puts(QUIET, ['text: account', 'text: account\nsource: { subjects: [Sea, Law] }']), '/2031/04/03/quiet/ source.subjects added', '/2031/04/03/quiet/ source.subjects added'],
  ['an old address of the source', storm(['  sha256', '  formerUrls: [https://gazette.example/?p=4]\n  sha256']), `${S} source.formerUrls added`],
  ['a dateline', puts(QUIET, ['text: account', 'text: account\ndateline: quern']), '/2031/04/03/quiet/ dateline added'],
  ['a space that does not break made one that does', storm(['10\u00a0000', '10 000']), `${S} characters changed ${id(PRICE)}`],
  ['a space that breaks made one that does not', storm([ODD, ODD.replace('knew why', 'knew\u00a0why')]), `${S} characters changed ${id(ODD)}`],
  ['accents stored otherwise', storm(['caf\u0065\u0301', 'café']), `${S} characters changed ${id(PRICE)}`],
  ['moved', all(takes(QUIET), adds('articles/2031/04/03/still.mdx', `${SOUND[QUIET]?.replace('text: account', 'text: account\nformerly: [/2031/04/03/quiet/]')}`)), '/2031/04/03/still/ formerly added'],
  ['withdrawn', storm(['people:', 'withdrawn: { date: 2031-05-01, reason: A court said so. }\npeople:']), `${S} withdrawn added`],
  ['another reason of a withdrawal', puts(GONE, ['It was wrong.', 'Somebody asked.']), '/2031/04/04/gone/ withdrawn changed'],
  ['shown again', puts(GONE, ['withdrawn: { date: 2031-04-05, reason: It was wrong. }\n', '']), '/2031/04/04/gone/ withdrawn removed'],
  ['a name withheld', storm(['people: [ada-varga]\n', withheld('Ada Varga')]), `${S} people removed ada-varga`, `${S} withheld added`],
  ['a word withheld', storm(['people:', `${withheld('never', 'so')}people:`]), `${S} withheld added`],
  ['a path left for a name that it holds', heir(), '/2031/04/06/deck/ path changed', '/2031/04/06/deck/ withheld added'],
  ['a spelling added', puts(ADA, ['[A. Varga', '[Ada V., A. Varga']), '/people/ada-varga/ aliases added'],
  ['a spelling taken off', puts(ADA, ['A. Varga, ', '']), '/people/ada-varga/ aliases removed'],
  ['filed elsewhere', puts(ADA, ['sortName: Varga, Ada', 'sortName: Ada Varga']), '/people/ada-varga/ sortName changed'],
  ['no longer filed by another name', puts(ADA, ['sortName: Varga, Ada\n', '']), '/people/ada-varga/ sortName removed'],
  ['a description added', puts(BO, ['name: Bo Lind\n', 'name: Bo Lind\ndescription: Cook.\n']), '/people/bo-lind/ description added'],
  ['an address in a catalogue added', puts(BO, ['name: Bo Lind\n', 'name: Bo Lind\nsameAs: [https://catalogue.example/9]\n']), '/people/bo-lind/ sameAs added'],
  ['coordinates added', puts('places/quern.yaml', ['name: Quern\n', 'name: Quern\ncoordinates: [1, 2]\n']), '/places/quern/ coordinates added'],
  ['a whole added', puts('places/quern.yaml', ['name: Quern\n', 'name: Quern\npartOf: holms\n']), '/places/quern/ partOf added'],
  ['told apart', puts('people/ada-vargas.yaml', ['name: Ada Vargas\n', 'name: Ada Vargas\ndistinctFrom: [ada-varga]\n']), '/people/ada-vargas/ distinctFrom added ada-varga'],
  ['a merge, the name a spelling', all(takes(BO), puts('people/cy-orm.yaml', ['name: Cy Orm\n', 'name: Cy Orm\naliases: [Bo Lind]\nformerly: [bo-lind]\n'])), '/people/cy-orm/ merged added bo-lind', '/people/cy-orm/ aliases added'],
  ['a merge, and a correction why', all(takes(BO), puts('people/cy-orm.yaml', ['name: Cy Orm\n', `name: Cy Orm\nformerly: [bo-lind]\n${ofRecord('name', 'Bo Lind')}`])), '/people/cy-orm/ merged added bo-lind'],
  ['a record with another id', all(takes(BO), adds('people/bo.yaml', 'name: Bo Lind\nformerly: [bo-lind]\n')), '/people/bo/ formerly added bo-lind'],
  ['a record taken out for a name that is withheld', all(takes(ADA), storm(['people: [ada-varga]\n', withheld('Ada Varga')])), '/people/ada-varga/ record removed', `${S} people removed ada-varga`, `${S} withheld added`],
];

for (const [name, change, ...expected] of LISTED) {
  test(`listed, for good and with its day: ${name}`, async (t) => {
    const { root, refused, listed, seal } = await sealedArchive(t);
    change(root);
    assert.equal(await refused(), '');
    const found = await listed();
    const plain = found.map((one) => one.replace(/ [\w-]{43}$/, ''));
    assert.deepEqual(plain.toSorted(), [...expected].toSorted());
    await seal('2031-06-01');
    const text = readFileSync(join(root, 'ledger/changes.txt'), 'utf8');
    assert.deepEqual(
      text.split('\n').slice(0, -1).toSorted(),
      found.map((one) => `2031-06-01 ${one}`).toSorted(),
    );
    assert.deepEqual(await listed(), [], 'once');
    assert.equal(await refused(), '');
  });
}

// biome-ignore format: a table, a change a row
const SOUND_CHANGES: [name: string, change: Change][] = [
  ['the summary corrected', storm(['Twelve are missing.', 'Eleven are missing.'], corrects('summary', 'Twelve are missing.'))],
  ['the summary taken out, with a correction', storm(['summary: Twelve are missing.\n', ''], corrects('summary', 'Twelve are missing.'))],
  ['the author corrected', storm(['Ines Corran', 'Ines Curran'], corrects('source.author', 'Ines Corran'))],
  ['the address of the source corrected', storm(['gazette.example/storm', 'gazette.example/storm-2'], corrects('source.url', 'https://gazette.example/storm'))],
  ['the kind of text corrected', storm(['text: verbatim', 'text: account'], corrects('text', 'verbatim'))],
  ['the dateline corrected', storm(['dateline: port-ansel', 'dateline: quern'], corrects('dateline', 'port-ansel'))],
  ['the language corrected', storm(['lang: en', 'lang: fr'], corrects('lang', 'en'))],
  ['a headline given, and said so', puts(QUIET, ['text: account\n', 'text: account\ntitle: Quiet\ncorrections: [{ date: 2031-05-01, note: It had none., added: title }]\n'])],
  ['a figure corrected in one field', storm(['countedBy: harbour-board', 'countedBy: unknown'], corrects('f-missing-sailors', 'countedBy: harbour-board'))],
  ['a figure corrected that had no cause', storm(['countedBy: harbour-board', 'countedBy: harbour-board\n    cause: storm'], corrects('f-missing-sailors', 'cause: none'))],
  ['a figure taken out, told in full', storm([STORM_TEXT.slice(STORM_TEXT.indexOf('figures:'), STORM_TEXT.indexOf('corrections:')), ''], corrects('f-missing-sailors', 'measure: missing; best: 12; qualifier: exact; asStated: twelve sailors were missing; group: {"label":"sailors","status":"unknown"}; place: port-ansel; countType: incident; asOf: 2031-04-01; countedBy: harbour-board'))],
  ['a paragraph split, a word of it another', storm([ODD, 'The lamps were out.\n\nAnd nobody knew how they had been.'], corrects(id(ODD), ODD))],
  ['emphasis put on, with a correction', storm(['never charged', '*never* charged'], corrects(id(CHARGED), CHARGED))],
  ['a link changed, with a correction', marked(['report.example/a', 'report.example/b'], withCorrection(`was: ${id(REPORT)}, text: ${REPORT}`))],
  ['a rule taken out, with a correction', marked(['\n---\n\n|', '\n|'], withCorrection(`was: ${partId('---')}, text: "---"`))],
  ['a rule put in, and said so', puts(QUIET, ['Nothing', '---\n\nNothing'], withCorrection(`added: ${partId('---')}`))],
  ['a name corrected', puts(ADA, ['name: Ada Varga', 'name: Ada Várga'], ['distinctFrom', `${ofRecord('name', 'Ada Varga')}distinctFrom`])],
  ['a description corrected', puts(ADA, ['Pilot of the ferry.\n', `Pilot.\n${ofRecord('description', 'Pilot of the ferry.')}`])],
  ['an address in a catalogue corrected', puts(ADA, ['sameAs: [https://catalogue.example/1]\n', ofRecord('sameAs', 'https://catalogue.example/1')])],
  ['coordinates corrected', puts(PORT, ['coordinates: [10.5, 20.25]\n', `coordinates: [10.5, 20.5]\n${ofRecord('coordinates', '10.5, 20.25')}`])],
  ['a whole corrected', puts(PORT, ['partOf: holms\n', `partOf: quern\n${ofRecord('partOf', 'holms')}`])],
  ['one and the same, with a correction', puts(ADA, ['distinctFrom: [ada-vargas]\n', ofRecord('distinctFrom', 'ada-vargas')])],
  ['another kind of quotation marks around YAML, other line breaks', storm(['title: Storm at Port Ansel', 'title: "Storm at Port Ansel"'], ['nobody knew', 'nobody\nknew'])],
  ['the same markup written otherwise', marked(['**never**', '__never__'], ['- first\n- second', '* first\n* second'], ['---\n\n|', '***\n\n|'])],
  ['names of an article in another order', storm(['about: [harbour-board]\ndateline: port-ansel', 'dateline: port-ansel\nabout: [harbour-board]'])],
  ['spellings in another order', puts(ADA, ['[A. Varga, Ada of Ansel]', '[Ada of Ansel, A. Varga]'])],
  ['a new article', adds('articles/2032/01/01/new.mdx', '---\ndate: 2032-01-01\ntext: account\n---\n\nAll was new.\n')],
  ['a new record', adds('people/di-ray.yaml', 'name: Di Ray\n')],
  ['a draft changed before it is published', all(adds('articles/2032/01/01/new.mdx', '---\ndate: 2032-01-01\ntext: account\ndraft: true\n---\n\nAll was new.\n'), puts('articles/2032/01/01/new.mdx', ['All was new.', 'Nothing was.']))],
];

for (const [name, change] of SOUND_CHANGES) {
  test(`allowed, and nothing to list: ${name}`, async (t) => {
    const { root, refused, listed, seal } = await sealedArchive(t);
    change(root);
    assert.equal(await refused(), '');
    assert.deepEqual(await listed(), []);
    await seal('2031-06-01');
    assert.equal(await refused(), '');
  });
}

test('a text that was withdrawn comes back as it was, or with corrections', async (t) => {
  const { root, refused, listed, seal } = await sealedArchive(t);
  const text = STORM_TEXT;
  const gone =
    '---\ndate: 2031-04-02\ntext: verbatim\nwithdrawn: { date: 2031-05-01, reason: Asked for. }\n---\n';
  writeFileSync(join(root, STORM), gone);
  await seal('2031-06-01');
  await seal('2031-06-02');
  writeFileSync(join(root, STORM), text.replace('never charged', 'rightly charged'));
  assert.match(await refused(), new RegExp(`paragraph ${id(CHARGED)} was published on 2031-04-06`));
  writeFileSync(join(root, STORM), text.replace('verbatim', 'account'));
  assert.match(await refused(), /The text was published/);
  writeFileSync(join(root, STORM), text);
  assert.equal(await refused(), '');
  assert.deepEqual(await listed(), [`${S} withdrawn removed`]);
});

test('what is withheld later and shown again is listed each time, without its words', async (t) => {
  const { root, listed, seal } = await sealedArchive(t);
  storm(['people:', `${withheld('Ines Corran', 'a reporter')}people:`])(root);
  await seal('2031-06-01');
  storm(['as: a reporter', 'as: a writer'])(root);
  assert.match((await listed()).join(), /withheld changed/);
  await seal('2031-06-02');
  storm([withheld('Ines Corran', 'a writer'), ''])(root);
  assert.match((await listed()).join(), /withheld removed/);
  await seal('2031-06-03');
  const changes = readFileSync(join(root, 'ledger/changes.txt'), 'utf8');
  assert.equal(changes.split('\n').length, 4);
  assert.doesNotMatch(changes, /corran/i);
});

test('what left a path for a name is held to what was sealed there, as long as it is there', async (t) => {
  const { root, refused, listed, seal } = await sealedArchive(t);
  heir()(root);
  await seal('2031-06-01');
  assert.doesNotMatch(readFileSync(join(root, 'ledger/changes.txt'), 'utf8'), /nils|oram/i);
  const text = readFileSync(join(root, HEIR), 'utf8');
  const lines = text.split('\n\n');
  writeFileSync(join(root, HEIR), `${lines[0]}\n\nAll was another tale.\n`);
  assert.match(await refused(), /only with a correction/);
  writeFileSync(join(root, HEIR), text);
  assert.equal(await refused(), '');
  assert.deepEqual(await listed(), []);
});

const codesIn = (problems: readonly Problem[] = []) => problems.map(({ code }) => code);

test('one reading tells of a dead link, a lost path, a changed text and what is to be listed', async (t) => {
  const { root, told } = await sealedArchive(t);
  rmSync(join(root, QUIET));
  storm(['never charged', 'rightly charged'], ['about: [harbour-board]\n', ''])(root);
  adds(
    'articles/2031/05/01/new.mdx',
    '---\ndate: 2031-05-01\ntext: account\n---\n\nSee [it](/2031/01/01/nowhere/).\n',
  )(root);
  const report = await told();
  const codes = codesIn(report?.problems);
  assert.deepEqual(codes.toSorted(), ['link/no-page', 'published/changed', 'published/path']);
  assert.deepEqual(codesIn(report?.unlisted), ['published/unlisted']);
  assert.equal(report?.unchecked, '');
});

test('where a file has a fault, the report says that it is compared with what was published later', async (t) => {
  const { root, told } = await sealedArchive(t);
  rmSync(join(root, QUIET));
  storm(['never charged', 'rightly charged'], ['measure: missing', 'measure: lost'])(root);
  const report = await told();
  assert.ok(!codesIn(report?.problems).includes('published/path'));
  assert.match(report?.message ?? '', /not compared with what was published.+\n\n.+ Nothing was/);
});
