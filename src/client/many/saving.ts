import type { PublishedArticleData } from '../../domain/data/article.ts';
import { articleDataPath, withBase } from '../../domain/url.ts';
import { MANY } from '../../messages/many-names.ts';
import { BYTE_ORDER_MARK, csvLines } from '../csv.ts';
import { save } from '../save.ts';
import type { SearchSession } from '../search/session.ts';
import { type FoundName, listedNames, recordsIn, tableRows } from './found-names.ts';
import { filedArticles, PARAGRAPH_COLUMNS, rowsOfArticles } from './paragraphs.ts';
import type { Progress } from './progress.ts';

const CSV = 'text/csv;charset=utf-8';

const addresses = (base: string, site: string) => (path: string) =>
  new URL(withBase(path, base), site).href;

/** How often a file is asked for before all that has come is given up. */
const TRIES = 3;

/** What is published of an article. */
async function articleData(address: string, tries = TRIES): Promise<PublishedArticleData> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return await response.json();
  } catch (error) {
    if (tries === 1) throw error;
    return articleData(address, tries - 1);
  }
}

/** Saves the table of what was found. @param site the public address of the archive */
export function saveTable(found: readonly FoundName[], base: string, site: string): void {
  const rows = tableRows(found, addresses(base, site));
  save([BYTE_ORDER_MARK, csvLines(rows)], CSV, 'names.csv');
}

/**
 * Saves all paragraphs that name the records that were found. What has come is saved where the reader stops it.
 *
 * @returns in words what became of it
 */
export async function saveParagraphs(
  found: readonly FoundName[],
  session: Pick<SearchSession, 'open'>,
  base: string,
  site: string,
  progress: Progress,
): Promise<string> {
  const lines = [BYTE_ORDER_MARK, csvLines([PARAGRAPH_COLUMNS])];
  const records = recordsIn(found);
  const run = progress.begin(records.length, MANY.namesDone);
  let articles = run;
  try {
    const { files } = await session.open();
    const filed = await filedArticles(records, files, run);
    if (run.isOver) return '';
    articles = progress.begin(filed.length, MANY.articlesDone);
    const source = {
      idOf: (article: number) => files.idOf(article),
      article: (id: string) => articleData(withBase(articleDataPath(id), base)),
    };
    const context = { listed: listedNames(found), address: addresses(base, site) };
    let done = 0;
    for await (const rows of rowsOfArticles(filed, source, context)) {
      if (articles.isOver) break;
      lines.push(csvLines(rows));
      articles.count(++done);
    }
    save(lines, CSV, done < filed.length ? 'paragraphs-incomplete.csv' : 'paragraphs.csv');
    return done < filed.length ? MANY.stopped : MANY.saved;
  } catch {
    return MANY.noFile;
  } finally {
    articles.end();
    run.end();
  }
}
