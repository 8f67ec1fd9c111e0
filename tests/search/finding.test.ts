import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Catalogue } from '../../src/search/catalogue.ts';
import { find, type TextEngine } from '../../src/search/finding.ts';
import { stateOf } from '../../src/search/state.ts';

const catalogue = new Catalogue({
  records: [
    { kind: 'people', id: 'ada', name: 'Ada Varga', spellings: ['Ada Varga', 'Varga', 'فارغا'] },
    { kind: 'places', id: 'ansel', name: 'Port Ansel', spellings: ['Port Ansel'] },
    { kind: 'people', id: 'jon', name: 'Jon Askel', spellings: ['Jon Askel', 'J. O’Darra'] },
    { kind: 'people', id: 'jon-too', name: 'Jon Askel', spellings: ['Jon Askel'] },
  ],
  articles: ['2031/01/01/a', '2031/01/02/b', '2031/02/01/c', '2032/01/01/d'],
  texts: ['t0', 't1', 't2', 't3'],
  // Article and number of mentions in turn; 0 mentions is being about it.
  postings: [
    [0, 1, 2, 5],
    [2, 1, 3, 0],
    [1, 1],
    [3, 2],
  ],
});

const HELD: Record<string, number[]> = {
  ferry: [0, 1],
  varga: [0, 2, 3],
  lost: [1],
  'lost ferry': [1],
};
const texts: TextEngine = {
  holding: async (words) => new Map((HELD[words.join(' ')] ?? []).map((article) => [article, 1])),
};
const found = async (search: string) => {
  const { articles, missing } = await find(stateOf(new URLSearchParams(search)), catalogue, texts);
  return { ids: articles.map((article) => catalogue.idOf(article).slice(-1)).join(''), missing };
};

describe('what is found', () => {
  const SEARCHES: [search: string, ids: string][] = [
    ['q=varga', 'cad'], // filed under the name first, the most mentions before; then the mere word
    ['q=فارغا', 'ca'],
    ['q=port ansel', 'cd'],
    ['q=varga port ansel', 'cd'],
    ['q=varga ferry', 'a'],
    ['q="lost ferry"', 'b'],
    ['q=ferry nowhere', ''],
    ['q=!?', ''],
    ['q=!?&person=ada', ''],
    ['q=jon askel', 'db'],
    ['q=askel', 'db'], // by surname, two people
    ['q=jon', ''], // a first name stands for nobody
    ['q=j odarra', 'b'],
    ['q=J. O’Darra', 'b'],
    ['person=ada', 'ca'],
    ['person=ada&place=ansel', 'c'],
    ['person=nobody', ''],
    ['q=varga&sort=oldest', 'acd'],
    ['q=varga&sort=newest', 'dca'],
    ['from=2031-01-02&to=2031-02-01', 'cb'],
    ['from=2031-01-02&to=2031-01-02', 'b'],
  ];
  for (const [search, ids] of SEARCHES) {
    test(search, async () => assert.equal((await found(search)).ids, ids));
  }
});

test('a word that no text holds is named', async () => {
  assert.deepEqual((await found('q=ferry xyzzy "no such phrase"')).missing, [
    'xyzzy',
    'no such phrase',
  ]);
});

test('a name that is filed is not missing though no text holds its words', async () => {
  assert.deepEqual((await found('q=فارغا')).missing, []);
});

test('the names to narrow by are counted over the results alone', async () => {
  const { facets } = await find(stateOf(new URLSearchParams('person=ada')), catalogue, texts);
  assert.deepEqual(
    facets.people.map(({ record, count }) => [record.id, count]),
    [['ada', 2]],
  );
  assert.deepEqual(
    facets.places.map(({ record, count }) => [record.id, count]),
    [['ansel', 1]],
  );
});

test('the nearest spelling of a name is found, and none where none is near', () => {
  assert.equal(catalogue.nearest(['vargo']), 'varga');
  assert.equal(catalogue.nearest(['xyzzy']), undefined);
});
