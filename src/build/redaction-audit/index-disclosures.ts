import { articleWords, END } from '../../domain/search/indexed-text.ts';
import { indexedTexts } from '../../outputs/search-index/indexed-texts.ts';
import type { IndexedText } from '../../outputs/search-index/words.ts';
import { type Likeness, RunFinder } from './run-finder.ts';
import type { WithheldWords } from './withheld-words.ts';
import { hashOf } from './word-hash.ts';
import type { Words } from './words.ts';

/** A stem and its word begin with at least this many equal letters, and this part of the word. */
const COMMON = 2;
const PART = 0.4;

/**
 * True where a word of the index may stand for one of a text: Pagefind’s stemmer changes endings, and little else
 * (“organization” is “organ” to it, “tiny” is “tini”).
 */
function isStemOf(stem: string, word: string): boolean {
  if (stem === word) return true;
  let common = 0;
  while (common < stem.length && stem[common] === word[common]) common++;
  const isIrregular = /^[dlt]ying$/.test(word) && stem === `${word[0]}ie`;
  const isBeginning = common >= Math.max(COMMON, PART * word.length);
  return isIrregular || (isBeginning && stem.length - common <= 1);
}

const STEMS: Likeness = {
  hashOf: (word) => hashOf(word.slice(0, COMMON)),
  isAlike: isStemOf,
};

/** Withheld words that are looked for in indexes of words. */
export class IndexDisclosures {
  readonly #runs: RunFinder<WithheldWords>;
  /** For each article that withholds names: every single word of these names. */
  readonly #own: ReadonlyMap<string, RunFinder<WithheldWords>>;

  constructor(withheldWords: readonly WithheldWords[]) {
    this.#runs = new RunFinder(withheldWords, STEMS);
    const names = Map.groupBy(
      withheldWords.filter(({ as }) => as !== undefined),
      ({ id }) => id,
    );
    const single = (one: WithheldWords) => one.words.map((words) => ({ ...one, words: [words] }));
    this.#own = new Map(
      [...names].map(([id, all]) => [id, new RunFinder(all.flatMap(single), STEMS)]),
    );
  }

  /**
   * Finds withheld words that an index holds and its articles do not show: the words of a name in a row, and in an
   * article that withholds the name also each single word.
   * @param files its `.pf_index` files
   * @param idOf gives the id of the article with a number in the index; undefined if there is none
   * @param textOf gives the words of an article that it shows
   */
  *in(
    files: readonly string[],
    idOf: (number: number) => string | undefined,
    textOf: (id: string) => IndexedText,
  ): Generator<WithheldWords> {
    const { words, texts } = indexedTexts(files);
    const hashes = words.map(STEMS.hashOf);
    for (const [number, places] of texts.entries()) {
      const row: Words = {
        count: places.length,
        hashes: places.map((place) => hashes[place] ?? 0),
        word: (at) => words[places[at] ?? -1] ?? '',
      };
      const id = idOf(number) ?? '';
      const found = [...this.#runs.in(row), ...(this.#own.get(id)?.in(row) ?? [])];
      if (found.length === 0) continue;
      const shown = id ? articleWords(textOf(id)).flatMap((block) => [...block, END]) : [];
      const isShown = (at: number) => isStemOf(row.word(at), shown[at] ?? '');
      for (const { of, at } of found)
        if (!of.words.every((_, index) => isShown(at + index))) yield of;
    }
  }
}
