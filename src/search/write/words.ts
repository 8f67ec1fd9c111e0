import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { ArticleData } from '../../data/article-data.ts';
import { articleWords, END } from '../indexed-text.ts';
import { textNames } from '../text-names.ts';

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign);

/** The copy of an article that is indexed: its words as queries are read, so that any spelling of a letter is found. */
function indexedCopy(article: ArticleData): string {
  const [heading = [], ...paragraphs] = articleWords(article);
  const block = (name: string, words: readonly string[]) =>
    `<${name}>${escaped([...words, END].join(' '))}</${name}>`;
  const text = paragraphs.map((words) => block('p', words)).join('\n');
  return `<html><body data-pagefind-body>${block('h1', heading)}\n${text}</body></html>`;
}

/** Writes Pagefind's index of the words of articles into a folder; gives the name of the file with its names for them. */
export async function writeWords(
  folder: string,
  articles: readonly ArticleData[],
): Promise<string> {
  // A page fetches one part of the index for each word that is looked for: small parts come sooner.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '5000';
  try {
    // One language for all: a reader finds an Arabic text from the same box as an English one.
    const { index, errors } = await createIndex({ forceLanguage: 'en' });
    if (!index) throw new Error(`The index of words was not made: ${errors.join('; ')}`);
    for (const article of articles) {
      const content = indexedCopy(article);
      const added = await index.addHTMLFile({ url: `/${article.id}/`, content });
      if (added.errors.length > 0)
        throw new Error(`${article.id} was not indexed: ${added.errors.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0)
      throw new Error(`The index of words was not written: ${written.errors.join('; ')}`);
  } finally {
    // Pagefind's process would keep this one from ending.
    await close();
  }
  const texts = (await readdir(folder)).find((file) => file.endsWith('.pf_meta')) ?? '';
  await checkOrder(folder, texts, articles);
  await leaveOut(folder);
  return texts;
}

/** Search takes it that Pagefind numbers the texts in the order in which they were given. */
async function checkOrder(
  folder: string,
  texts: string,
  articles: readonly ArticleData[],
): Promise<void> {
  const names = textNames(await promisify(gunzip)(await readFile(join(folder, texts))));
  const wrong = `The index of words is not made as search reads it. Is this another version of Pagefind?`;
  if (names.length !== articles.length) throw new Error(wrong);
  for (const [number, name] of names.entries()) {
    const file = join(folder, 'fragment', `${name}.pf_fragment`);
    const text = (await promisify(gunzip)(await readFile(file))).toString('utf8');
    const { url } = JSON.parse(text.replace(/^pagefind_dcd/, '')) as { url: string };
    if (url !== `/${articles[number]?.id}/`) throw new Error(wrong);
  }
}

/** Pagefind writes texts to make excerpts of and interfaces of its own besides; this archive has both already. */
async function leaveOut(folder: string): Promise<void> {
  await rm(join(folder, 'fragment'), { recursive: true });
  for (const file of await readdir(folder))
    if (/-(?:ui|highlight)\.|^wasm\.unknown/.test(file)) await rm(join(folder, file));
}
