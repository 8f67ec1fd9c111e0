import { stringify } from 'csv-stringify/sync';
import type { Kind } from '../../domain/authorities/authority.ts';
import { fieldText } from '../../domain/data/field-text.ts';
import type { FigureRecord } from '../../domain/data/figure.ts';
import { Claims } from '../../domain/figures/claim.ts';
import { FIGURES_CSV_PATH, FIGURES_JSON_PATH } from '../../domain/url.ts';
import { site } from '../../site.ts';
import { COLUMNS } from './figure-column.ts';
import { figureRecord, type ReportingArticle } from './figure-record.ts';

/** The table of figures as CSV (RFC 4180), in UTF-8. */
const figuresCsv = (records: readonly FigureRecord[]): string =>
  stringify(
    records.map((record) => COLUMNS.map(({ read }) => read(record))),
    {
      header: true,
      columns: COLUMNS.map(({ name }) => name),
      record_delimiter: 'windows',
      cast: { string: (text, { header }) => (header ? text : fieldText(text)) },
    },
  );

/** The figures as JSON, with one line for each. */
const figuresJson = (records: readonly FigureRecord[]): string =>
  `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;

/**
 * The files of all figures, by their paths.
 *
 * @param articles published ones, in the order of time
 * @param address makes a whole URL from a path
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
  return new Map([
    [FIGURES_CSV_PATH, figuresCsv(rows)],
    [FIGURES_JSON_PATH, figuresJson(rows)],
  ]);
}
