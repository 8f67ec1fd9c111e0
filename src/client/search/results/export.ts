import { articlePath, withBase } from '../../../domain/url.ts';
import { BYTE_ORDER_MARK, csvLines } from '../../csv.ts';
import { snippetPath } from '../snippet/snippet.ts';
import type { Hit } from './hit.ts';

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

/** Rows as CSV, with a byte order mark that tells spreadsheets that it is UTF-8. */
export const csvOf = (rows: readonly Row[]): string =>
  BYTE_ORDER_MARK + csvLines([COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name]))]);

/** Rows as JSON. @param search its address @param retrieved when, in ISO 8601 */
export const jsonOf = (rows: readonly Row[], search: string, retrieved: string): string =>
  `${JSON.stringify({ search, retrieved, results: rows }, null, 2)}\n`;
