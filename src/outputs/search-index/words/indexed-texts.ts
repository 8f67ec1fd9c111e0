import type { PublishedTerm } from './published-terms.ts';

/** The words of texts, as an index has them: as stems and in the order of each text. */
export interface IndexedTexts {
  /** Each stem of the index. */
  words: string[];
  /**
   * For each article that has words, by its number: at each place the index of its stem in `words`, or -1 for none. Where
   * words have stems of their parts too, there is a second row with these in their place.
   */
  texts: Map<number, Int32Array[]>;
}

/** No text has more words. Larger numbers are refused, since they would only use up memory. */
const MOST_WORDS = 1 << 22;

class Row {
  #stems = new Int32Array(256).fill(-1);
  #parts: Map<number, number> | undefined;
  #length = 0;

  put(place: number, stem: number, isPart: boolean): void {
    if (place >= MOST_WORDS) throw new Error('The index of words has places where no words stand.');
    this.#length = Math.max(this.#length, place + 1);
    if (place >= this.#stems.length) {
      const larger = new Int32Array(2 ** Math.ceil(Math.log2(place + 1))).fill(-1);
      larger.set(this.#stems);
      this.#stems = larger;
    }
    // A second stem at a place is that of a part too.
    if (isPart || (this.#stems[place] ?? -1) >= 0) {
      this.#parts ??= new Map();
      this.#parts.set(place, stem);
    } else this.#stems[place] = stem;
  }

  get rows(): Int32Array[] {
    const stems = this.#stems.slice(0, this.#length);
    if (!this.#parts) return [stems];
    const parts = stems.slice();
    for (const [place, stem] of this.#parts) parts[place] = stem;
    return [stems, parts];
  }
}

/**
 * Puts the texts of some articles together from the terms of an index.
 *
 * @param first the number of the first article, and `end` of the one behind the last
 */
export function indexedTexts(
  terms: Iterable<PublishedTerm>,
  first: number,
  end: number,
): IndexedTexts {
  const words: string[] = [];
  const texts = new Map<number, Row>();
  for (const { stem, isPart, standing } of terms) {
    words.push(stem);
    for (const [article, places] of standing) {
      if (article < first || article >= end) continue;
      const row = texts.get(article) ?? new Row();
      texts.set(article, row);
      for (const place of places) row.put(place, words.length - 1, isPart);
    }
  }
  return { words, texts: new Map([...texts].map(([article, row]) => [article, row.rows])) };
}
