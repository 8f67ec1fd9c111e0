import assert from 'node:assert/strict';
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { type Archivist, importer } from '../../src/import/importer.ts';
import { itemsOf } from '../../src/import/item.ts';
import { openAuthorityFile } from '../../src/import/matching/authority-file.ts';
import { openFiledEntries } from '../../src/import/matching/filed-entries.ts';
import type { Outcome } from '../../src/import/outcome.ts';
import { acceptsAll, leavesAll } from '../../src/import/review/ask.ts';
import { openDisk } from '../../src/import/writing/disk.ts';
import { problemsIn } from '../support/problems.ts';
import { scratchFolder, write } from '../support/scratch.ts';

/** What becomes of records without a text: those of bibliographies, beside articles that have one. */

function archive(t: TestContext) {
  const root = join(scratchFolder(t), 'content');
  mkdirSync(root, { recursive: true });
  const take = async (
    text: string,
    archivist: Archivist = leavesAll(false),
    given: { date?: string } = {},
  ): Promise<Outcome[]> => {
    const disk = openDisk(root);
    const one = importer(
      { authorityFile: openAuthorityFile(root), filedEntries: openFiledEntries(root), disk },
      { today: '2031-05-01', ...given },
      archivist,
    );
    const outcomes: Outcome[] = [];
    for await (const { item } of itemsOf({ name: 'input', bytes: Buffer.from(text) }))
      outcomes.push(await one(item));
    disk.close();
    return outcomes;
  };
  const entry = (id: string) => readFileSync(join(root, 'articles', `${id}.mdx`), 'utf8');
  const entries = () => globSync('articles/**/*.mdx', { cwd: root }).toSorted();
  return { root, take, entry, entries };
}

const said = (outcomes: readonly Outcome[]) =>
  outcomes.map((one) => (one.outcome === 'failed' ? one.reason : one.outcome));

const bib = (fields: string, title = 'The lamp of Quern', date = '2021-04-02') =>
  `@article{a, title = {${title}}, date = {${date}}, journal = {The Quern Courier}, ${fields}}\n`;
const page = (words: string) =>
  `<html lang="en"><head><title>The lamp of Quern</title><link rel="canonical" href="https://courier.example/1"><meta property="article:published_time" content="2021-04-02"></head><body><article><h1>The lamp of Quern</h1><p>${words}</p></article></body></html>`;
const WORDS =
  'The lamp of Quern was lit again on Friday, the harbour master said, and the boats of the holms came in one after another until it was dark and the quay was full of people who had waited.';

suite('a record of an article', () => {
  test('is an entry without a text that builds, and holds nothing that was not said', async (t) => {
    const { root, take, entry } = archive(t);
    const title = 'The lamp <script>alert(1)</script> {process.exit()} import x';
    const written = title.replace(/[{}]/g, '\\$&');
    assert.deepEqual(said(await take(bib('author = {Kott, Ismene}, pages = {3}', written))), [
      'imported',
    ]);
    const [id = ''] = globSync('articles/**/*.mdx', { cwd: root });
    const text = entry(id.slice('articles/'.length, -'.mdx'.length));
    assert.match(text, /^text: none$/m);
    assert.match(text, /^ {2}page: "3"$/m);
    assert.doesNotMatch(text, /accessed/);
    assert.match(text, /\n---\n\s*$/);
    assert.ok(text.includes(`title: ${title}`));
    assert.deepEqual(await problemsIn(root), []);
  });

  test('without a day or a headline it fails, and is told how to be mended', async (t) => {
    const { take, entries } = archive(t);
    const month = '@article{a, title = {Quern}, year = 2021, month = apr}\n';
    assert.match(
      said(await take(month))[0] ?? '',
      /“2021-04” names no day.*add it to the entry.*--date/,
    );
    assert.match(
      said(await take('@article{a, date = {2021-04-02}, journal = {Courier}}'))[0] ?? '',
      /neither a headline nor a text.*Add its title/,
    );
    assert.deepEqual(entries(), []);
    assert.deepEqual(said(await take(month, leavesAll(false), { date: '2021-04-09' })), [
      'imported',
    ]);
    assert.deepEqual(entries(), ['articles/2021/04/09/quern.mdx']);
  });

  test('whose month or year alone is stated tells so, and takes no day outside of it', async (t) => {
    const { take } = archive(t);
    const ofMonth = '@article{a, title = {Quern}, year = 2021, month = apr}\n';
    const ofYear = '@article{b, title = {Osk}, year = 2020}\n';
    const [april, year] = await take(`${ofMonth}${ofYear}`, leavesAll(false), {
      date: '2021-04-02',
    });
    assert.ok(april?.outcome === 'imported');
    assert.match(
      april.entry.notes.join(),
      /it states April 2021 and no day: 2021-04-02 is that of --date/,
    );
    assert.ok(year?.outcome === 'failed');
    assert.match(year.reason, /It states 2020, and the day of --date, 2021-04-02, is not in that/);
  });

  test('comes in once: in any form, in any order of the same file', async (t) => {
    const { take, entries } = archive(t);
    const two = bib('pages = {3}', 'Letters') + bib('pages = {4}', 'Letters');
    assert.deepEqual(said(await take(two)), ['imported', 'imported']);
    assert.deepEqual(said(await take(two)), ['unchanged', 'unchanged']);
    const back = bib('pages = {4}', 'Letters') + bib('pages = {3}', 'Letters');
    assert.deepEqual(said(await take(back)), ['unchanged', 'unchanged']);
    assert.deepEqual(
      said(
        await take(
          'TY  - NEWS\nTI  - Letters\nDA  - 2021/04/02\nT2  - The Quern Courier\nSP  - 3\nER  - \n',
        ),
      ),
      ['unchanged'],
    );
    assert.equal(entries().length, 2);
  });

  test('that its source has changed is told, and taken over where that is asked for', async (t) => {
    const { take, entry } = archive(t);
    await take(bib('author = {Kott, Ismene}'));
    const other = bib('author = {Brandt, Jon}, abstract = {Who kept it.}, volume = 7');
    const [left] = await take(other);
    assert.ok(left?.outcome === 'changed' && !left.taken);
    assert.match(left.diff, /^- {2}author: Ismene Kott$/m);
    assert.match(left.diff, /^\+ {2}author: Jon Brandt$/m);
    const [taken] = await take(other, leavesAll(true));
    assert.ok(taken?.outcome === 'changed' && taken.taken);
    assert.match(entry(taken.id), /^summary: Who kept it\.$/m);
    assert.match(entry(taken.id), /^ {2}volume: "7"$/m);
    assert.deepEqual(said(await take(other)), ['unchanged']);
  });

  test('takes no text out of the archive', async (t) => {
    const { take, entry } = archive(t);
    const [there] = await take(page(WORDS));
    assert.ok(there?.outcome === 'imported');
    const before = entry(there.id);
    const record = bib('url = {https://courier.example/1}', 'Another headline');
    assert.deepEqual(said(await take(record, leavesAll(true))), ['unchanged']);
    assert.equal(entry(there.id), before);
  });

  test('becomes an article when its text comes', async (t) => {
    const { root, take, entry } = archive(t);
    const [record] = await take(bib('url = {https://courier.example/1}'));
    assert.ok(record?.outcome === 'imported');
    const [changed] = await take(page(WORDS), leavesAll(true));
    assert.ok(changed?.outcome === 'changed' && changed.taken, JSON.stringify(changed));
    assert.match(entry(record.id), /^text: verbatim$/m);
    assert.ok(entry(record.id).includes(WORDS));
    assert.deepEqual(await problemsIn(root), []);
  });

  test('names that are filed are found in its headline, and others in its summary alone', async (t) => {
    const { root, take, entry } = archive(t);
    write(root, {
      'people/ismene-kott.yaml': 'name: Ismene Kott\n',
      'places/quern.yaml': 'name: Quern\n',
    });
    const [one] = await take(
      bib(
        'abstract = {The harbour master, Jon Brandt, answers Ismene Kott.}',
        'Great Lamp Of Quern Lit',
      ),
      acceptsAll(false),
    );
    assert.ok(one?.outcome === 'imported');
    const text = entry(one.id);
    assert.match(text, /places:\n {2}- quern/);
    assert.match(text, /people:\n(?: {2}- [a-z-]+\n)* {2}- ismene-kott/);
    assert.doesNotMatch(text, /great-lamp/i);
    assert.deepEqual(await problemsIn(root), []);
    assert.ok(existsSync(join(root, 'places/quern.yaml')));
  });
});
