import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { KINDS } from '../archive/authority.ts';
import { byTime, type Dated } from '../archive/chronology.ts';
import type { ArticleData } from '../data/article-data.ts';
import {
  CATALOGUE_PATH,
  type CatalogueFile,
  NAMES_PATH,
  type NamedRecord,
} from './catalogue-file.ts';
import { indexedText } from './indexed-text.ts';

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign);

/**
 * The copy of an article that is indexed: folded, so that any spelling of a letter is found, with each paragraph under its
 * own id, so that a hit is a paragraph. The published page stays as it is.
 */
function indexedCopy({ heading, paragraphs }: ArticleData): string {
  const text = paragraphs.map(
    ({ id, text }) => `<p id="${id}" data-pagefind-title="${id}">${escaped(indexedText(text))}</p>`,
  );
  return `<html><body data-pagefind-body><h1>${escaped(indexedText(heading))}</h1>${text.join('\n')}</body></html>`;
}

async function publishedArticles(dist: string): Promise<ArticleData[]> {
  const files = (await readdir(dist, { recursive: true }))
    .filter((file) => /^\d{4}[\\/]\d{2}[\\/]\d{2}[\\/][^\\/]+[\\/]index\.json$/.test(file))
    .toSorted();
  const articles: ArticleData[] = [];
  for (const file of files) {
    const data = JSON.parse(await readFile(join(dist, file), 'utf8'));
    if (!data.withdrawn) articles.push(data);
  }
  return articles;
}

async function indexWords(dist: string, articles: readonly ArticleData[]): Promise<void> {
  // One language for all: a reader finds an Arabic text from the same box as an English one.
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`The index of words was not made: ${errors.join('; ')}`);
  for (const article of articles) {
    const added = await index.addHTMLFile({
      url: `/${article.id}/`,
      content: indexedCopy(article),
    });
    if (added.errors.length > 0)
      throw new Error(`${article.id} was not indexed: ${added.errors.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: join(dist, 'pagefind') });
  if (written.errors.length > 0)
    throw new Error(`The index of words was not written: ${written.errors.join('; ')}`);
  await close();
  // Pagefind writes interfaces of its own besides; this archive has one.
  for (const file of await readdir(join(dist, 'pagefind'))) {
    if (/-(?:ui|highlight)\./.test(file)) await rm(join(dist, 'pagefind', file));
  }
}

/** The names that Pagefind gave the articles, by the articles' paths, read back from what it wrote. */
async function textNames(dist: string): Promise<Map<string, string>> {
  const folder = join(dist, 'pagefind', 'fragment');
  const names = new Map<string, string>();
  for (const file of await readdir(folder)) {
    const bytes = await promisify(gunzip)(await readFile(join(folder, file)));
    const { url } = JSON.parse(bytes.toString('utf8').replace(/^pagefind_dcd/, '')) as {
      url: string;
    };
    names.set(url, file.replace(/\.pf_fragment$/, ''));
  }
  return names;
}

const dated = ({ id, date, source }: ArticleData): Dated => ({
  id,
  data: { date, source: source ?? undefined },
});

/** Writes what search reads into a built site: the index of the words, and the catalogue of names and articles. */
export async function writeSearchIndex(dist: string): Promise<{ articles: number }> {
  const articles = (await publishedArticles(dist)).toSorted((a, b) => byTime(dated(a), dated(b)));
  await indexWords(dist, articles);
  const names = await textNames(dist);
  const records: NamedRecord[] = JSON.parse(await readFile(join(dist, NAMES_PATH), 'utf8'));
  const at = new Map(records.map(({ kind, id }, index) => [`${kind}/${id}`, index]));
  const postings: number[][] = records.map(() => []);
  articles.forEach((article, index) => {
    const counts = new Map<number, number>();
    const count = (key: string, mentions: number) => {
      const record = at.get(key);
      if (record !== undefined) counts.set(record, (counts.get(record) ?? 0) + mentions);
    };
    for (const kind of KINDS) {
      for (const { id } of article[kind]) count(`${kind}/${id}`, 0);
      for (const id of article.about) count(`${kind}/${id}`, 0);
    }
    for (const { kind, id } of article.mentions) count(`${kind}/${id}`, 1);
    for (const [record, mentions] of counts) postings[record]?.push(index, mentions);
  });
  const texts = articles.map(({ id }) => {
    const name = names.get(`/${id}/`);
    if (name === undefined) throw new Error(`${id} is missing from the index of words.`);
    return name;
  });
  const catalogue: CatalogueFile = {
    records,
    articles: articles.map(({ id }) => id),
    texts,
    postings,
  };
  await writeFile(join(dist, CATALOGUE_PATH), JSON.stringify(catalogue));
  return { articles: articles.length };
}
