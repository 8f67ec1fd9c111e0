import { articleWords, END } from '../../domain/search/indexed-text.ts';
import { indexedTexts } from '../../outputs/search-index/indexed-texts.ts';
import type { IndexedText } from '../../outputs/search-index/words.ts';
import { type Likeness, Sought } from './sought.ts';
import type { WithheldWords } from './withheld-words.ts';
import { hashOf } from './word-hash.ts';
import type { Words } from './words.ts';

/** Letters that the stem of a word has in common with it, at the least: so many, and so great a part of the word. */
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
  readonly #runs: Sought<WithheldWords>;
  /** For each article that withholds names every word of them by itself. */
  readonly #own: ReadonlyMap<string, Sought<WithheldWords>>;

  constructor(withheldWords: readonly WithheldWords[]) {
    this.#runs = new Sought(withheldWords, STEMS);
    const names = Map.groupBy(
      withheldWords.filter(({ as }) => as !== undefined),
      ({ id }) => id,
    );
    const single = (one: WithheldWords) => one.words.map((words) => ({ ...one, words: [words] }));
    this.#own = new Map(
      [...names].map(([id, all]) => [id, new Sought(all.flatMap(single), STEMS)]),
    );
  }

  /**
   * What an index holds of withheld words and its articles do not show: the words next to each other, and of an article
   * that withholds them each of them.
   *
   * @param files its `.pf_index` files
   * @param idOf the id of the article of a number in the index; nothing where none is known by it
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
