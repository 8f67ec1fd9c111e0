import { NUMBERS_IN_BATCH } from '../../../domain/search/words/layout.ts';
import type { Piece } from '../../../domain/search/words/posting.ts';
import type { BatchTerm } from './batch.ts';
import type { BatchFile } from './batch-file.ts';

/** A term in the articles of all batches. */
export interface MergedTerm {
  stem: string;
  words: Set<string>;
  around: Set<string>;
  /** In the order of the batches, with the numbers that articles have by batch. */
  pieces: Piece[];
}

/** How many bytes of the batches are in memory at a time. */
const AT_ONCE = 1 << 24;

/** The units with which terms begin, in order, so many together as are read at a time. */
function* windows(batches: readonly BatchFile[], most: number): Generator<number[]> {
  const lengths = new Map<number, number>();
  for (const { sections } of batches)
    for (const [unit, length] of sections) lengths.set(unit, (lengths.get(unit) ?? 0) + length);
  let [some, all]: [number[], number] = [[], 0];
  for (const [unit, length] of [...lengths].toSorted(([a], [b]) => a - b)) {
    if (some.length > 0 && all + length > most) {
      yield some;
      [some, all] = [[], 0];
    }
    some.push(unit);
    all += length;
  }
  if (some.length > 0) yield some;
}

const moved = ({ first, last, articles, places }: Piece, by: number): Piece => ({
  first: first + by,
  last: last + by,
  articles,
  places,
});

/** A written word, and the stem that it has. */
export interface StemmedWord {
  word: string;
  stem: string;
}

/** What is merged of the batches with some units: terms, and words that are no stem themselves. */
class Merged {
  readonly #terms = new Map<string, Omit<MergedTerm, 'stem'>>();
  readonly #stems = new Map<string, string>();

  add({ stem, words, around, piece }: BatchTerm, by: number): void {
    const known = this.#terms.get(stem) ?? { words: new Set(), around: new Set(), pieces: [] };
    this.#terms.set(stem, known);
    for (const word of words) {
      known.words.add(word);
      // One that begins otherwise is told where it belongs in the order.
      if (word !== stem && word.charCodeAt(0) === stem.charCodeAt(0)) this.#stems.set(word, stem);
    }
    for (const word of around) known.around.add(word);
    known.pieces.push(moved(piece, by));
  }

  addForeign([word, stem]: readonly [string, string]): void {
    this.#stems.set(word, stem);
  }

  /** All of it in order; where a word is also the stem of a term, the term first. */
  *inOrder(): Generator<MergedTerm | StemmedWord> {
    const words = [...this.#stems].toSorted(([a], [b]) => (a < b ? -1 : 1));
    let at = 0;
    for (const [stem, term] of [...this.#terms].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      for (; (words[at]?.[0] ?? stem) < stem; at++) yield stemmed(words[at]);
      yield { stem, ...term };
    }
    for (; at < words.length; at++) yield stemmed(words[at]);
  }
}

const stemmed = ([word, stem]: readonly string[] = []): StemmedWord => ({
  word: word ?? '',
  stem: stem ?? '',
});

/**
 * Brings the terms of all batches together, in order, and among them the written words that are no stems. Whatever the size
 * of the archive, only some of them are in memory.
 *
 * @param most how many bytes of batches are read at a time; a single section may be larger
 */
export function* mergedTerms(
  batches: readonly BatchFile[],
  most = AT_ONCE,
): Generator<MergedTerm | StemmedWord> {
  for (const units of windows(batches, most)) {
    const merged = new Merged();
    batches.forEach((batch, number) => {
      for (const { terms, foreign } of batch.read(units)) {
        for (const term of terms) merged.add(term, number * NUMBERS_IN_BATCH);
        for (const one of foreign) merged.addForeign(one);
      }
    });
    yield* merged.inOrder();
  }
}
