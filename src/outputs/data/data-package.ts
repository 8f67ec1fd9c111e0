import { hash } from 'node:crypto';
import { SCHEMAS } from '../../domain/data/json-schema.ts';
import {
  DATA_PATH,
  FIGURES_CSV_PATH,
  FIGURES_JSON_PATH,
  MEDIA_CSV_PATH,
  MEDIA_JSON_PATH,
  schemaPath,
} from '../../domain/url.ts';
import { site } from '../../site.ts';
import { COLUMNS } from './figure-column.ts';
import { MEDIA_COLUMNS } from './media-files.ts';

const fileOf = (path: string) => path.slice(DATA_PATH.length);

/** A name that is unique in the package: the file's name, with its form if it is not the table. */
const nameOf = (path: string) =>
  fileOf(path)
    .replace(/\.csv$/, '')
    .replace('.', '-');

const resource = (path: string, content: string) => ({
  name: nameOf(path),
  path: fileOf(path),
  bytes: Buffer.byteLength(content),
  hash: `sha256:${hash('sha256', content)}`,
  encoding: 'utf-8',
});

const fields = () =>
  COLUMNS.map(({ name, type, description: text, example, standard, values, isRequired }) => ({
    name,
    type,
    description: standard ? `${text} Follows: ${standard}.` : text,
    example,
    constraints: {
      ...(isRequired && { required: true }),
      ...(name === 'claim' && { unique: true }),
      ...(values && { enum: values }),
      ...(type === 'integer' && { minimum: 0 }),
    },
  }));

const mediaFields = () =>
  MEDIA_COLUMNS.map(({ isRequired, ...field }) => ({
    ...field,
    constraints: {
      ...(isRequired && { required: true }),
      ...(field.name === 'id' && { unique: true }),
    },
  }));

interface Table {
  title: string;
  /** The column that names a row. */
  key: string;
  fields: () => object[];
}
const TABLES = new Map<string, Table>([
  [FIGURES_CSV_PATH, { title: 'Figures', key: 'claim', fields }],
  [MEDIA_CSV_PATH, { title: 'Media', key: 'id', fields: mediaFields }],
]);

const table = (path: string, content: string, { title, key, fields: columns }: Table) => ({
  ...resource(path, content),
  type: 'table',
  title,
  format: 'csv',
  mediatype: 'text/csv',
  schema: {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns(),
    primaryKey: [key],
    missingValues: [''],
  },
});

const SCHEMA_TITLES = new Map(
  SCHEMAS.map(({ name, of }) => [schemaPath(name), `JSON Schema of ${of}`]),
);

const schema = (path: string, content: string, title: string) => ({
  ...resource(path, content),
  title,
  description: 'What each field means, and when it is absent; draft 2020-12 of JSON Schema.',
  format: 'json',
  mediatype: 'application/schema+json',
});

const LISTS = new Map([
  [FIGURES_JSON_PATH, ['Figures as their frontmatter has them', 'figures']],
  [MEDIA_JSON_PATH, ['Media', 'media']],
]);

// Only a table may have a schema field; the schema of another resource is a resource of its own.
const json = (path: string, content: string) => {
  const [title, name = 'articles'] = LISTS.get(path) ?? ['Articles without their texts'];
  return {
    ...resource(path, content),
    title,
    description: `Its JSON Schema is ${fileOf(schemaPath(name))}.`,
    format: 'json',
    mediatype: 'application/json',
  };
};

function described(path: string, content: string) {
  const known = TABLES.get(path);
  if (known) return table(path, content, known);
  const title = SCHEMA_TITLES.get(path);
  return title ? schema(path, content, title) : json(path, content);
}

/**
 * What describes the data: a Data Package. https://datapackage.org/standard/data-package/
 *
 * @param files of the data, by path: the table of figures, the table of media, lists in JSON, and their schemas
 * @param homepage address of the site
 */
export function dataPackage(files: ReadonlyMap<string, string>, homepage: string): string {
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'archive',
    title: `${site.title}: figures, articles and media`,
    description: `${site.description} Every count of people that an article states: a row is a claim that somebody made, not a fact. Texts that a spreadsheet would take for a formula begin with an apostrophe. Every article with its names, without its text. Every picture, scan, document, sound and film with its credit.`,
    homepage,
    resources: [...files].map(([path, content]) => described(path, content)),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}
