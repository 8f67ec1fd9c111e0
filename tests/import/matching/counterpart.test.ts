import assert from 'node:assert/strict';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { type Archivist, importer } from '../../../src/import/importer.ts';
import { itemsOf } from '../../../src/import/item.ts';
import { openAuthorityFile } from '../../../src/import/matching/authority-file.ts';
import { openFiledEntries } from '../../../src/import/matching/filed-entries.ts';
import type { Outcome } from '../../../src/import/outcome.ts';
import { count, emptySummary } from '../../../src/import/report/report.ts';
import { reportedItem } from '../../../src/import/report/reported-item.ts';
import { lineOf, summaryLines } from '../../../src/import/report/wording.ts';
import { leavesAll } from '../../../src/import/review/ask.ts';
import { openDisk } from '../../../src/import/writing/disk.ts';
import { problemsIn } from '../../support/problems.ts';
import { scratchFolder } from '../../support/scratch.ts';

/** Which entry an item is: one that its source keeps back now, an earlier version of a text, the record of one. */

function archive(t: TestContext) {
  const root = join(scratchFolder(t), 'content');
  mkdirSync(root, { recursive: true });
  /** Imports sources in one run. */
  const take = async (
    sources: readonly (readonly [name: string, text: string])[],
    archivist: Archivist = leavesAll(false),
  ): Promise<Outcome[]> => {
    const disk = openDisk(root);
    const one = importer(
      { authorityFile: openAuthorityFile(root), filedEntries: openFiledEntries(root), disk },
      { today: '2031-05-01' },
      archivist,
    );
    const outcomes: Outcome[] = [];
    for (const [name, text] of sources)
      for await (const { item } of itemsOf({ name, bytes: Buffer.from(text) }))
        outcomes.push(await one(item));
    disk.close();
    return outcomes;
  };
  const entry = (id: string) => readFileSync(join(root, 'articles', `${id}.mdx`), 'utf8');
  const entries = () => globSync('articles/**/*.mdx', { cwd: root }).length;
  return { root, take, entry, entries };
}

const kinds = (outcomes: readonly Outcome[]) => outcomes.map(({ outcome }) => outcome);
const updates = leavesAll(true);

const WORDS = 'The lamp of Quern was lit again on Friday, and the boats came in one by one.';
const note = (fields: string) =>
  ['a.md', `---\ntitle: The lamp\ndate: 2031-04-02\n${fields}---\n\n${WORDS}\n`] as const;
const ADDRESS = 'url: https://courier.example/lamp\n';

suite('an article that its source keeps back now', () => {
  for (const [name, before, after] of [
    ['of the same address', ADDRESS, `${ADDRESS}draft: true\n`],
    ['of the same day and headline', '', 'private: true\n'],
    ['under embargo', ADDRESS, `${ADDRESS}embargo: 2999-01-01\n`],
  ] as const)
    test(`${name} is named, and nothing is changed`, async (t) => {
      const { take, entry } = archive(t);
      await take([note(before)]);
      const filed = entry('2031/04/02/the-lamp');
      const [outcome] = await take([note(after)], updates);
      assert.ok(outcome?.outcome === 'recalled');
      assert.deepEqual(outcome.ids, ['2031/04/02/the-lamp']);
      assert.match(
        lineOf(outcome, 'check'),
        /^recalled a\.md: 2031\/04\/02\/the-lamp is in the archive.*“withdrawn”/,
      );
      assert.equal(reportedItem(outcome, true).outcome, 'recalled');
      const summary = emptySummary();
      count(summary, outcome);
      assert.equal(summary.skipped, 0);
      assert.match(
        summaryLines(summary, 'check').join('\n'),
        /1 article is in the archive and kept/,
      );
      assert.equal(entry('2031/04/02/the-lamp'), filed);
    });

  test('is passed over where it never was in, was withdrawn, or is public in the same import', async (t) => {
    const { root, take, entry } = archive(t);
    const draft = note(`${ADDRESS}draft: true\n`);
    assert.deepEqual(kinds(await take([draft])), ['skipped']);
    await take([note(ADDRESS)]);
    assert.deepEqual(kinds(await take([note(ADDRESS), draft])), ['unchanged', 'skipped']);
    const path = join(root, 'articles/2031/04/02/the-lamp.mdx');
    const withdrawn = 'withdrawn: { date: 2031-04-03, reason: Taken back. }\n';
    writeFileSync(path, entry('2031/04/02/the-lamp').replace('date:', `${withdrawn}date:`));
    assert.deepEqual(kinds(await take([draft])), ['skipped']);
  });

  test('is another where its address is another', async (t) => {
    const { take } = archive(t);
    await take([note(ADDRESS)]);
    assert.deepEqual(
      kinds(await take([note('url: https://courier.example/other\ndraft: true\n')])),
      ['skipped'],
    );
  });

  test('is known in a table, and by the address that WordPress gives a draft', async (t) => {
    const { take } = archive(t);
    const row = (status: string) =>
      [
        'a.csv',
        `Headline,Date,Status,Text\nThe lamp,2021-04-02,${status},${'A lamp. '.repeat(9)}\n`,
      ] as const;
    await take([row('published')]);
    assert.deepEqual(kinds(await take([row('draft')])), ['recalled']);
    const post = (link: string, status: string) =>
      [
        'a.json',
        JSON.stringify({
          id: 7,
          type: 'post',
          status,
          link,
          guid: { rendered: 'https://quern.example/?p=7' },
          date: '2021-04-05T10:00:00',
          date_gmt: '2021-04-05T10:00:00',
          title: { rendered: 'The quay' },
          content: { rendered: `<p>${WORDS}</p>`, protected: false },
        }),
      ] as const;
    assert.deepEqual(kinds(await take([post('https://quern.example/the-quay/', 'publish')])), [
      'imported',
    ]);
    assert.deepEqual(kinds(await take([post('https://quern.example/?p=7', 'draft')])), [
      'recalled',
    ]);
  });
});

suite('a text without an address that was corrected', () => {
  const row = (...texts: readonly string[]) =>
    [
      't.csv',
      ['Headline,Date,Text', ...texts.map((text) => `Goose,2021-06-01,"${text}"`)].join('\n'),
    ] as const;
  const SAID = 'A goose stopped the ferry for thirty minutes, and was fed a biscuit.';

  test('is known by its day and headline, however short it is', async (t) => {
    const { take, entry, entries } = archive(t);
    await take([row(SAID, 'Oats rose.')]);
    const corrected = row(SAID.replace('thirty', 'forty'), 'Oats rose.');
    assert.deepEqual(kinds(await take([corrected])), ['changed', 'unchanged']);
    assert.match(entry('2021/06/01/goose'), /thirty/);
    await take([corrected], updates);
    assert.match(entry('2021/06/01/goose'), /forty/);
    assert.equal(entries(), 2);
    assert.deepEqual(kinds(await take([corrected])), ['unchanged', 'unchanged']);
  });

  test('is another where its words are others, or where the earlier stands beside it', async (t) => {
    const { take, entries } = archive(t);
    await take([row(SAID)]);
    const beside = row(SAID, 'Two swans crossed the quay at noon and nobody fed them anything.');
    assert.deepEqual(kinds(await take([beside], updates)), ['unchanged', 'imported']);
    assert.deepEqual(kinds(await take([row(SAID, SAID.replace('thirty', 'forty'))], updates)), [
      'unchanged',
      'imported',
    ]);
    assert.equal(entries(), 3);
  });
});

suite('a record and its text without an address', () => {
  const bib = (fields = '') =>
    [
      'a.bib',
      `@article{a, title = {The lamp of Quern}, date = {2031-04-02}, journal = {The Quern Courier}, ${fields}}\n`,
    ] as const;
  const page = (publisher = 'The Quern Courier') =>
    [
      'a.html',
      `<html lang="en"><head><title>The lamp of Quern</title><link rel="canonical" href="https://courier.example/1"><meta property="og:site_name" content="${publisher}"><meta property="article:published_time" content="2031-04-02"></head><body><article><h1>The lamp of Quern</h1><p>${WORDS}</p></article></body></html>`,
    ] as const;

  test('meet by day, headline and newspaper: the record becomes the article', async (t) => {
    const { root, take, entry, entries } = archive(t);
    await take([bib('pages = {2}')]);
    const [left] = await take([page()]);
    assert.ok(left?.outcome === 'changed');
    assert.match(lineOf(left, 'import'), /it is a record, and the text is here now; add --update/);
    await take([page()], updates);
    assert.match(
      entry('2031/04/02/the-lamp-of-quern'),
      /text: verbatim[\s\S]*page: "2"[\s\S]*one by one/,
    );
    assert.equal(entries(), 1);
    assert.deepEqual(kinds(await take([bib('pages = {2}'), page()])), ['unchanged', 'unchanged']);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('meet in one import, whichever comes first', async (t) => {
    for (const sources of [
      [bib(), page()],
      [page(), bib()],
      [bib('url = {https://courier.example/1}'), page()],
    ]) {
      const { take, entry, entries } = archive(t);
      await take(sources);
      assert.match(entry('2031/04/02/the-lamp-of-quern'), /text: verbatim[\s\S]*one by one/);
      assert.equal(entries(), 1);
    }
  });

  test('of another newspaper, or where it may be several, they stay apart', async (t) => {
    const { take, entries } = archive(t);
    await take([bib(), page('The Holm Gazette')]);
    assert.equal(entries(), 2);
    const { take: takeToo, entries: entriesThen } = archive(t);
    await takeToo([bib('pages = {1}'), bib('pages = {2}'), page()]);
    assert.equal(entriesThen(), 3);
  });
});
