import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { coNamedIn, find } from '../../../../src/client/search/finding/finding.ts';
import { suggestionsFor } from '../../../../src/client/search/suggestion.ts';
import type { TextEngine } from '../../../../src/client/search/texts/engine.ts';
import { ArchiveFiles, type ReadFile } from '../../../../src/domain/search/archive-files.ts';
import type { SpeltRecord } from '../../../../src/domain/search/layout.ts';
import { namingOf } from '../../../../src/domain/search/naming.ts';
import { stateOf } from '../../../../src/domain/search/state.ts';
import type { IndexedArticle } from '../../../../src/outputs/search-index/filing.ts';
import { filesOf } from '../../../../src/outputs/search-index/search-files.ts';
import { NO_WORDS } from '../../../support/word-index.ts';

const RECORDS: SpeltRecord[] = [
  { kind: 'people', id: 'ada', name: 'Ada Varga', spellings: ['Ada Varga', 'Varga', 'فارغا'] },
  { kind: 'places', id: 'ansel', name: 'Port Ansel', spellings: ['Port Ansel'] },
  { kind: 'people', id: 'jon', name: 'Jon Askel', spellings: ['Jon Askel', 'J. O’Darra'] },
  { kind: 'people', id: 'jon-too', name: 'Jon Askel', spellings: ['Jon Askel'] },
  { kind: 'people', id: 'hana', name: '田村花', spellings: ['田村花'] },
];

/** An article that mentions records so often; 0 mentions is being about it. */
const article = (id: string, mentioned: Record<string, number>) => {
  const keys = Object.keys(mentioned);
  const of = (kind: string) => keys.filter((key) => key.startsWith(kind) && mentioned[key]);
  const ids = (names: string[]) => names.map((key) => key.split('/')[1] ?? '');
  return {
    id,
    date: id.slice(0, 10).replaceAll('/', '-'),
    people: ids(of('people')),
    places: ids(of('places')),
    organisations: [],
    about: ids(keys.filter((key) => mentioned[key] === 0)),
    mentioned: Object.entries(mentioned),
    digest: id,
  };
};
const ARTICLES = [
  article('2031/01/01/a', { 'people/ada': 1 }),
  article('2031/01/02/b', { 'people/jon': 1, 'people/hana': 1 }),
  article('2031/02/01/c', { 'people/ada': 5, 'places/ansel': 1 }),
  article('2032/01/01/d', { 'places/ansel': 0, 'people/jon-too': 2 }),
];

/** The files of search, as the build makes them of records and articles. */
function filesFor(records: SpeltRecord[], articles: IndexedArticle[]): ArchiveFiles {
  const { files, said } = filesOf(records, articles);
  const read: ReadFile = async (name) => JSON.parse(files.get(name) ?? 'null') ?? undefined;
  return new ArchiveFiles({ ...said, release: 'first', words: NO_WORDS, near: '' }, read);
}

const files = filesFor(RECORDS, ARTICLES);

const HELD: Record<string, number[]> = {
  ferry: [0, 1],
  varga: [0, 2, 3],
  lost: [1],
  'lost ferry': [1],
};
const texts: TextEngine = {
  prepare: () => undefined,
  holding: async (words) => new Map((HELD[words.join(' ')] ?? []).map((article) => [article, 1])),
  holdingAny: async (rows) => {
    const texts = rows.map((row) => row.map(([word]) => word).join(' '));
    return new Map(texts.flatMap((text) => HELD[text] ?? []).map((article) => [article, 1]));
  },
  nearness: async () => new Map(),
  beginning: async (letters) => {
    const words = Object.keys(HELD).filter((word) => word.startsWith(letters));
    const held = words.flatMap((word) => HELD[word] ?? []);
    return { words, ranks: new Map(held.map((article) => [article, 1])) };
  },
};
const found = async (search: string) => {
  const state = stateOf(new URLSearchParams(search));
  const { articles, missing, relaxed, ignored } = await find(state, files, texts, 'en');
  const ids = await Promise.all(articles.map((number) => files.idOf(number)));
  return {
    ids: ids.map((id) => id.slice(-1)).join(''),
    ignored,
    missing: missing.map(({ written }) => written),
    relaxed: relaxed.map(({ without, count }) => `${without}: ${count}`),
  };
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
    ['q=田村花', 'b'],
    ['q=花', ''], // the last character of a name is a word of its own
    ['q=j odarra', 'b'],
    ['q=J. O’Darra', 'b'],
    ['person=ada', 'ca'],
    ['person=ada&place=ansel', 'c'],
    ['person=nobody', ''],
    ['q=varga&sort=oldest', 'acd'],
    ['q=varga&sort=newest', 'dca'],
    ['from=2031-01-02&to=2031-02-01', 'cb'],
    ['from=2031-01-02&to=2031-01-02', 'b'],
    ['from=2031-06-01', 'd'],
    ['from=2031-01-02&to=2031-12-31', 'cb'],
    ['from=1999-01-01&to=2031-01-01', 'a'],
    ['from=1999-01-01&to=2030-12-31', ''],
    ['from=2032-01-02', ''],
    ['to=2099-01-01', 'dcba'],
    ['from=2031-02-01&to=2031-01-02', ''],
    ['q=lost-ferry', 'b'],
    ['q=lost/ferry', 'b'], // what only a sign parts is taken as it stands
    ['q=ferry -lost', 'a'],
    ['q=ferry -"lost ferry"', 'a'],
    ['q=-ferry', 'dc'],
    ['q=varga -port -ansel', 'cad'], // a minus is of one word
    ['q=varga -"port ansel"', 'cad'], // in quotation marks it is no name
    ['q=ferry -varga', 'b'], // nor what is filed under the name
    ['q=ferry - lost', 'b'], // a dash alone is a sign
    ['q=ferry -', 'ba'],
    ['q=person:ada', ''],
  ];
  for (const [search, ids] of SEARCHES) {
    test(search, async () => assert.equal((await found(search)).ids, ids));
  }
});

test('a date in a query limits it, is told as its words stand, and can be searched for as words', async () => {
  const dated = async (q: string) => {
    const state = stateOf(new URLSearchParams({ q }));
    const { articles, limits, relaxed } = await find(state, files, texts, 'en');
    return {
      articles,
      dated: limits.dated.map(({ part }) => part.written),
      relaxed: relaxed.map(({ without, state: { q: left } }) => `${without}: ${left}`),
    };
  };
  assert.deepEqual(await dated('January 2031'), {
    articles: [1, 0],
    dated: ['January 2031'],
    relaxed: [],
  });
  assert.deepEqual((await dated('varga in January 2031')).articles, [0]);
  assert.deepEqual((await dated('the 1st of January 2031')).articles, [0]);
  assert.deepEqual((await dated('2032')).articles, [3]);
  assert.deepEqual(await dated('2033'), { articles: [], dated: [], relaxed: [] });
  assert.deepEqual(await dated('ferry 1 January 2033'), {
    articles: [],
    dated: ['1 January 2033'],
    relaxed: ['“1 January 2033”: ferry'],
  });
  assert.deepEqual((await dated('"January 2031"')).dated, []);
  assert.deepEqual((await dated('2031 OR 2032')).articles, [3, 2, 1, 0]);
});

test('either of two is enough, and groups may be excluded', async () => {
  for (const [q, ids] of [
    ['lost OR port ansel', 'dcb'],
    ['(lost ferry) OR (varga port)', 'b'],
    ['ferry -(lost OR nowhere)', 'a'],
    ['varga NOT ansel', 'cad'],
    ['NOT (ferry OR port ansel)', ''],
  ] as const)
    assert.equal(
      (await found(`q=${q}`)).ids.split('').toSorted().join(),
      ids.split('').toSorted().join(),
      q,
    );
});

describe('a long query', () => {
  const HOLDING: Record<string, number[]> = {
    storm: [0, 1, 2],
    lamps: [0, 1],
    quay: [0, 3],
    night: [0, 1, 2, 3],
    packet: [4],
  };
  const long = Array.from({ length: 40 }, (_, at) =>
    article(`2031/01/01/${`${at}`.padStart(2, '0')}`, {}),
  );
  const large = filesFor(RECORDS, long);
  const engine: TextEngine = {
    ...texts,
    holding: async ([word = '']) => new Map((HOLDING[word] ?? []).map((at) => [at, 1])),
  };
  const asked = async (q: string) => {
    const state = stateOf(new URLSearchParams({ q }));
    const { articles, lacking } = await find(state, large, engine, 'en');
    return articles.map(
      (at) => `${at}${(lacking.get(at) ?? []).map(({ written }) => ` no ${written}`).join('')}`,
    );
  };

  test('finds what has all words, then what has most, and says what that lacks', async () => {
    assert.deepEqual(await asked('storm lamps quay night'), [
      '0',
      '1 no quay',
      '3 no storm no lamps',
      '2 no lamps no quay',
    ]);
    assert.deepEqual(await asked('storm nowhere packet'), []);
  });

  test('does not ask for words that stand in every text', async () => {
    assert.deepEqual(await asked('the lamps at the quay by night'), [
      '0',
      '3 no lamps',
      '1 no quay',
    ]);
    assert.deepEqual(await asked('the lamps'), ['1', '0']);
  });

  test('of two words asks for both', async () => assert.deepEqual(await asked('packet storm'), []));
});

test('an acronym that a record lists finds its articles, however it is written', async () => {
  const board: SpeltRecord = {
    kind: 'organisations',
    id: 'board',
    name: 'Ansel Quay Wardens',
    spellings: ['Ansel Quay Wardens', 'A.Q.W.', 'J. P. Varga & Sons'],
  };
  const own = { ...article('2031/03/01/e', {}), organisations: ['board'] };
  const some = filesFor([...RECORDS, board], [...ARTICLES.slice(0, 3), own]);
  for (const q of [
    'AQW',
    'aqw',
    'A.Q.W.',
    'A. Q. W.',
    'ansel quay wardens',
    'j p varga & sons',
    'JP Varga & Sons',
  ]) {
    const { articles } = await find(stateOf(new URLSearchParams({ q })), some, texts, 'en');
    assert.deepEqual(articles, [3], q);
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

test('where nothing is found, the limits are named without which something is', async () => {
  assert.deepEqual((await found('q=ferry&person=jon-too&to=2030-01-01')).relaxed, []);
  assert.deepEqual((await found('q=varga&place=ansel&to=2031-01-31')).relaxed, [
    'the dates: 2',
    'Port Ansel: 1',
  ]);
  assert.deepEqual((await found('q=varga&place=ansel')).relaxed, []);
});

test('the last word may be the beginning of one, if no text has it as it is', async () => {
  const searched = async (search: string) => {
    const { begun, missing } = await find(stateOf(new URLSearchParams(search)), files, texts, 'en');
    return { ids: (await found(search)).ids, begun: begun?.words, missing: missing.length };
  };
  assert.deepEqual(await searched('q=fer'), { ids: 'ba', begun: ['ferry'], missing: 0 });
  assert.deepEqual(await searched('q=lost fer'), { ids: 'b', begun: ['ferry'], missing: 0 });
  for (const other of ['q=fer lost', 'q="fer"', 'q=lost -fer', 'q=lost xyz'])
    assert.equal((await searched(other)).begun, undefined, other);
});

test('what of a query cannot be looked for is told', async () => {
  assert.deepEqual((await found('q=ferry %26 - lost ???')).ignored, ['&', '-', '???']);
});

test('the names to narrow by are counted over the results alone', async () => {
  for (const search of ['person=ada', 'q=varga&person=ada']) {
    const state = stateOf(new URLSearchParams(search));
    const coNamed = await coNamedIn(await find(state, files, texts, 'en'), state, files);
    assert.deepEqual(
      coNamed.map(({ kind, id, count }) => `${kind}/${id}: ${count}`),
      ['people/ada: 2', 'places/ansel: 1'],
      search,
    );
  }
});

describe('what is offered while someone types', () => {
  const OFFERS: [typed: string, offered: string[]][] = [
    ['v', ['Ada Varga']],
    ['VAR', ['Ada Varga']],
    ['ada v', ['Ada Varga']],
    ['varga a', ['Ada Varga']],
    ['فار', ['Ada Varga (فارغا)']],
    ['田', ['田村花']],
    ['odar', ['Jon Askel (J. O’Darra)']],
    ['jon', ['Jon Askel', 'Jon Askel']],
    ['ans', ['Port Ansel']],
    ['xyz', []],
    ['', []],
    ['!?', []],
    ['ferry', []],
  ];
  for (const [typed, offered] of OFFERS) {
    test(`${typed} → ${offered.join(', ') || 'nothing'}`, async () => {
      const shown = (await suggestionsFor(typed, files)).map(({ record, written }) =>
        written === record.name ? written : `${record.name} (${written})`,
      );
      assert.deepEqual(shown, offered);
    });
  }

  test('any of many names is offered, and found by its whole spelling', async () => {
    // More names begin alike than one file holds; some are no longer than the beginning.
    const many = Array.from({ length: 1500 }, (_, index): SpeltRecord => {
      const name = `Mar${'abcdefgh'.charAt(index % 8)}${index} Ma`;
      return { kind: 'people', id: `m-${index}`, name, spellings: [name, 'Ma', 'Mar'] };
    });
    const large = filesFor(many, []);
    assert.ok(large.manifest.names.flat().length > 10);
    for (const { id, name } of many) {
      const [first] = await suggestionsFor(name.slice(0, -3), large);
      assert.equal(first?.record.id, id);
    }
    for (const short of ['ma', 'mar'])
      assert.equal((await namingOf([short], large))([short]).length, many.length);
  });
});
