import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { ArticleData } from '../../domain/article/article-data.ts';
import { articleWords, END, type Indexed } from '../../domain/search/indexed-text.ts';
import { fragmentAddress, textNames } from './pagefind-file.ts';

/** The text of an article that is indexed. */
export type IndexedText = Pick<ArticleData, 'id'> & Indexed;

/** A file that Pagefind made. */
interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** The ending of the file that has Pagefind's names for its texts. */
const NAMES = '.pf_meta';
// Files of Pagefind that are left out: its own interfaces, and a fragment for each text, which holds excerpts. This
// archive has its own of both.
const LEFT_OUT = /-(?:ui|highlight)\.|^wasm\.unknown/;

/** How many texts may be sent to Pagefind before it has answered for the first. */
const AT_ONCE = 64;

const ESCAPED = new Map<string, string>(Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;' }));
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ESCAPED.get(sign) ?? sign);

/**
 * The text of an article as it is indexed: its words are normalised like those of queries, so that any spelling of a
 * letter is found.
 */
function indexedCopy(article: IndexedText): string {
  const [heading = [], ...paragraphs] = articleWords(article);
  const block = (name: string, words: readonly string[]) =>
    `<${name}>${escaped([...words, END].join(' '))}</${name}>`;
  const text = paragraphs.map((words) => block('p', words)).join('\n');
  return `<html><body data-pagefind-body>${block('h1', heading)}\n${text}</body></html>`;
}

/**
 * Writes Pagefind's index of the words of articles into a folder.
 * @param language one for all articles, so that one search finds Arabic texts too
 * @param ids of the articles, in the order of time
 * @param indexed is called for each article that has been indexed
 */
export async function writeWords(
  folder: string,
  language: string,
  ids: readonly string[],
  textOf: (id: string) => IndexedText,
  indexed: () => void,
): Promise<void> {
  // A page fetches one part of the index for each word that is searched for, so parts are small.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '5000';
  try {
    const { index, errors } = await createIndex({ forceLanguage: language });
    if (!index) throw new Error(`The index of words was not made: ${errors.join('; ')}`);
    const add = async (id: string) => {
      const added = await index.addHTMLFile({ url: `/${id}/`, content: indexedCopy(textOf(id)) });
      if (added.errors.length > 0)
        throw new Error(`${id} was not indexed: ${added.errors.join('; ')}`);
      indexed();
    };
    for (let at = 0; at < ids.length; at += AT_ONCE)
      await Promise.all(ids.slice(at, at + AT_ONCE).map(add));
    const made = await index.getFiles();
    if (made.errors.length > 0)
      throw new Error(`The index of words was not made: ${made.errors.join('; ')}`);
    const isFragment = ({ path }: IndexFile) => path.startsWith('fragment/');
    checkOrder(made.files, ids);
    for (const file of made.files)
      if (!isFragment(file) && !LEFT_OUT.test(file.path)) await writeBelow(folder, file);
  } finally {
    // Pagefind's own process would keep this one running.
    await close();
  }
}

async function writeBelow(folder: string, { path, content }: IndexFile): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** The file of an index that has Pagefind's names for its texts. */
export const textsFile = async (folder: string): Promise<string> =>
  (await readdir(folder)).find((file) => file.endsWith(NAMES)) ?? '';

/** Search relies on this: Pagefind numbers the texts in the order in which they were given. */
function checkOrder(files: readonly IndexFile[], ids: readonly string[]): void {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const meta = files.find(({ path }) => path.endsWith(NAMES));
  const names = meta ? textNames(meta.content) : [];
  const isInOrder = names.every((name, number) => {
    const fragment = contents.get(`fragment/${name}.pf_fragment`);
    return fragment !== undefined && fragmentAddress(fragment) === `/${ids[number]}/`;
  });
  if (names.length !== ids.length || !isInOrder)
    throw new Error(
      'The index of words is not made as search reads it. Is this another version of Pagefind?',
    );
}
