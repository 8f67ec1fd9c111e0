import { readFileSync } from 'node:fs';
import { indexedWords } from './pagefind-file.ts';

/** The words of the texts of an index, as stems and in the order of each text. */
export interface IndexedTexts {
  /** Each word that the index holds. */
  words: string[];
  /** For each text, in the order of indexing: at each place the index of its word in `words`, or -1 for none. */
  texts: Int32Array[];
}

/** Where words stand: text, place and word, one after another. */
class Places {
  length = 0;
  values = new Int32Array(3 << 16);

  push(text: number, at: number, word: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = text;
    this.values[this.length++] = at;
    this.values[this.length++] = word;
  }
}

/**
 * Reads the words out of an index.
 * @param files its `.pf_index` files
 * @throws where they are not laid out as in Pagefind 1.6
 */
export function indexedTexts(files: readonly string[]): IndexedTexts {
  const words: string[] = [];
  const places = new Places();
  for (const file of files)
    for (const { word, places: standing } of indexedWords(readFileSync(file))) {
      words.push(word);
      for (let at = 0; at < standing.length; at += 2)
        places.push(standing[at] ?? 0, standing[at + 1] ?? 0, words.length - 1);
    }
  return { words, texts: textsOf(places) };
}

/** An index with more words would not have fitted into memory when it was written. */
const MOST_PLACES = 1 << 28;

function textsOf({ values, length }: Places): Int32Array[] {
  const lengths: number[] = [];
  for (let index = 0; index < length; index += 3) {
    const text = values[index] ?? 0;
    lengths[text] = Math.max(lengths[text] ?? 0, (values[index + 1] ?? 0) + 1);
  }
  const all = lengths.reduce((sum, count) => sum + count, 0);
  if (all > MOST_PLACES) throw new Error('The index of words has places where no words stand.');
  const texts = Array.from(lengths, (count = 0) => new Int32Array(count).fill(-1));
  for (let index = 0; index < length; index += 3) {
    const text = texts[values[index] ?? 0];
    if (text) text[values[index + 1] ?? 0] = values[index + 2] ?? 0;
  }
  return texts;
}
