import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { Profile } from 'datapackage';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readYaml } from '../../../src/content/files/yaml.ts';
import { articleSchema } from '../../../src/domain/article/article.ts';
import { articleData } from '../../../src/domain/article/article-data.ts';
import { type Figure, figureSchema } from '../../../src/domain/figures/figure.ts';
import { articleList } from '../../../src/outputs/data/article-list.ts';
import { dataPackage } from '../../../src/outputs/data/data-package.ts';
import { figureFiles } from '../../../src/outputs/data/figure-files.ts';
import { anyFigure } from '../../support/figures.ts';

const SITE = 'https://archive.example';

const address = (path: string) => `${SITE}${path}`;
const storm = (figures: readonly Figure[]) => ({
  id: '2031/04/02/storm',
  data: {
    ...articleSchema.parse({
      date: '2031-04-02',
      text: 'verbatim',
      source: { publisher: '=Gazette' },
      places: ['port-ansel'],
      corrections: [{ date: '2031-05-01', note: 'It was wrong.', was: 'f-a', text: 'best: 9' }],
    }),
    figures: [...figures],
    heading: { text: 'Storm', stated: false },
    stated: figures.map(({ id }): [string, string] => [id, 'p-abcdefgh']),
  },
});

/** The files of an archive of one article. */
function filesOf(figures: readonly Figure[]): ReadonlyMap<string, string> {
  const articles = [storm(figures)];
  const records = [
    { kind: 'places', id: 'port-ansel', data: { name: 'Port Ansel' } },
    { kind: 'organisations', id: 'board', data: { name: 'Harbour Board' } },
  ] as const;
  const files = new Map([
    ...figureFiles(articles, records, address),
    ['/data/articles.json', articleList(articles, address)],
  ]);
  return files.set('/data/datapackage.json', dataPackage(files, SITE));
}
const contentOf = (files: ReadonlyMap<string, string>, path: string) =>
  files.get(`/data/${path}`) ?? '';

interface Field {
  name: string;
  type: string;
  constraints: { required?: boolean; enum?: string[]; minimum?: number };
}
interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema?: { fields: Field[]; primaryKey: string[]; missingValues: string[] };
}
const packageOf = (
  files: ReadonlyMap<string, string>,
): { $schema: string; name: string; resources: Resource[] } =>
  JSON.parse(contentOf(files, 'datapackage.json'));

type Row = Record<string, string>;
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true });

/** A figure read back out of a row by its column names, as a stranger would. */
function figureIn(row: Row): unknown {
  const text = (name: string) => (row[name] ? row[name].replace(/^'/, '') : undefined);
  const number = (name: string) => (row[name] ? Number(row[name]) : undefined);
  const plain = [
    'id',
    'measure',
    'qualifier',
    'asStated',
    'place',
    'placeRole',
    'countType',
    'asOf',
    'countedBy',
    'reportedBy',
    'basis',
    'verification',
    'cause',
    'actor',
    'partOf',
    'supersedes',
    'revisionNote',
  ];
  const [start, end] = [text('periodStart'), text('periodEnd')];
  const fields = {
    ...Object.fromEntries(plain.map((name) => [name, text(name)])),
    ...Object.fromEntries(['low', 'best', 'high'].map((name) => [name, number(name)])),
    group: { label: text('groupLabel'), status: text('groupStatus') },
    ...(start && { period: { start, end } }),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

test('10,000 figures come through frontmatter, page data, CSV and JSON unchanged', () => {
  const samples = fc.sample(anyFigure, { numRuns: 10_000, seed: 7 });
  const figures = samples.map((figure, index) => ({ ...figure, id: `f${index}` }));
  const read = figures.map((figure) => {
    const frontmatter = stringify(figure, { lineWidth: 0 });
    return figureSchema.parse(readYaml('a.mdx', frontmatter, 0, frontmatter.length).value);
  });
  assert.deepEqual(read, figures);
  const described = {
    id: '2031/04/02/storm',
    data: {
      date: '2031-04-02',
      figures: read,
      corrections: [],
      people: [],
      places: [],
      organisations: [],
      about: [],
      withheld: [],
    },
    ...{
      heading: { text: '', stated: false },
      lang: 'en',
      media: [],
      paragraphs: [],
      mentions: [],
      stated: new Map(),
      became: [],
    },
  };
  const data = JSON.parse(
    JSON.stringify(
      articleData(
        described as unknown as Parameters<typeof articleData>[0],
        () => undefined,
        '/',
        (path) => path,
        { title: 'Cuttings', lang: 'en-GB' },
      ),
    ),
  );
  const paged = data.figures.map((figure: object) => figureSchema.parse(figure));
  const files = filesOf(paged);
  assert.deepEqual(rowsOf(contentOf(files, 'figures.csv')).map(figureIn), figures);
  const json = JSON.parse(contentOf(files, 'figures.json')) as { figure: Figure }[];
  assert.deepEqual(
    json.map(({ figure }) => figure),
    figures,
  );
});

const SAMPLE = figureSchema.parse({
  ...{ id: 'a', measure: 'missing', qualifier: 'atLeast', low: 12, asStated: 'at least twelve' },
  ...{ group: { label: '=crew' }, place: 'port-ansel', countType: 'incident', asOf: '2031-04-02' },
  ...{ countedBy: 'board', basis: '+1' },
});

test('the table is RFC 4180 in UTF-8, and a spreadsheet computes nothing of it', () => {
  const csv = contentOf(filesOf([SAMPLE]), 'figures.csv');
  assert.ok(csv.endsWith('\r\n') && !/[^\r]\n/.test(csv) && !csv.startsWith('\ufeff'));
  const [row] = rowsOf(csv);
  for (const [name, value] of Object.entries(row ?? {}))
    assert.doesNotMatch(value, /^[=+\-@\t\r]/, name);
  assert.equal(row?.['groupLabel'], "'=crew");
  assert.equal(row?.['sourcePublisher'], "'=Gazette");
});

test('a row has the permalinks of its claim and paragraph, its source, and whether it was corrected', () => {
  const [row] = rowsOf(contentOf(filesOf([SAMPLE]), 'figures.csv'));
  assert.equal(row?.['url'], `${SITE}/2031/04/02/storm/#f-a`);
  assert.equal(row?.['paragraphUrl'], `${SITE}/2031/04/02/storm/#p-abcdefgh`);
  assert.equal(row?.['corrected'], '2031-05-01');
  assert.equal(row?.['supersededBy'], '');
  assert.deepEqual([row?.['low'], row?.['best'], row?.['high']], ['12', '', '']);
  assert.match(
    row?.['sentence'] ?? '',
    /^At least 12 =crew missing in Port Ansel, according to the Harbour Board/,
  );
});

/** Whether a value is of a type of Table Schema, read as its text says. https://datapackage.org/standard/table-schema/ */
const IS_OF: Record<string, (text: string) => boolean> = {
  string: () => true,
  integer: (text) => /^[+-]?\d+$/.test(text),
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text),
};

test('the Data Package describes what is there, and every row is of the types that it declares', () => {
  const figures = fc
    .sample(anyFigure, { numRuns: 500, seed: 11 })
    .map((figure, index) => ({ ...figure, id: `f${index}` }));
  const files = filesOf(figures);
  const described = packageOf(files);
  assert.equal(described.$schema, 'https://datapackage.org/profiles/2.0/datapackage.json');
  assert.match(described.name, /^[a-z0-9._-]+$/);
  assert.equal(
    new Set(described.resources.map(({ name }) => name)).size,
    described.resources.length,
  );
  for (const { path, bytes, hash, name } of described.resources) {
    const content = contentOf(files, path);
    assert.match(name, /^[a-z0-9._-]+$/);
    assert.ok(!path.startsWith('/') && !path.includes('..'));
    assert.equal(Buffer.byteLength(content), bytes);
    assert.equal(`sha256:${createHash('sha256').update(content).digest('hex')}`, hash);
  }
  const schema = described.resources[0]?.schema;
  assert.ok(schema);
  assert.deepEqual(schema.missingValues, ['']);
  const rows = rowsOf(contentOf(files, 'figures.csv'));
  assert.deepEqual(
    Object.keys(rows[0] ?? {}),
    schema.fields.map(({ name }) => name),
  );
  for (const { name, type, constraints } of schema.fields)
    for (const row of rows) {
      const text = row[name] ?? '';
      if (text === '') assert.ok(!constraints.required, `${name} is required`);
      else {
        assert.ok(IS_OF[type]?.(text), `${name}: ${text} is no ${type}`);
        if (constraints.enum) assert.ok(constraints.enum.includes(text), `${name}: ${text}`);
        if (constraints.minimum !== undefined) assert.ok(Number(text) >= constraints.minimum);
      }
    }
  const keys = rows.map((row) => schema.primaryKey.map((name) => row[name]).join());
  assert.equal(new Set(keys).size, rows.length);
});

test('the codebook says of every field what it means, with an example of its type', () => {
  const fields = packageOf(filesOf([]))?.resources[0]?.schema?.fields as (Field & {
    description: string;
    example: string | number;
  })[];
  for (const { name, description, example, type } of fields) {
    assert.match(description, /\w.*\.$/, name);
    assert.ok(IS_OF[type]?.(String(example)), name);
  }
  const keys = Object.keys(figureSchema.shape).filter((key) => key !== 'group' && key !== 'period');
  for (const key of keys)
    assert.ok(
      fields.some(({ name }) => name === key),
      key,
    );
});

test('the Data Package is one by the profile that its makers check with', async () => {
  const profile = await Profile.load('data-package');
  const { valid, errors } = profile.validate(packageOf(filesOf([SAMPLE])));
  assert.deepEqual({ valid, errors }, { valid: true, errors: [] });
});

test('the list of articles has one a line, with its names and how many figures it states', () => {
  const text = contentOf(filesOf([SAMPLE]), 'articles.json');
  const [article, ...more] = JSON.parse(text);
  assert.equal(more.length, 0);
  assert.equal(text.split('\n').length, 4);
  assert.equal(article.url, `${SITE}/2031/04/02/storm/`);
  assert.equal(article.data, `${SITE}/2031/04/02/storm/index.json`);
  assert.deepEqual(
    [article.title, article.heading, article.lang, article.publisher, article.corrected],
    [null, 'Storm', 'en-GB', '=Gazette', '2031-05-01'],
  );
  assert.deepEqual([article.places, article.figures], [['port-ansel'], 1]);
  assert.deepEqual(JSON.parse(articleList([], address)), []);
});

test('the same archive gives the same bytes', () => {
  assert.deepEqual([...filesOf([SAMPLE])], [...filesOf([SAMPLE])]);
});
