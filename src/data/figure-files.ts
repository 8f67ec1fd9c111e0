import { hash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { Kind } from '../archive/authority.ts';
import { Claims } from '../archive/claim.ts';
import {
  DATA_PACKAGE_PATH,
  DATA_PATH,
  FIGURES_CSV_PATH,
  FIGURES_JSON_PATH,
} from '../archive/url.ts';
import { site } from '../site.ts';
import { COLUMNS } from './figure-column.ts';
import { type FigureRecord, figureRecord, type ReportingArticle } from './figure-record.ts';

// A spreadsheet would compute what begins with these; the apostrophe itself is among them, so that nothing is ambiguous.
const ACTS = /^['=+\-@\t\r＝＋－＠]/u;

/** A text as a field of the table has it: one that a spreadsheet would take for a formula after an apostrophe. */
export const fieldText = (text: string): string => (ACTS.test(text) ? `'${text}` : text);

/** The table of figures as CSV (RFC 4180), in UTF-8. */
export const figuresCsv = (records: readonly FigureRecord[]): string =>
  stringify(
    records.map((record) => COLUMNS.map(({ read }) => read(record))),
    {
      header: true,
      columns: COLUMNS.map(({ name }) => name),
      record_delimiter: 'windows',
      cast: { string: (text, { header }) => (header ? text : fieldText(text)) },
    },
  );

/** The figures as JSON, each as its frontmatter has it, a line each. */
export const figuresJson = (records: readonly FigureRecord[]): string =>
  `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;

const resource = (name: string, path: string, content: string) => ({
  name,
  path: path.slice(DATA_PATH.length),
  bytes: Buffer.byteLength(content),
  hash: `sha256:${hash('sha256', content)}`,
  encoding: 'utf-8',
});

/** What describes the data: a Data Package. https://datapackage.org/standard/data-package/ */
function dataPackage(csv: string, json: string, homepage: string): string {
  const fields = COLUMNS.map(
    ({ name, type, description: text, example, standard, values, isRequired }) => ({
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
    }),
  );
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'figures',
    title: `${site.title}: figures`,
    description: `${site.description} Every count of people that an article states: a row is a claim that somebody made, not a fact. Texts that a spreadsheet would take for a formula begin with an apostrophe.`,
    homepage,
    resources: [
      {
        ...resource('figures', FIGURES_CSV_PATH, csv),
        type: 'table',
        title: 'Figures',
        format: 'csv',
        mediatype: 'text/csv',
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          fields,
          primaryKey: ['claim'],
          missingValues: [''],
        },
      },
      {
        ...resource('figures-as-json', FIGURES_JSON_PATH, json),
        title: 'Figures as their frontmatter has them',
        format: 'json',
        mediatype: 'application/json',
      },
    ],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/**
 * The files of all figures, by their paths.
 *
 * @param articles published ones, in the order of time
 * @param address makes an address of a path
 */
export function figureFiles(
  articles: readonly ReportingArticle[],
  records: readonly { kind: Kind; id: string; data: { name: string } }[],
  address: (path: string) => string,
): Map<string, string> {
  const names = new Map(records.map(({ kind, id, data }) => [`${kind}/${id}`, data.name]));
  const claims = new Claims(articles);
  const context = {
    claims,
    names: {
      place: (id: string) => names.get(`places/${id}`),
      organisation: (id: string) => names.get(`organisations/${id}`),
    },
    address,
    lang: site.lang,
  };
  const rows = claims.all.map((claim) => figureRecord(claim, context));
  const [csv, json] = [figuresCsv(rows), figuresJson(rows)];
  return new Map([
    [FIGURES_CSV_PATH, csv],
    [FIGURES_JSON_PATH, json],
    [DATA_PACKAGE_PATH, dataPackage(csv, json, address('/'))],
  ]);
}
