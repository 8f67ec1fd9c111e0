import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { filesBelow } from '../../src/content/files/files-below.ts';
import { idFault } from '../../src/domain/identifier.ts';
import { paragraphsOf } from '../../src/import/formats/text.ts';
import { type Archivist, importer } from '../../src/import/importer.ts';
import { openAuthorityFile } from '../../src/import/matching/authority-file.ts';
import { openFiledEntries } from '../../src/import/matching/filed-entries.ts';
import { FiledMedia } from '../../src/import/media/filed-media.ts';
import type { Outcome } from '../../src/import/outcome.ts';
import { writtenDocument } from '../../src/import/reader/reading.ts';
import { acceptEntry } from '../../src/import/review/accepted-entry.ts';
import { acceptsAll, leavesAll } from '../../src/import/review/ask.ts';
import { asLine, noNames, type SourceDocument } from '../../src/import/source-document.ts';
import { openDisk } from '../../src/import/writing/disk.ts';
import { hostileText } from '../support/hostile.ts';
import { problemsIn } from '../support/problems.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const DAY = '2031-04-02';
let bytes = 0;

/** A source document of invented words, of bytes that no other has. */
const document = (
  facts: Partial<Omit<SourceDocument, 'body'>> & { text: string },
): SourceDocument => {
  const { text, ...stated } = facts;
  return {
    sha256: `${++bytes}`.padStart(64, '0'),
    date: DAY,
    named: noNames(),
    body: paragraphsOf(text),
    notes: [],
    ...stated,
  };
};

/** Imports source documents into an archive of its own, as one run of the command. */
async function run(
  root: string,
  stories: SourceDocument[],
  archivist: Archivist = leavesAll(false),
  given = {},
) {
  mkdirSync(root, { recursive: true });
  const disk = openDisk(root);
  const take = importer(
    { authorityFile: openAuthorityFile(root), filedEntries: openFiledEntries(root), disk },
    { today: '2031-05-01', ...given },
    archivist,
  );
  const outcomes: Outcome[] = [];
  for (const one of stories)
    outcomes.push(
      await take({
        origin: 'a file',
        isSole: true,
        reading: { document: await writtenDocument(one) },
      }),
    );
  disk.close();
  return outcomes;
}

const contentIn = (t: TestContext) => join(scratchFolder(t), 'content');
const entry = (root: string, id: string) =>
  readFileSync(join(root, 'articles', `${id}.mdx`), 'utf8');
const ids = (outcomes: Outcome[]) => outcomes.map((one) => ('id' in one ? one.id : one.outcome));

suite('names that the source gives', () => {
  const named = {
    people: ['Ada Varga', 'ilja-brandt'],
    places: ['SALTHOLM', 'usa'],
    organisations: ['opec'],
  };
  const text = 'Ada Varga met OPEC in Saltholm.';

  test('those in the text are listed, the others are what it is about; each has a record', async (t) => {
    const root = contentIn(t);
    await run(root, [document({ title: 'Meeting', text, named })]);
    const file = entry(root, '2031/04/02/meeting');
    assert.match(
      file,
      /people:\n {2}- ada-varga\nplaces:\n {2}- saltholm\norganisations:\n {2}- opec\nabout:\n {2}- ilja-brandt\n {2}- usa\n/,
    );
    assert.equal(readFileSync(join(root, 'organisations/opec.yaml'), 'utf8'), 'name: OPEC\n');
    assert.equal(readFileSync(join(root, 'places/usa.yaml'), 'utf8'), 'name: USA\n');
    assert.equal(
      readFileSync(join(root, 'people/ilja-brandt.yaml'), 'utf8'),
      'name: Ilja Brandt\n',
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('a record that is there is found by any of its spellings', async (t) => {
    const root = contentIn(t);
    write(root, { 'people/varga.yaml': 'name: Ada Varga\naliases: [Captain Varga, Варга]\n' });
    await run(root, [
      document({
        title: 'A',
        text: 'Варга sailed.',
        named: { ...noNames(), people: ['captain varga'] },
      }),
    ]);
    assert.match(entry(root, '2031/04/02/a'), /people:\n {2}- varga\n/);
    assert.equal(filesBelow(join(root, 'people')).length, 1);
  });

  test('a name that two records share is left to the archivist', async (t) => {
    const root = contentIn(t);
    write(root, { 'people/a.yaml': 'name: Ada Varga\n', 'people/b.yaml': 'name: Ada Varga\n' });
    const [one] = await run(root, [
      document({
        title: 'A',
        text: 'Ada Varga sailed.',
        named: { ...noNames(), people: ['Ada Varga'] },
      }),
    ]);
    assert.ok(one?.outcome === 'imported');
    assert.deepEqual(one.entry.notes, ['“Ada Varga” may be a or b: add the right id by hand']);
  });

  test('a city and a body of one name have two records', async (t) => {
    const root = contentIn(t);
    await run(root, [
      document({
        title: 'A',
        text: 'In Ansel, Ansel said so.',
        named: { people: [], places: ['Ansel'], organisations: ['Ansel'] },
      }),
    ]);
    assert.deepEqual(
      filesBelow(root)
        .filter(({ path }) => path.endsWith('.yaml'))
        .map(({ path }) => relative(root, path))
        .toSorted(),
      ['organisations/ansel-organisation.yaml', 'places/ansel.yaml'],
    );
    assert.deepEqual(await problemsIn(root), []);
  });
});

suite('suggestions', () => {
  const text =
    'Ada Varga spoke in Port Ansel.\n\nAt least 30 sailors were killed and nearly 200 people taken in Port Ansel, the Harbour Board said.';

  test('are kept apart and not published', async (t) => {
    const root = contentIn(t);
    write(root, { 'places/port-ansel.yaml': 'name: Port Ansel\n' });
    const [one] = await run(root, [document({ title: 'A', text })]);
    assert.ok(one?.outcome === 'imported');
    assert.equal(one.entry.data.people, undefined);
    assert.equal(one.entry.data.figures, undefined);
    const file = entry(root, one.id);
    assert.match(
      file,
      /\nsuggested:\n {2}people:\n {4}- name: Ada Varga\n {2}places:\n {4}- name: Port Ansel\n {6}id: port-ansel\n/,
    );
    assert.deepEqual(await problemsIn(root), []);
    assert.ok(!existsSync(join(root, 'people')));
  });

  test('accepted, they are names and figures with the text’s own words and bounds', async (t) => {
    const root = contentIn(t);
    const [one] = await run(root, [document({ title: 'A', text })], acceptsAll(false));
    assert.ok(one?.outcome === 'imported');
    assert.deepEqual(one.entry.data.people, ['ada-varga']);
    assert.deepEqual(
      one.entry.data.figures?.map(
        ({ measure, low, high, qualifier, asStated, place, countedBy }) => ({
          measure,
          low,
          high,
          qualifier,
          asStated,
          place,
          countedBy,
        }),
      ),
      [
        {
          measure: 'killed',
          low: 30,
          high: undefined,
          qualifier: 'atLeast',
          asStated: 'At least 30 sailors were killed',
          place: 'port-ansel',
          countedBy: 'harbour-board',
        },
        {
          measure: 'abducted',
          low: undefined,
          high: 200,
          qualifier: 'nearly',
          asStated: 'nearly 200 people taken',
          place: 'port-ansel',
          countedBy: 'harbour-board',
        },
      ],
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('a total since nobody knows when stays a suggestion, and the archivist is told why', async (t) => {
    const root = contentIn(t);
    const total =
      'Since the storms began 30 sailors have been killed at Port Ansel. Two were hurt.';
    const [one] = await run(root, [document({ title: 'A', text: total })], acceptsAll(false));
    assert.ok(one?.outcome === 'imported');
    const idsOf = (figures: readonly { measure: string }[] = []) =>
      figures.map(({ measure }) => measure);
    assert.deepEqual(idsOf(one.entry.data.figures), ['injured']);
    assert.deepEqual(idsOf(one.entry.suggested.figures), ['killed']);
    assert.ok(one.entry.notes.some((note) => /since when is not known: add its period/.test(note)));
    assert.deepEqual(await problemsIn(root), []);
  });

  test('left for later, they can be reviewed in the entry', async (t) => {
    const root = contentIn(t);
    const [one] = await run(root, [document({ title: 'A', text })]);
    assert.ok(one?.outcome === 'imported');
    const disk = openDisk(root);
    const authorityFile = openAuthorityFile(root);
    const filedMedia = new FiledMedia(root);
    await acceptEntry(one.path, { root, authorityFile, filedMedia, disk });
    disk.close();
    const file = entry(root, one.id);
    assert.doesNotMatch(file, /suggested/);
    assert.match(file, /people:\n {2}- ada-varga\n/);
    assert.match(file, /- id: sailors-killed\n/);
    assert.ok(file.endsWith(`---\n\n${one.entry.body}`));
    assert.deepEqual(await problemsIn(root), []);
  });
});

suite('again and again', () => {
  const text =
    'The ferry left at six. It carried forty passengers and their bicycles, and it came to Port Ansel before the gale did.';

  test('the same input twice changes nothing', async (t) => {
    const root = contentIn(t);
    const one = document({ title: 'Ferry', text });
    await run(root, [one]);
    const before = entry(root, '2031/04/02/ferry');
    assert.deepEqual(
      (await run(root, [one, one])).map(({ outcome }) => outcome),
      ['unchanged', 'unchanged'],
    );
    assert.equal(entry(root, '2031/04/02/ferry'), before);
  });

  test('an item whose file changed around it is unchanged', async (t) => {
    const root = contentIn(t);
    const facts = { title: 'Ferry', text, url: 'https://gazette.example/ferry' };
    await run(root, [document(facts)]);
    assert.deepEqual(
      (await run(root, [document(facts)])).map(({ outcome }) => outcome),
      ['unchanged'],
    );
  });

  test('a changed input is shown and left, unless it is taken; what the archive added stays', async (t) => {
    const root = contentIn(t);
    const url = 'https://gazette.example/ferry';
    await run(root, [document({ title: 'Ferry', text, url })]);
    const path = join(root, 'articles/2031/04/02/ferry.mdx');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        'text: verbatim',
        'summary: Added by hand.\ntext: verbatim',
      ),
    );
    const before = readFileSync(path, 'utf8');
    const changed = () =>
      document({ title: 'Ferry late', text: text.replace('six', 'seven'), url });
    const [left] = await run(root, [changed()]);
    assert.ok(left?.outcome === 'changed' && !left.taken);
    assert.match(left.diff, /\n-title: Ferry\n\+title: Ferry late\n/);
    assert.match(left.diff, /\n-The ferry left at six\..*\n\+The ferry left at seven\./);
    assert.equal(readFileSync(path, 'utf8'), before);
    const [taken] = await run(root, [changed()], leavesAll(true));
    assert.ok(taken?.outcome === 'changed' && taken.taken);
    assert.match(
      readFileSync(path, 'utf8'),
      /^---\ntitle: Ferry late\n[\s\S]*summary: Added by hand\.[\s\S]*at seven/,
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('suggestions are renewed from the new text, but for those that were gone through', async (t) => {
    const root = contentIn(t);
    const url = 'https://gazette.example/wreck';
    const said = (count: string, more = '') =>
      `Ada Varga spoke in Port Ansel.\n\nAt least ${count} sailors were killed in Port Ansel, the Harbour Board said.${more}`;
    await run(root, [document({ title: 'Wreck', text: said('30'), url })]);
    const path = join(root, 'articles/2031/04/02/wreck.mdx');
    const before = readFileSync(path, 'utf8');
    assert.match(before, /suggested:[\s\S]*Ada Varga[\s\S]*30/);
    // The archivist takes no notice of Ada Varga.
    writeFileSync(
      path,
      before.replace(/ {4}- name: Ada Varga\n/, '').replace(/ {2}people:\n(?! {4})/, ''),
    );
    await run(
      root,
      [document({ title: 'Wreck', text: said('40', ' Nobody asked Ada Varga.'), url })],
      leavesAll(true),
    );
    const after = readFileSync(path, 'utf8');
    const [, fields = ''] = after.split('suggested:');
    const [suggested = ''] = fields.split('\n---');
    assert.match(suggested, /Port Ansel[\s\S]*40 sailors/);
    assert.doesNotMatch(suggested, /30|Ada Varga/);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('another date of the source is shown, and no path is moved for it', async (t) => {
    const root = contentIn(t);
    const url = 'https://gazette.example/ferry';
    await run(root, [document({ title: 'Ferry', text, url })]);
    const before = entry(root, '2031/04/02/ferry');
    const redated = () => document({ title: 'Ferry', text, url, date: '2031-04-12' });
    const [left] = await run(root, [redated()]);
    assert.ok(left?.outcome === 'changed' && !left.taken);
    assert.match(left.diff, /\n-date: 2031-04-02\n\+date: 2031-04-12\n/);
    const [refused] = await run(root, [redated()], leavesAll(true));
    assert.ok(refused?.outcome === 'failed');
    assert.match(refused.reason, /dates it 2031-04-12 now/);
    assert.equal(entry(root, '2031/04/02/ferry'), before);
  });

  test('two texts of one address that have nothing in common are not one', async (t) => {
    const root = contentIn(t);
    const url = 'https://gazette.example/latest';
    const other = 'A choir of Vellmar sang on the quay until the lamps were lit, and went home.';
    const [one, two] = await run(root, [
      document({ title: 'Ferry', text, url }),
      document({ title: 'Choir', text: other, url }),
    ]);
    assert.equal(one?.outcome, 'imported');
    assert.ok(two?.outcome === 'failed');
    assert.match(two.reason, /its address is that of 2031\/04\/02\/ferry/);
  });

  test('a text without an address that changed is known by its day and its words', async (t) => {
    const root = contentIn(t);
    await run(root, [document({ text })]);
    const [one] = await run(root, [document({ text: text.replace('gale', 'storm') })]);
    assert.equal(one?.outcome, 'changed');
  });

  test('a new text that lost the words of a figure is not taken', async (t) => {
    const root = contentIn(t);
    const url = 'https://gazette.example/ferry';
    await run(
      root,
      [document({ title: 'Ferry', text: `${text} Six sailors were killed.`, url })],
      acceptsAll(false),
    );
    const [one] = await run(root, [document({ title: 'Ferry', text, url })], leavesAll(true));
    assert.ok(one?.outcome === 'failed');
    assert.match(one.reason, /the new text has no longer the words of sailors-killed/);
  });

  test('the same document from two files is filed twice and reported', async (t) => {
    const root = contentIn(t);
    const outcomes = await run(root, [
      document({ title: 'Ferry', text, url: 'https://gazette.example/ferry' }),
      document({
        title: 'Ferry arrives',
        text: `${text} The end.`,
        url: 'https://herald.example/7',
      }),
      document({
        title: 'Other',
        text: 'A gale took the roofs of eleven houses, and the lifeboat was out all night looking for two yachts and a barge.',
      }),
    ]);
    assert.deepEqual(
      outcomes.map((one) => one.outcome === 'imported' && one.like),
      [undefined, '2031/04/02/ferry', undefined],
    );
  });

  test('an entry that is there is never overwritten', async (t) => {
    const root = contentIn(t);
    const first =
      'The ferry left at six with the mail and came back at nine without it, to everybody’s surprise.';
    await run(root, [document({ title: 'Ferry', text: first, url: 'https://gazette.example/1' })]);
    assert.deepEqual(
      ids(await run(root, [document({ title: 'Ferry', text, url: 'https://gazette.example/2' })])),
      ['2031/04/02/ferry-2'],
    );
    assert.match(entry(root, '2031/04/02/ferry'), /left at six with the mail/);
  });
});

suite('headlines and dates', () => {
  test('a missing headline is left out, and the path made of the first words', async (t) => {
    const root = contentIn(t);
    const outcomes = await run(root, [
      document({ text: 'The mayor of Saltholm opened the new harbour wall on Friday. It rained.' }),
    ]);
    assert.deepEqual(ids(outcomes), [
      '2031/04/02/the-mayor-of-saltholm-opened-the-new-harbour-wall-on-friday',
    ]);
    assert.doesNotMatch(entry(root, ids(outcomes)[0] ?? ''), /title/);
  });

  test('a given headline is one article’s', async (t) => {
    const outcomes = await run(
      contentIn(t),
      [document({ text: 'One sailed.' }), document({ text: 'Two sank.' })],
      leavesAll(false),
      { title: 'Given' },
    );
    assert.deepEqual(ids(outcomes), ['2031/04/02/given', 'failed']);
  });

  test('a missing date is a fault that says how to give one', async (t) => {
    const root = contentIn(t);
    const undated = () => ({ ...document({ title: 'A', text: 'It sailed.' }), date: undefined });
    const [one] = await run(root, [undated()]);
    assert.ok(one?.outcome === 'failed');
    assert.match(one.reason, /--date YYYY-MM-DD/);
    assert.deepEqual(ids(await run(root, [undated()], leavesAll(false), { date: '2030-01-01' })), [
      '2030/01/01/a',
    ]);
  });

  test('2,000 hostile headlines: every path is in the archive, of its own, and one that every disk can hold', async (t) => {
    const root = contentIn(t);
    const hostile = [
      '../../etc/passwd',
      '..\\..\\x',
      '/etc/passwd',
      'C:\\x',
      'CON',
      'nul',
      'com1.txt',
      'index',
      'page-2',
      'unknown',
      '.',
      '..',
      '...',
      '%2e%2e%2f',
      '\u0000',
      'a'.repeat(5000),
      'é',
      'e\u0301',
      'É',
      'ＡＢＣ',
      '漢字',
      'שלום',
      '😀',
      '\u202ex',
      ' ',
      '\n---\n',
      'title: x',
      '&a',
      '*a',
      '!!js/function x',
      '- a',
      '"',
      "'",
      '{a: b}',
      'null',
      'true',
      '1e3',
      '2031-04-02',
      '~',
      'aux.',
      'lpt9',
      'x/y',
      'x\u2215y',
      '\\u002e',
    ];
    const titles = [
      ...hostile,
      ...fc.sample(hostileText, { numRuns: 2000 - hostile.length, seed: 7 }),
    ];
    const outcomes = await run(
      root,
      titles.map((title, at) =>
        document({
          title: asLine(title, 300),
          text: `Item ${at} is of its own, and no other item has its words.`,
        }),
      ),
    );
    const filed = ids(outcomes);
    assert.equal(new Set(filed.map((id) => id.toLowerCase())).size, titles.length);
    for (const id of filed) {
      assert.match(id, /^2031\/04\/02\/[a-z0-9-]+$/);
      assert.equal(idFault(id.slice(11)), undefined, id);
    }
    assert.equal(filesBelow(root).filter(({ isFolder }) => !isFolder).length, titles.length);
    assert.deepEqual(await problemsIn(root), []);
  });
});

test('subjects and old addresses of a source are kept, and follow it', async (t) => {
  const root = contentIn(t);
  const one = {
    title: 'Lamp',
    url: 'https://courier.example/lamp',
    text: 'The lamp of Quern was lit again.',
  };
  const formerUrls = ['https://courier.example/?p=1', 'https://courier.example/lamp'];
  await run(root, [document({ ...one, subjects: ['Sea', 'Law'], formerUrls })]);
  const id = '2031/04/02/lamp';
  assert.match(
    entry(root, id),
    /subjects:\n {4}- Sea\n {4}- Law\n {2}formerUrls:\n {4}- https:\/\/courier\.example\/\?p=1\n {2}accessed/,
  );
  assert.deepEqual(await problemsIn(root), []);
  const again = document({ ...one, subjects: ['Sea', 'Law'], formerUrls });
  const [unchanged] = await run(root, [again], acceptsAll(true));
  assert.equal(unchanged?.outcome, 'unchanged');
  await run(root, [document({ ...one, subjects: ['Sea'], formerUrls })], acceptsAll(true));
  assert.doesNotMatch(entry(root, id), /Law/);
});

test('another view of an article at an address of the same site is passed over, on every import', async (t) => {
  const root = scratchFolder(t);
  const text = Array.from({ length: 30 }, (_, at) => `The ferry of day ${at} ran.`).join(' ');
  const url = 'https://www.gazette.example/ferry';
  const stories = [
    document({ text, title: 'Ferry', url }),
    document({ text, title: 'Ferry – print', url: `${url}?view=print` }),
    document({ text, title: 'Ferry', url: 'https://amp.gazette.example/ferry' }),
    document({ text, title: 'Ferry', url: 'https://courier.example/ferry' }),
    document({ text, title: 'Ferry', url: `${url}-2`, date: '2031-04-03' }),
  ];
  const became = async () => (await run(root, stories)).map(({ outcome }) => outcome);
  const first = await became();
  assert.deepEqual(first, ['imported', 'skipped', 'skipped', 'imported', 'imported']);
  const again = await became();
  assert.deepEqual(again, ['unchanged', 'skipped', 'skipped', 'unchanged', 'unchanged']);
});
