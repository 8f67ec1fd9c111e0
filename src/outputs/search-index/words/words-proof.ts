import type { ReadFile } from '../../../domain/search/archive-files.ts';
import { ArticleNumbers } from '../../../domain/search/words/article-numbers.ts';
import { firstOf } from '../../../domain/search/words/first.ts';
import type { WordsIndex, WordsMap } from '../../../domain/search/words/layout.ts';
import { leafAt, mapAt } from '../../../domain/search/words/map.ts';
import { articlesIn, placesIn, rowsOf } from '../../../domain/search/words/posting.ts';
import { isInHeading, weightOf } from '../../../domain/search/words/weight.ts';
import { WordFiles } from '../../../domain/search/words/word-files.ts';
import type { Leaf } from './leaves.ts';
import type { Led } from './maps.ts';
import type { MergedTerm } from './merging.ts';

function not(what: string): never {
  throw new Error(`Search does not find what it must: ${what}.`);
}

/** What a term must find: for each article, in order, the sign of its weight, and its places. */
function expected({ pieces }: MergedTerm, batches: ArticleNumbers) {
  const all: [article: number, sign: number, places: number[]][] = [];
  for (const piece of pieces) {
    const [articles, places] = rowsOf([piece]);
    const numbers = articlesIn(articles);
    for (const [index, at] of placesIn(places, numbers.length)) {
      const [number = 0, sign = 0] = numbers[index] ?? [];
      all.push([batches.articleAt(number), sign, at]);
    }
  }
  return all;
}

const isSame = (a: readonly number[] | undefined, b: readonly number[]) =>
  a?.length === b.length && b.every((value, at) => a[at] === value);

/**
 * Reads a file of words as browsers do, and looks for every word of it in every article at every place.
 *
 * @param batches how many articles each has, as the manifest says it
 * @param articles of the batches, in the order of time
 * @returns the words that another file must have, each with its stem
 * @throws where something is not found
 */
export async function proveLeaf(
  leaf: Leaf,
  batches: string,
  articles: readonly { id: string }[],
  read: ReadFile,
): Promise<[word: string, stem: string][]> {
  const map = { level: 0, words: [leaf.word], digests: leaf.digests };
  const files = new WordFiles({ batches, map }, read);
  const numbers = new ArticleNumbers(batches);
  const elsewhere: [string, string][] = [];
  for (const merged of leaf.terms) {
    const { stem, words } = merged;
    const asked = await Promise.all(
      [...words].map(async (word) => [word, (await files.term(word))?.stem] as const),
    );
    for (const [word, found] of asked) if (found !== stem) elsewhere.push([word, stem]);
    const term = (await files.stemmed(stem)) ?? not(`“${stem}” is not there`);
    const all = expected(merged, numbers);
    const weights = await files.articles(term);
    const headed = await files.articles(term, { inHeading: true });
    const places = await files.places(term, new Set(all.map(([article]) => article)));
    if (weights.size !== all.length) not(`“${stem}” has other articles`);
    for (const [at, article] of firstOf(weights).entries())
      if (term.first.length > 0 && term.first[at] !== articles[article]?.id)
        not(`“${stem}” shows other articles first`);
    for (const [article, sign, at] of all)
      if (
        weights.get(article) !== weightOf(sign) ||
        headed.has(article) !== isInHeading(sign) ||
        !isSame(places.get(article), at)
      )
        not(`“${stem}” is not where it stands in article ${article}`);
  }
  return elsewhere;
}

/** All files of words that a map leads to. */
async function ledTo(map: WordsMap, read: ReadFile): Promise<string[]> {
  if (map.level === 0) return map.words.map((word, at) => `${word} ${leafAt(map, at).terms}`);
  const below: string[] = [];
  for (let at = 0; at < map.words.length; at++) {
    const one = (await read<WordsMap>(mapAt(map, at))) ?? not('a map is missing');
    if (one.words[0] !== map.words[at]) not('a map leads elsewhere');
    below.push(...(await ledTo(one, read)));
  }
  return below;
}

/**
 * Follows the maps to every file, and looks for words that are not in the file of their stem.
 *
 * @throws where a file or a word is not found
 */
export async function proveMaps(
  index: WordsIndex,
  leaves: readonly Led[],
  elsewhere: readonly (readonly [word: string, stem: string])[],
  read: ReadFile,
): Promise<void> {
  const led = await ledTo(index.map, read);
  const words = leaves.map(({ word }) => word);
  if (words.some((word, at) => at > 0 && word <= (words[at - 1] ?? '')))
    not('files are not in order');
  const all = { level: 0, words, digests: leaves.map(({ digests }) => digests).join('') };
  if (led.join('\n') !== (await ledTo(all, read)).join('\n')) not('a map leads elsewhere');
  const files = new WordFiles(index, read);
  for (const [word, stem] of elsewhere)
    if ((await files.term(word))?.stem !== stem) not(`“${word}” does not find “${stem}”`);
}
