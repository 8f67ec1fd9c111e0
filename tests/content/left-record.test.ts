import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftRecords } from '../../src/content/checks/left-record.ts';

type Given = Parameters<typeof leftRecords>;

const record = (kind: string, id: string, data: object = {}) => ({
  kind,
  id,
  path: `${kind}/${id}.yaml`,
  data: { distinctFrom: [], ...data },
});
const article = (path: string, said: object = {}) => ({
  path,
  entry: {
    ...{ people: [], places: [], organisations: [], about: [], figures: [], media: [] },
    ...{ mentioned: [], draft: false, ...said },
  },
});
const WITHDRAWN = { withdrawn: { date: '2031-05-06', reason: 'The family asked for it.' } };
const ADA = record('people', 'ada-varga');
const TOLD = ['people/ada-varga.yaml of a.mdx'];

/** The records that are left, with the article that named them. */
const left = (articles: object[], ...records: object[]) =>
  leftRecords(articles as unknown as Given[0], { all: records } as unknown as Given[1]).map(
    ({ record: { path }, article: of }) => `${path} of ${of}`,
  );

test('a record that a withdrawn article alone names is told, wherever that names it', () => {
  for (const said of [
    { people: ['ada-varga'] },
    { about: ['ada-varga'] },
    { mentioned: [['people/ada-varga', 2]] },
    { media: [{ personsShown: ['ada-varga'] }] },
  ])
    assert.deepEqual(
      left([article('a.mdx', { ...said, ...WITHDRAWN }), article('b.mdx')], ADA),
      TOLD,
    );
});

test('not one that an article which is shown names too; a draft shows nothing', () => {
  const withdrawn = article('a.mdx', { people: ['ada-varga'], ...WITHDRAWN });
  const other = (said: object) => article('b.mdx', { people: ['ada-varga'], ...said });
  assert.deepEqual(left([withdrawn, other({})], ADA), []);
  const shown = article('b.mdx', { media: [{ personsShown: ['ada-varga'] }] });
  assert.deepEqual(left([withdrawn, shown], ADA), []);
  assert.deepEqual(left([withdrawn, other({ draft: true })], ADA), TOLD);
});

test('not one that no article ever named, nor a place in which another lies', () => {
  const withdrawn = article('a.mdx', { places: ['holm'], ...WITHDRAWN });
  assert.deepEqual(left([article('a.mdx', WITHDRAWN)], ADA), []);
  const quay = record('places', 'quay', { partOf: 'holm' });
  assert.deepEqual(left([withdrawn], record('places', 'holm'), quay), []);
});
