import {
  canBeMisspelt,
  isSeveral,
  lettersOf,
  queriedName,
  writtenWords,
} from '../../../domain/search/corrections/entry.ts';
import { joinedKey, keysOf } from '../../../domain/search/corrections/keys.ts';
import { isDense } from '../../../domain/search/corrections/unlikeness.ts';
import { surnameKeys } from '../../../domain/search/spelling.ts';
import { articleCount } from '../../../domain/search/words/posting.ts';
import type { MergedTerm } from '../words/merging.ts';
import type { CountedRecord } from './counted-records.ts';

/** A word or name that a misspelling may mean. */
export interface Meant {
  /** As it is written where it is a name or a word of one; else as it is indexed. */
  written: string;
  letters: string;
  isName: boolean;
  /** In how many articles it stands, or how many are filed under it. */
  count: number;
  keys: readonly string[];
}

/**
 * A word that fewer articles have may be a misspelling itself, unless it belongs to a name. In 11,000 articles every fifth
 * word that stands in one alone is one.
 */
const leastOf = (articles: number): number => Math.max(1, Math.ceil(Math.sqrt(articles) / 70));

/** A name of more words is not written as one. */
const MOST_JOINED = 4;

/** A word of the index. */
interface Word {
  count: number;
  /** True where another, which finds the same articles, is shorter by its last letter: so it needs fewer keys. */
  isForm: boolean;
}

/** Collects what misspellings may mean, of the words of the index and of the names. */
export class Vocabulary {
  /** The letters of all words of the index. */
  readonly #letters = new Set<string>();
  readonly #words = new Map<string, Word>();
  readonly #names = new Map<string, Meant>();

  /** Adds the words of a term. */
  addTerm({ words, pieces }: Pick<MergedTerm, 'words' | 'pieces'>): void {
    const count = pieces.reduce((sum, piece) => sum + articleCount(piece), 0);
    for (const word of words) {
      if (!canBeMisspelt(word)) continue;
      this.#words.set(word, { count, isForm: words.has(word.slice(0, -1)) });
      this.#letters.add(word.replaceAll("'", ''));
    }
  }

  /** Adds the spellings of a record that articles are filed under, after all terms. */
  addRecord(record: CountedRecord): void {
    const { spellings, count } = record;
    for (const spelling of count > 0 ? spellings : []) {
      const words = writtenWords(spelling);
      const surnames = surnameKeys(record, spelling);
      const isFound = (word: string) =>
        words.length === 1 ||
        // Of a script without spaces each letter is a word of the index.
        isDense(word) ||
        surnames.includes(lettersOf(word)) ||
        this.#letters.has(lettersOf(word));
      // The “of” in a name is a word.
      for (const word of words)
        if (!/^\p{Ll}/u.test(word) && isFound(word)) this.#addName(word, count, keysOf);
      if (words.length > 1 && words.length <= MOST_JOINED)
        this.#addName(queriedName(spelling), count, isDense(spelling) ? keysOf : joinedKeys);
    }
  }

  #addName(written: string, count: number, keys: (letters: string) => string[]): void {
    const letters = lettersOf(written);
    if (!canBeMisspelt(letters)) return;
    const key = `${isSeveral(written)} ${letters}`;
    const known = this.#names.get(key);
    // It is written as where it is most frequent; of the spellings of a record, as in the first.
    if (!known || count > known.count)
      this.#names.set(key, { written, letters, isName: true, count, keys: keys(letters) });
  }

  /** All that misspellings may mean, in order. @param articles how many the archive has */
  meant(articles: number): Meant[] {
    const least = leastOf(articles);
    const named = new Map([...this.#names].map(([key, name]) => [key, { ...name }]));
    const words = [...this.#words].flatMap(([written, { count, isForm }]): Meant[] => {
      const letters = written.replaceAll("'", '');
      const name = named.get(`false ${letters}`);
      if (name) name.count = Math.max(name.count, count);
      if (name || count < least) return [];
      const keys = keysOf(letters);
      return [{ written, letters, isName: false, count, keys: isForm ? keys.slice(0, 1) : keys }];
    });
    return [...words, ...named.values()]
      .filter(({ keys }) => keys.length > 0)
      .toSorted((a, b) => (a.written < b.written ? -1 : 1));
  }
}

const joinedKeys = (letters: string): string[] => {
  const key = joinedKey(letters);
  return key === undefined ? [] : [key];
};
