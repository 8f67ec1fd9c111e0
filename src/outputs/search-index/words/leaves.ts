import { spread } from '../../../domain/search/layout.ts';
import {
  NO_WORD,
  NUMBERS_IN_BATCH,
  type PlacesFile,
  type WordsFile,
  type WordsRange,
  type WordsTerm,
} from '../../../domain/search/words/layout.ts';
import { type Piece, rowsOf } from '../../../domain/search/words/posting.ts';
import type { FirstIds } from './first-ids.ts';
import type { Led } from './maps.ts';
import type { MergedTerm, StemmedWord } from './merging.ts';

/** Puts a file by the digest of what is in it, and gives that. */
export type PutFile = (sort: 'terms' | 'places', word: string, content: object) => string;

/** A file of words that was written with that of its places. The first one begins with the empty word. */
export interface Leaf extends Led {
  terms: MergedTerm[];
}

/** A file of words ends, in characters, behind these where one in so many words is met, and never much behind the most. */
const FULL = 10_000;
const ONE_IN = 4;
const MOST = 32_000;

/** A term with more is parted by ranges of batches, each of so many characters of articles or twice as many of places. */
const LARGE = 8000;
/** A range ends with a batch whose number is one in so many. */
const BATCHES = 4;

const sizeOf = (pieces: readonly Piece[]): number =>
  pieces.reduce(
    (sum, { articles, places }) => sum + Math.max(articles.length, places.length / 2) + 3,
    0,
  );

const batchOf = ({ first }: Piece) => Math.floor(first / NUMBERS_IN_BATCH);

/** The pieces of a large term range by range, and what is left behind the last range. */
function ranged(pieces: readonly Piece[]): { ranges: Piece[][]; rest: Piece[] } {
  const ranges: Piece[][] = [];
  let rest: Piece[] = [];
  if (sizeOf(pieces) <= LARGE) return { ranges, rest: [...pieces] };
  pieces.forEach((piece, at) => {
    rest.push(piece);
    const next = pieces[at + 1];
    const isEnd =
      next && Math.floor(batchOf(next) / BATCHES) > Math.floor(batchOf(piece) / BATCHES);
    if (!isEnd || sizeOf(rest) < LARGE) return;
    ranges.push(rest);
    rest = [];
  });
  return { ranges, rest };
}

/** Collects terms and writes them file by file. */
class LeafWriter {
  readonly #put: PutFile;
  readonly #firstIds: FirstIds;
  #first = '';
  #terms: WordsTerm[] = [];
  #ids: string[] = [];
  #places: PlacesFile = [];
  #merged: MergedTerm[] = [];
  #words: StemmedWord[] = [];
  #size = 0;

  constructor(put: PutFile, firstIds: FirstIds) {
    this.#put = put;
    this.#firstIds = firstIds;
  }

  /** True where the next term begins another file. */
  get isFull(): boolean {
    const last = this.#terms.at(-1)?.[0] ?? '';
    return this.#size >= MOST || (this.#size >= FULL && spread(last) % ONE_IN === 0);
  }

  addWord(word: StemmedWord): void {
    this.#words.push(word);
  }

  addTerm(term: MergedTerm): void {
    const { stem, words, around, pieces } = term;
    const { ranges, rest } = ranged(pieces);
    const [articles, places] = rowsOf(rest);
    const asking = [...words].toSorted().join(' ') || NO_WORD;
    const last = [asking === stem ? '' : asking, [...around].toSorted().join(' ')];
    const written = ranges.map((range): WordsRange => {
      const [rangeArticles, rangePlaces] = rowsOf(range);
      const [final] = range.slice(-1);
      const digests =
        this.#put('terms', stem, [rangeArticles]) + this.#put('places', stem, [rangePlaces]);
      // A batch that does not have the term may belong to either range.
      return [final ? batchOf(final) + 1 : 0, digests];
    });
    while (written.length === 0 && last.at(-1) === '') last.pop();
    const one = [stem, articles, ...last, ...written] as unknown as WordsTerm;
    this.#terms.push(one);
    this.#ids.push(this.#firstIds(term));
    this.#places.push(places);
    this.#merged.push(term);
    this.#size += JSON.stringify(one).length;
  }

  /** Writes what was collected. @param next the first stem of what comes then */
  write(next: string): Leaf {
    const stems = new Set(this.#terms.map(([stem]) => stem));
    const elsewhere = this.#words
      .filter(({ stem }) => !stems.has(stem))
      .map(({ word, stem }): [string, string] => [word, stem]);
    const file: WordsFile = { terms: this.#terms, first: this.#ids, elsewhere };
    const digests =
      this.#put('terms', this.#first, file) + this.#put('places', this.#first, this.#places);
    const leaf = { word: this.#first, digests, terms: this.#merged };
    this.#first = next;
    [this.#terms, this.#ids, this.#places, this.#merged] = [[], [], [], []];
    [this.#words, this.#size] = [[], 0];
    return leaf;
  }
}

/**
 * Writes files of words and places. Where one ends depends on its own last word, so that a word that is added changes the
 * file that it is in and no other.
 *
 * @param merged terms and words in order
 * @param firstIds gives the ids of the articles that a term shows first
 */
export function* leavesOf(
  merged: Iterable<MergedTerm | StemmedWord>,
  put: PutFile,
  firstIds: FirstIds,
): Generator<Leaf> {
  const writer = new LeafWriter(put, firstIds);
  let isEmpty = true;
  for (const one of merged) {
    isEmpty = false;
    if ('word' in one) {
      writer.addWord(one);
      continue;
    }
    if (writer.isFull) yield writer.write(one.stem);
    writer.addTerm(one);
  }
  if (!isEmpty) yield writer.write('');
}
