import { articleWords, END } from '../../domain/search/indexed-text.ts';
import type { IndexedText } from '../../outputs/search-index/words/batch.ts';
import { type IndexedTexts, indexedTexts } from '../../outputs/search-index/words/indexed-texts.ts';
import type { PublishedTerm } from '../../outputs/search-index/words/published-terms.ts';
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

/** What a word of a text also reads as in the index: without its apostrophes, and its parts. */
const readIn = (word: string) =>
  word.includes("'") ? [word, word.replaceAll("'", ''), ...word.split("'")] : [word];

const STEMS: Likeness = {
  hashOf: (word) => hashOf(word.slice(0, COMMON)),
  isAlike: isStemOf,
};

/** So many articles are put together at a time, so that memory is enough for any archive. */
const AT_ONCE = 1 << 16;

/** The words of an article in the index. */
interface HashedRow extends Pick<IndexedTexts, 'words'> {
  hashes: readonly number[];
  places: Int32Array;
}

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
   * @param termsOf gives the terms of the index; it is called as often as all of them must be gone through
   * @param ids of the articles, by their numbers in the index
   * @param textOf gives the words of an article that it shows
   * @throws where the index has articles that are not there
   */
  *in(
    termsOf: () => Iterable<PublishedTerm>,
    ids: readonly string[],
    textOf: (id: string) => IndexedText,
  ): Generator<WithheldWords> {
    for (let first = 0; first === 0 || first < ids.length; first += AT_ONCE) {
      const isLast = first + AT_ONCE >= ids.length;
      const end = isLast ? Infinity : first + AT_ONCE;
      const { words, texts } = indexedTexts(termsOf(), first, end);
      const hashes = words.map(STEMS.hashOf);
      for (const [number, rows] of texts)
        for (const places of rows)
          yield* this.#inRow({ words, hashes, places }, ids[number] ?? '', textOf);
    }
  }

  *#inRow(
    { words, hashes, places }: HashedRow,
    id: string,
    textOf: (id: string) => IndexedText,
  ): Generator<WithheldWords> {
    const row: Words = {
      count: places.length,
      hashes: Int32Array.from(places, (place) => hashes[place] ?? 0),
      word: (at) => words[places[at] ?? -1] ?? '',
    };
    const found = [...this.#runs.in(row), ...(this.#own.get(id)?.in(row) ?? [])];
    if (found.length === 0) return;
    const shown = id ? articleWords(textOf(id)).flatMap((block) => [...block, END]) : [];
    const isShown = (at: number) =>
      readIn(shown[at] ?? '').some((word) => isStemOf(row.word(at), word));
    for (const { of, at } of found)
      if (!of.words.every((_, index) => isShown(at + index))) yield of;
  }
}
