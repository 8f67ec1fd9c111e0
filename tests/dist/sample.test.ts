import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, describe, test } from 'node:test';
import { toString as textOf } from 'hast-util-to-string';
import type { Figure } from '../../src/domain/figures/figure.ts';
import { distOf, readBuilt } from '../support/archives.ts';
import { elements, pagesOf } from '../support/pages.ts';
import { skipWithoutSample } from '../support/sample.ts';

/** The sample with which the project comes, where nobody has taken it away or put anything to it. */
const SAMPLE = {
  ...{ name: 'sample', content: 'content', base: '/' },
  siteUrl: 'https://archive.example/',
};
const ARTICLE = '/2023/10/16/blinken-netanyahu-talks-israel/';

const SINCE = {
  period: { start: '2023-10-07', end: '2023-10-16' },
  countType: 'cumulative',
  asOf: '2023-10-16',
  placeRole: 'occurredIn',
};
const unknown = (label: string) => ({ label, status: 'unknown' });
const FIRST = [
  {
    id: 'gaza-killed',
    measure: 'killed',
    low: 2700,
    qualifier: 'moreThan',
    asStated: 'more than 2,700 Palestinians',
    group: unknown('Palestinians'),
    place: 'gaza-strip',
    countedBy: 'unknown',
    cause: 'Israeli strikes',
  },
  {
    id: 'gaza-injured',
    measure: 'injured',
    best: 9700,
    qualifier: 'exact',
    asStated: '9,700 have been wounded',
    group: unknown('Palestinians'),
    place: 'gaza-strip',
    countedBy: 'unknown',
    cause: 'Israeli strikes',
  },
  {
    id: 'israel-killed',
    measure: 'killed',
    low: 1400,
    qualifier: 'moreThan',
    asStated: 'more than 1,400 people',
    group: { label: 'people, civilians and soldiers', status: 'mixed' },
    place: 'israel',
    countedBy: 'unknown',
    actor: 'Hamas militants',
  },
  {
    id: 'americans-killed',
    measure: 'killed',
    low: 30,
    qualifier: 'atLeast',
    asStated: 'at least 30 Americans',
    group: unknown('Americans'),
    place: 'israel',
    countedBy: 'us-state-department',
    partOf: 'israel-killed',
  },
  {
    id: 'americans-missing',
    measure: 'missing',
    low: 13,
    best: 13,
    high: 13,
    qualifier: 'exact',
    asStated: 'a further 13 are unaccounted for',
    group: unknown('Americans'),
    place: 'israel',
    countedBy: 'us-state-department',
  },
  {
    id: 'taken',
    measure: 'abducted',
    high: 200,
    qualifier: 'nearly',
    asStated: 'nearly 200 people who were taken',
    group: unknown('people taken'),
    place: 'israel',
    countedBy: 'unknown',
    actor: 'Hamas',
  },
];

const SENTENCES = [
  'More than 2,700 Palestinians killed in the Gaza Strip, as of 16 October 2023; who counted is not stated',
  '9,700 Palestinians injured in the Gaza Strip, as of 16 October 2023; who counted is not stated',
  'More than 1,400 people, civilians and soldiers, killed in Israel, as of 16 October 2023; who counted is not stated',
  'At least 30 Americans killed in Israel, according to the US State Department, as of 16 October 2023',
  '13 Americans missing in Israel, according to the US State Department, as of 16 October 2023',
  'Nearly 200 people taken in Israel, as of 16 October 2023; who counted is not stated',
];

/** The text of an element, without the spaces of its markup. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the sample', { skip: skipWithoutSample }, () => {
  before(() => {
    const built = spawnSync(process.execPath, ['src/cli/build.ts', '--out', distOf(SAMPLE)], {
      env: { ...process.env, ARCHIVE_CONTENT: SAMPLE.content, SITE_URL: SAMPLE.siteUrl },
      encoding: 'utf8',
    });
    assert.equal(built.status, 0, built.stderr);
    assert.match(built.stdout, /This is the sample: npm run init/);
  });

  test('its figures say what its facts give, and nothing more', () => {
    const claims: { figure: Figure }[] = JSON.parse(readBuilt(SAMPLE, 'data/figures.json'));
    assert.deepEqual(
      claims.map(({ figure }) => figure),
      FIRST.map((figure) => ({ ...figure, ...SINCE })),
    );
  });

  test('its article is an account of a report, names no publisher, and states six figures', () => {
    const page = pagesOf(SAMPLE).find(({ path }) => path === ARTICLE);
    assert.ok(page);
    const text = plain(textOf(page.tree));
    assert.match(text, /account, in the archive’s own words/);
    assert.match(text, /names no publisher/);
    const rows = elements(page.tree, ({ properties }) => /^f-/.test(`${properties['id'] ?? ''}`));
    assert.equal(rows.length, SENTENCES.length);
    for (const [index, sentence] of SENTENCES.entries())
      assert.ok(rows[index] && plain(textOf(rows[index])).includes(sentence), sentence);
  });
});
