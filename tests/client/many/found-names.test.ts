import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { csvLines } from '../../../src/client/csv.ts';
import { listedNames, recordsIn, tableRows } from '../../../src/client/many/found-names.ts';
import { inOrder } from '../../../src/client/many/in-order.ts';
import { ListSource } from '../../../src/client/many/list-source.ts';
import { recordsOf } from '../../../src/client/many/lookup.ts';
import { filedArticles, rowsOfArticles } from '../../../src/client/many/paragraphs.ts';
import type { PublishedArticleData } from '../../../src/domain/data/article.ts';
import { ArchiveFiles, type ReadFile } from '../../../src/domain/search/archive-files.ts';
import type { SpeltRecord } from '../../../src/domain/search/layout.ts';
import { filesOf } from '../../../src/outputs/search-index/search-files.ts';
import { NO_WORDS } from '../../support/word-index.ts';

const RECORDS: SpeltRecord[] = [
  {
    kind: 'people',
    id: 'ada',
    name: 'Ada Varga',
    spellings: ['Ada Varga', 'Captain Varga', 'آدا فارغا'],
  },
  {
    kind: 'people',
    id: 'jon',
    name: 'Jon Askel',
    spellings: ['Jon Askel'],
    description: 'A pilot',
  },
  { kind: 'people', id: 'jon-too', name: 'Jon Askel', spellings: ['Jon Askel'] },
  { kind: 'places', id: 'ansel', name: 'Port Ansel', spellings: ['Port Ansel'] },
  { kind: 'organisations', id: 'sum', name: '=SUM(A1)', spellings: ['=SUM(A1)'] },
];

const indexed = (id: string, people: string[], places: string[] = []) => ({
  id,
  date: id.slice(0, 10).replaceAll('/', '-'),
  people,
  places,
  organisations: [],
  about: [],
  mentioned: [...people.map((one) => `people/${one}`), ...places.map((one) => `places/${one}`)].map(
    (key): [string, number] => [key, 1],
  ),
  digest: id,
});
const ARTICLES = [
  indexed('2031/01/01/a', ['ada']),
  indexed('2031/02/01/b', ['ada', 'jon-too'], ['ansel']),
];

const { files: texts, said } = filesOf(RECORDS, ARTICLES);
const asked: string[] = [];
const read: ReadFile = async (name) => {
  asked.push(name);
  return JSON.parse(texts.get(name) ?? 'null') ?? undefined;
};
const filesNow = () =>
  new ArchiveFiles({ ...said, release: 'first', words: NO_WORDS, near: '' }, read);

async function foundIn(text: string, files = filesNow()) {
  const { names } = new ListSource(text).names(0);
  return Promise.all(
    names.map(async (name) => ({ name, matches: await recordsOf(name.spellings, files) })),
  );
}
const told = async (text: string) =>
  (await foundIn(text)).map(({ matches }) =>
    matches.map(({ record, spelling, isSurname }) => [record.id, spelling, isSurname]),
  );
const address = (path: string) => `https://host.example${path}`;

describe('a list of names', () => {
  test('finds each record by any spelling, and says which', async () => {
    assert.deepEqual(await told('ada VÁRGA\nVarga, Ada\nCaptain Varga\nآدا فارغا\nPort-Ansel'), [
      [['ada', 'Ada Varga', false]],
      [['ada', 'Captain Varga', false]],
      [['ada', 'آدا فارغا', false]],
      [['ansel', 'Port Ansel', false]],
    ]);
  });

  test('finds all records of a name, those with the most articles first', async () => {
    assert.deepEqual(await told('Jon Askel'), [
      [
        ['jon-too', 'Jon Askel', false],
        ['jon', 'Jon Askel', false],
      ],
    ]);
  });

  test('finds people by their surname where no record has the whole name', async () => {
    assert.deepEqual(await told('Varga\nMira Varga\nOrm'), [[['ada', 'Ada Varga', true]], [], []]);
  });

  test('fetches each file once', async () => {
    asked.length = 0;
    await foundIn('Ada Varga\nJon Askel\nPort Ansel\nVarga\nNobody Known\nAda Nobody', filesNow());
    assert.deepEqual(asked.toSorted(), [...new Set(asked)].toSorted());
    assert.ok(asked.every((name) => name.startsWith('names-')));
  });

  test('is a table with the names that are not found, which no spreadsheet runs', async () => {
    const csv = csvLines(
      tableRows(await foundIn('Ada Varga\nAda Varga\n=1+1 Orm\n=SUM(A1)'), address),
    );
    const [columns, ada, orm, sum] = csv.split('\r\n');
    assert.match(
      columns ?? '',
      /^listed,times,records,name,kind,id,description,spelling,match,articles,page,search$/,
    );
    assert.equal(
      ada,
      'Ada Varga,2,1,Ada Varga,people,ada,,Ada Varga,spelling,2,https://host.example/people/ada/,https://host.example/search/?person=ada',
    );
    assert.equal(orm, "'=1+1 Orm,1,0,,,,,,,,,");
    assert.match(sum ?? '', /^'=SUM\(A1\),1,1,'=SUM\(A1\),organisations,sum,/);
  });
});

describe('the paragraphs that name what was found', () => {
  const paragraphs = [
    { id: 'p-aaaaaaaa', text: 'Ada Varga came, and Ada Varga went.' },
    { id: 'p-bbbbbbbb', text: 'Nobody else did.' },
    { id: 'p-cccccccc', text: 'Askel waited.' },
  ];
  const mention = (id: string, paragraph: string) => ({
    kind: 'people',
    id,
    paragraph,
    start: 0,
    end: 1,
  });
  const article = (id: string) =>
    ({
      id,
      date: id.slice(0, 10).replaceAll('/', '-'),
      heading: 'On the quay',
      lang: 'en',
      source: { publisher: 'The Gazette' },
      summary: null,
      paragraphs,
      mentions: [
        mention('ada', 'p-aaaaaaaa'),
        mention('ada', 'p-aaaaaaaa'),
        mention('jon-too', 'p-cccccccc'),
      ],
    }) as unknown as PublishedArticleData;
  const run = { isOver: false, count: () => false };

  async function rowsFor(list: string, fetched = async (id: string) => article(id)) {
    const found = await foundIn(list);
    const articles = await filedArticles(recordsIn(found), filesNow(), run);
    const rows: string[][] = [];
    const context = { listed: listedNames(found), address };
    const source = { idOf: (number: number) => filesNow().idOf(number), article: fetched };
    for await (const some of rowsOfArticles(articles, source, context)) rows.push(...some);
    return rows;
  }

  test('are each a row with its permalink, for each record that it names, in the order of time', async () => {
    const rows = await rowsFor('Captain Varga\nAda Varga\nJon Askel');
    assert.deepEqual(
      rows.map(([listed, , kind, id, date, , , permalink, text]) => [
        listed,
        kind,
        id,
        date,
        permalink,
        text,
      ]),
      [
        [
          'Captain Varga; Ada Varga',
          'people',
          'ada',
          '2031-01-01',
          address('/2031/01/01/a/#p-aaaaaaaa'),
          paragraphs[0]?.text,
        ],
        [
          'Captain Varga; Ada Varga',
          'people',
          'ada',
          '2031-02-01',
          address('/2031/02/01/b/#p-aaaaaaaa'),
          paragraphs[0]?.text,
        ],
        [
          'Jon Askel',
          'people',
          'jon-too',
          '2031-02-01',
          address('/2031/02/01/b/#p-cccccccc'),
          paragraphs[2]?.text,
        ],
      ],
    );
  });

  test('are the article itself where it names a record in none', async () => {
    const [row = []] = await rowsFor('Port Ansel');
    assert.equal(row[7], address('/2031/02/01/b/'));
    assert.equal(row[8], '');
  });

  test('are none where the article was withdrawn', async () => {
    const withdrawn = async () => ({ withdrawn: {} }) as unknown as PublishedArticleData;
    assert.deepEqual(await rowsFor('Ada Varga', withdrawn), []);
  });
});

test('works are done some at once, and given in their order', async () => {
  let under = 0;
  let most = 0;
  const done: number[] = [];
  const work = async (one: number) => {
    most = Math.max(most, ++under);
    await new Promise((resolve) => setTimeout(resolve, (one * 7) % 5));
    under--;
    return one;
  };
  for await (const one of inOrder(
    Array.from({ length: 20 }, (_, at) => at),
    4,
    work,
  ))
    done.push(one);
  assert.deepEqual(
    done,
    Array.from({ length: 20 }, (_, at) => at),
  );
  assert.equal(most, 4);
  await assert.rejects(async () => {
    for await (const _ of inOrder([1, 2, 3], 2, async (one) => Promise.reject(new Error(`${one}`))))
      assert.fail();
  }, /1/);
});
