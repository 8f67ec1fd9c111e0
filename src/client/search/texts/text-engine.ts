import type { ArticleData } from '../../../domain/article/article-data.ts';
import { stem } from '../../../domain/language/en/stem.ts';
import type { ArticleNumber } from '../../../domain/search/archive-files.ts';
import { articleWords } from '../../../domain/search/indexed-text.ts';
import type { Term } from '../../../domain/search/words/term.ts';
import { rankOf } from '../../../domain/search/words/weight.ts';
import type { WordFiles } from '../../../domain/search/words/word-files.ts';
import { holdingPhrase, type Weights, weightsOf } from './phrase.ts';

/** Words that were searched for, and the forms in which an article has them. */
export interface TextMatch {
  words: readonly string[];
  /** As indexed: for “strike” perhaps “strike” and “strikes”. Empty where the article does not hold the words. */
  forms: ReadonlySet<string>;
}

/** Words that begin with letters that no article has as a word, and the articles that have them, with their ranks. */
export interface Begun {
  /** Those that most articles have first. */
  words: string[];
  ranks: Map<ArticleNumber, number>;
}

/** How many answers are kept. */
const MOST_KEPT = 64;
/** How many files are looked into for words with a beginning, how many of the words count, and what is too short for it. */
const FILES = 2;
const MOST_BEGUN = 50;
const SHORTEST = 3;

/** Searches texts, in such a way that the answer depends on the words alone. */
export class ArchiveTexts {
  readonly #files: WordFiles;
  readonly #articles: number;
  readonly #answers = new Map<string, Promise<Weights>>();

  /** @param articles how many the archive has */
  constructor(files: WordFiles, articles: number) {
    this.#files = files;
    this.#articles = articles;
  }

  /** Begins to fetch what is needed of words, since they are searched for soon. */
  prepare(words: readonly string[]): void {
    // What fails is asked for again, and told then.
    for (const word of words) this.#files.term(word).catch(() => undefined);
  }

  /** The id of an article, where what was read so far has it. */
  idOf(article: ArticleNumber): string | undefined {
    return this.#files.idOf(article);
  }

  /** The articles whose text holds the words next to each other, each with its rank, the higher the better. */
  async holding(words: readonly string[]): Promise<Map<ArticleNumber, number>> {
    return this.#ranked(await this.#answer(words));
  }

  /** The words that begin with these letters, with the articles that have one of them. */
  async beginning(letters: string): Promise<Begun> {
    // A number that begins like another is another amount.
    if (Array.from(letters).length < SHORTEST || /^\p{Nd}+$/u.test(letters))
      return { words: [], ranks: new Map() };
    const words = await this.#files.beginningWith(letters, FILES);
    const found = await Promise.all(
      words.map(async (word) => [word, await this.#answer([word])] as const),
    );
    const begun = found.toSorted(([, a], [, b]) => b.size - a.size).slice(0, MOST_BEGUN);
    const weights = begun.map(([, answer]) => answer);
    return { words: begun.map(([word]) => word), ranks: this.#ranked(summed(weights)) };
  }

  /** The forms in which an article has the words. @param begun where it was found by these, which begin with them */
  async matchOf(
    words: readonly string[],
    article: ArticleNumber,
    data: ArticleData,
    begun: readonly string[] = [],
  ): Promise<TextMatch> {
    const standing = articleWords(data).flat();
    const sought = new Set(begun);
    if (begun.length === 0) {
      if (!(await this.#answer(words)).has(article)) return { words, forms: new Set() };
      for (const terms of await this.#termsOf(words))
        for (const { words: own } of terms) for (const word of own) sought.add(word);
    }
    return { words, forms: new Set(standing.filter((word) => sought.has(word))) };
  }

  #ranked(weights: Weights): Map<ArticleNumber, number> {
    return new Map(
      [...weights].map(([article, weight]) => [
        article,
        rankOf(weight, weights.size, this.#articles),
      ]),
    );
  }

  #answer(words: readonly string[]): Promise<Weights> {
    const key = words.join(' ');
    const known = this.#answers.get(key);
    if (known) return known;
    const asked = this.#ask(words);
    this.#answers.set(key, asked);
    // A failed query is not kept: the network may be back.
    asked.catch(() => this.#answers.delete(key));
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size > MOST_KEPT) this.#answers.delete(oldest);
    return asked;
  }

  async #ask(words: readonly string[]): Promise<Weights> {
    const terms = await this.#termsOf(words);
    const [first = []] = terms;
    return terms.length > 1 ? holdingPhrase(this.#files, terms) : weightsOf(this.#files, first);
  }

  /** For each word the terms by which it is found. */
  #termsOf(words: readonly string[]): Promise<Term[][]> {
    return Promise.all(words.map((word) => this.#termsOfWord(word)));
  }

  /** Nearly always one: the others are for a form that no text has, of a word that texts have in other forms. */
  async #termsOfWord(word: string): Promise<Term[]> {
    const term = await this.#files.term(word);
    if (term) return [term];
    const bare = stem(word);
    if (bare.length < SHORTEST || bare.length === word.length) return [];
    const others = await this.#files.beginningWith(bare, FILES);
    const alike = await Promise.all(
      others.filter((other) => stem(other) === bare).map((other) => this.#files.term(other)),
    );
    return [...new Map(alike.flatMap((one) => (one ? [[one.stem, one]] : []))).values()];
  }
}

/** Articles that have any of several, with the sums of their weights. */
function summed(all: readonly Weights[]): Weights {
  const sums = new Map<ArticleNumber, number>();
  for (const weights of all)
    for (const [article, weight] of weights) sums.set(article, (sums.get(article) ?? 0) + weight);
  return sums;
}
