import { NO_WORD, type WordsFile, type WordsTerm } from './layout.ts';
import { type LeafNames, leafNames } from './map.ts';

/** Some articles of a term that are read together: those of a range, or those that its file of words has itself. */
export interface TermPart {
  /** The first batch after it; Infinity for the last part. */
  end: number;
  /** The row of articles, where the file of words has it. */
  articles?: string;
  /** The file that has it else, and that of its places. */
  names: LeafNames;
  /** Of its places the index in their file; undefined where that has nothing else. */
  index?: number;
}

/** A term that was looked up. */
export interface Term {
  stem: string;
  /** All words by which it is found in texts. */
  words: string[];
  /** In the order of time. */
  parts: TermPart[];
  /** The ids of the articles that it shows first, in their order (`first.ts`); empty where it has few. */
  first: string[];
}

/** The words that ask for a term. */
export const askingFor = ([stem, , words]: WordsTerm): string[] => {
  if (words === NO_WORD) return [];
  return words ? words.split(' ') : [stem];
};

/** A file of words, so that it can be looked into. */
export class WordsLeaf {
  readonly names: LeafNames;
  readonly #terms = new Map<string, [term: WordsTerm, index: number]>();
  readonly #first: readonly string[];
  /** The stem of each word that is written in texts. */
  readonly #stems = new Map<string, string>();

  constructor(file: WordsFile, names: LeafNames) {
    this.names = names;
    this.#first = file.first;
    file.terms.forEach((term, index) => {
      this.#terms.set(term[0], [term, index]);
      for (const word of askingFor(term)) this.#stems.set(word, term[0]);
    });
    for (const [word, stem] of file.elsewhere) this.#stems.set(word, stem);
  }

  /** The words that it has, in no order. */
  get words(): Iterable<string> {
    return this.#stems.keys();
  }

  /** The stem of a written word; undefined where no text has it. */
  stemOf(word: string): string | undefined {
    return this.#stems.get(word);
  }

  /** A term by its stem. */
  term(stem: string): Term | undefined {
    const found = this.#terms.get(stem);
    if (!found) return undefined;
    const [term, index] = found;
    const [, articles, , around, ...ranges] = term;
    return {
      stem,
      words: [...askingFor(term), ...(around ? around.split(' ') : [])],
      first: this.#first[index]?.split(' ').filter((id) => id !== '') ?? [],
      parts: [
        ...ranges.map(([end, digests]) => ({ end, names: leafNames(stem, digests) })),
        ...(articles === '' ? [] : [{ end: Infinity, articles, names: this.names, index }]),
      ],
    };
  }
}
