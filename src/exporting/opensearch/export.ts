import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedArticleData } from '../../domain/data/article.ts';
import type { SpeltName } from '../../domain/data/name-list.ts';
import { NAMES_PATH } from '../../domain/search/layout.ts';
import { BulkFiles } from './bulk-file.ts';
import { articleDocument, nameDocument, paragraphDocuments } from './documents.ts';
import { articlesIndex, namesIndex, paragraphsIndex, spellingRules } from './index-definition.ts';

/** What an export comes to. */
export interface Exported {
  articles: number;
  paragraphs: number;
  names: number;
  /** Of documents; the three definitions of indexes come besides. */
  files: number;
}

const ARTICLE = /^\d{4}\/\d{2}\/\d{2}\/[^/]+\/index\.json$/;

/**
 * Writes what a site publishes for a search engine: the definitions of three indexes, and their documents. It is read from
 * the built site, which has nothing that is not published; one article is in memory at a time.
 *
 * @param dist the folder of the site
 * @param paths of its files, in order
 * @param site its address
 * @param folder which is made
 */
export function exportForOpenSearch(
  dist: string,
  paths: readonly string[],
  site: URL,
  folder: string,
): Exported {
  mkdirSync(folder, { recursive: true });
  const read = (path: string) => JSON.parse(readFileSync(join(dist, path), 'utf8'));
  const all: SpeltName[] = read(NAMES_PATH);
  const rules = spellingRules(all);
  const define = (name: string, index: object) =>
    writeFileSync(join(folder, `${name}.index.json`), `${JSON.stringify(index, undefined, 2)}\n`);
  define('articles', articlesIndex(rules));
  define('paragraphs', paragraphsIndex(rules));
  define('names', namesIndex());
  const [articles, paragraphs, names] = [
    new BulkFiles(folder, 'articles'),
    new BulkFiles(folder, 'paragraphs'),
    new BulkFiles(folder, 'names'),
  ];
  for (const path of paths.filter((one) => ARTICLE.test(one))) {
    const data: PublishedArticleData = read(path);
    // An article that was moved has its data at its former address too.
    if ('withdrawn' in data || path !== `${data.id}/index.json`) continue;
    articles.add(articleDocument(data, site));
    for (const document of paragraphDocuments(data, site)) paragraphs.add(document);
  }
  for (const name of all) names.add(nameDocument(name, site));
  for (const files of [articles, paragraphs, names]) files.close();
  return {
    articles: articles.documents,
    paragraphs: paragraphs.documents,
    names: names.documents,
    files: articles.files + paragraphs.files + names.files,
  };
}
