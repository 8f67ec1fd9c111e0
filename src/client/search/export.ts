import { articlePath, withBase } from '../../domain/url.ts';
import type { Hit } from './hit.ts';
import { snippetPath } from './snippet/snippet.ts';

/** A row of exported search results: one for each paragraph, page of a medium, or caption or the like of one, that was found. */
export interface Row {
  date: string;
  /** The headline; where an article has none, its opening words. */
  heading: string;
  article: string;
  /**
   * Permalink of the paragraph, address of the page with its words marked, or of the medium; that of the article where only
   * the headline matched, or it has no text.
   */
  permalink: string;
  /** The whole paragraph, page, caption or the like, or the summary where there is no text; empty where only the headline matched. */
  text: string;
  lang: string;
  publisher: string;
}

const COLUMNS = ['date', 'heading', 'article', 'permalink', 'text', 'lang', 'publisher'] as const;

/** The rows of hits. @param site the public address of the archive */
export function rowsOf(hits: readonly Hit[], site: string, base: string): Row[] {
  const address = (path: string) => new URL(withBase(path, base), site).href;
  return hits.flatMap(({ article, snippets }) => {
    const shared = {
      date: article.date,
      heading: article.heading,
      article: address(articlePath(article.id)),
      lang: article.lang,
      publisher: article.source?.publisher ?? '',
    };
    if (snippets.length === 0) return [{ ...shared, permalink: shared.article, text: '' }];
    return snippets.map((snippet) => ({
      ...shared,
      permalink: address(snippetPath(article.id, snippet)),
      text: snippet.text,
    }));
  });
}

// A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe in front makes it text.
const FORMULA = /^[=+\-@\t\r]/;

const cell = (value: string) => {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as CSV (RFC 4180), with a byte order mark that tells spreadsheets that it is UTF-8. */
export function csvOf(rows: readonly Row[]): string {
  const lines = [
    COLUMNS.join(),
    ...rows.map((row) => COLUMNS.map((name) => cell(row[name])).join()),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Rows as JSON. @param search its address @param retrieved when, in ISO 8601 */
export const jsonOf = (rows: readonly Row[], search: string, retrieved: string): string =>
  `${JSON.stringify({ search, retrieved, results: rows }, null, 2)}\n`;
