import { close, createIndex } from 'pagefind';
import { fragmentAddress, indexedWords, textNames } from '../pagefind-file.ts';

/** A stem, and where words with it stand: the index of a text, then a place in it in words, one after another. */
export interface PlacedStem {
  stem: string;
  places: number[];
}

/** How many texts may be sent to Pagefind before it has answered for the first. */
const AT_ONCE = 64;

const checked = (errors: readonly string[]) => {
  if (errors.length > 0) throw new Error(`Words were not indexed: ${errors.join('; ')}`);
};

/**
 * Has Pagefind index texts, and reads its index. All texts are stemmed as English, so that one search finds others too.
 * It is called within `withPagefind`.
 *
 * @param texts each as words with a space between
 * @throws where Pagefind fails, or its index is not laid out as in version 1.6
 */
export async function stemsOf(texts: readonly string[]): Promise<PlacedStem[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  checked(errors);
  if (!index) throw new Error('Pagefind made no index.');
  const add = async (content: string, number: number) =>
    checked(
      (await index.addCustomRecord({ url: addressOf(number), content, language: 'en' })).errors,
    );
  for (let at = 0; at < texts.length; at += AT_ONCE)
    await Promise.all(texts.slice(at, at + AT_ONCE).map((text, more) => add(text, at + more)));
  const made = await index.getFiles();
  await index.deleteIndex();
  checked(made.errors);
  checkOrder(new Map(made.files.map(({ path, content }) => [path, content])), texts.length);
  return (
    made.files
      .filter(({ path }) => path.endsWith('.pf_index'))
      .flatMap(({ content }) => [...indexedWords(content)])
      // One without places stands there for others that differ from it in signs above or below letters.
      .flatMap(({ word, places }) => (places.length > 0 ? [{ stem: word, places }] : []))
  );
}

let users = 0;

/** Does what uses Pagefind, and ends its process when nobody does any more: it would keep this one running. */
export async function withPagefind<T>(work: () => Promise<T>): Promise<T> {
  users += 1;
  try {
    return await work();
  } finally {
    users -= 1;
    if (users === 0) await close();
  }
}

const addressOf = (number: number) => `/${number}/`;

/** Pagefind numbers the texts in the order in which they were given, or the places would be of others. */
function checkOrder(files: ReadonlyMap<string, Uint8Array>, texts: number): void {
  const [meta] = [...files].filter(([path]) => path.endsWith('.pf_meta'));
  const names = meta ? textNames(meta[1]) : [];
  const isInOrder = names.every((name, number) => {
    const fragment = files.get(`fragment/${name}.pf_fragment`);
    return fragment !== undefined && fragmentAddress(fragment) === addressOf(number);
  });
  if (names.length !== texts || !isInOrder)
    throw new Error(
      'The index of words is not made as it is read here. Is this another version of Pagefind?',
    );
}
