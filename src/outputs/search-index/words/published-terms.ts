import { ArticleNumbers } from '../../../domain/search/words/article-numbers.ts';
import {
  NO_WORD,
  type PlacesFile,
  type WordsFile,
  type WordsIndex,
  type WordsMap,
  type WordsTerm,
} from '../../../domain/search/words/layout.ts';
import { leafAt, leafNames, mapAt } from '../../../domain/search/words/map.ts';
import { articlesIn, placesIn } from '../../../domain/search/words/posting.ts';
import { askingFor } from '../../../domain/search/words/term.ts';

/** Reads a published file of words by its name. @throws where there is none */
export type ReadWords = (name: string) => unknown;

/** A term of a published index, with all places. */
export interface PublishedTerm {
  stem: string;
  /** The words that ask for it. */
  words: readonly string[];
  /** True where it is only of parts of words, as “brien” of “o'brien”. */
  isPart: boolean;
  /** For each article, by its number in the order of time, the places in words. */
  standing: Iterable<readonly [article: number, places: readonly number[]]>;
}

const listed = <T>(file: unknown): T[] => {
  if (Array.isArray(file)) return file;
  throw new Error('A file of words has no list where one must be.');
};

/**
 * All terms of a published index, in order, one file after another.
 *
 * @throws where a file is missing or not laid out as it must be
 */
export function* publishedTerms(index: WordsIndex, read: ReadWords): Generator<PublishedTerm> {
  yield* termsBelow(index.map, new ArticleNumbers(index.batches), read);
}

function* termsBelow(
  map: WordsMap,
  numbers: ArticleNumbers,
  read: ReadWords,
): Generator<PublishedTerm> {
  for (let at = 0; at < map.words.length; at++) {
    if (map.level > 0) {
      yield* termsBelow(read(mapAt(map, at)) as WordsMap, numbers, read);
      continue;
    }
    const names = leafAt(map, at);
    const { terms } = read(names.terms) as WordsFile;
    const places = listed<string>(read(names.places) as PlacesFile);
    for (const [number, term] of listed<WordsTerm>(terms).entries())
      yield {
        stem: term[0],
        words: askingFor(term),
        isPart: term[2] === NO_WORD,
        standing: standingOf(term, places[number] ?? '', numbers, read),
      };
  }
}

function* standingOf(
  [stem, articles, , , ...ranges]: WordsTerm,
  places: string,
  numbers: ArticleNumbers,
  read: ReadWords,
): Generator<[article: number, places: number[]]> {
  const rows = ranges.map(([, digests]) => {
    const names = leafNames(stem, digests);
    return [listed<string>(read(names.terms))[0], listed<string>(read(names.places))[0]];
  });
  for (const [own = '', at = ''] of [...rows, [articles, places]]) {
    const standing = articlesIn(own);
    for (const [index, all] of placesIn(at, standing.length))
      yield [numbers.articleAt(standing[index]?.[0] ?? 0), all];
  }
}
