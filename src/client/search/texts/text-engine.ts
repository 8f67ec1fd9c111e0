import type { ArticleData } from '../../../domain/article/article-data.ts';
import { stem } from '../../../domain/language/en/stem.ts';
import type { ArticleNumber } from '../../../domain/search/archive-files.ts';
import { articleWords } from '../../../domain/search/indexed-text.ts';
import type { Row } from '../../../domain/search/query/part.ts';
import type { Term } from '../../../domain/search/words/term.ts';
import { rankOf } from '../../../domain/search/words/weight.ts';
import type { WordFiles } from '../../../domain/search/words/word-files.ts';
import type { Begun, Ranks, TextEngine } from './engine.ts';
import { nearnessOf } from './nearness.ts';
import { holdingPhrase, type Weights, weightsOf } from './phrase.ts';

/** The words with which an article has what was searched for. */
export interface TextMatch {
  /** For each word in a row the forms that stand there: for “strike” perhaps “strike” and “strikes”. Empty where it has none. */
  forms: readonly ReadonlySet<string>[];
}

/** How many answers are kept. */
const MOST_KEPT = 64;
/** How many files are looked into for words with a beginning, how many of the words count, and what is too short for it. */
const FILES = 2;
const MOST_BEGUN = 50;
const SHORTEST = 3;

/** Searches texts, in such a way that the answer depends on the words alone. */
export class ArchiveTexts implements TextEngine {
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
  holding(words: readonly string[]): Promise<Ranks> {
    return this.holdingAny([rowOf(words)]);
  }

  /** The articles whose text, or heading, holds any of some rows of words, with their ranks. */
  async holdingAny(rows: readonly Row[], inTitle = false): Promise<Ranks> {
    const weights = await Promise.all(rows.map((row) => this.#answer(row, inTitle)));
    return this.#ranked(summed(weights));
  }

  /**
   * How near to each other words stand in some articles: 1 where they follow one another, 0 where an article has one of them
   * alone.
   */
  async nearness(words: readonly string[], articles: ReadonlySet<ArticleNumber>): Promise<Ranks> {
    const terms = await Promise.all(words.map((word) => this.#termsOfWord(word)));
    return nearnessOf(this.#files, terms, articles);
  }

  /** The words that begin with these letters, with the articles that have one of them. */
  async beginning(letters: string): Promise<Begun> {
    // A number that begins like another is another amount.
    if (Array.from(letters).length < SHORTEST || /^\p{Nd}+$/u.test(letters))
      return { words: [], ranks: new Map() };
    const words = await this.#files.beginningWith(letters, FILES);
    const found = await Promise.all(
      words.map(async (word) => [word, await this.#answer(rowOf([word]))] as const),
    );
    const begun = found.toSorted(([, a], [, b]) => b.size - a.size).slice(0, MOST_BEGUN);
    const weights = begun.map(([, answer]) => answer);
    return { words: begun.map(([word]) => word), ranks: this.#ranked(summed(weights)) };
  }

  /** The forms in which an article has a row of words. @param begun where it was found by these, which begin with it */
  async matchOf(
    row: Row,
    article: ArticleNumber,
    data: ArticleData,
    begun: readonly string[] = [],
  ): Promise<TextMatch> {
    if (begun.length === 0 && !(await this.#answer(row)).has(article)) return { forms: [] };
    const standing = new Set(articleWords(data).flat());
    const terms = begun.length > 0 ? [] : await this.#termsOf(row);
    const forms = row.map((words, at) => {
      const found = (terms[at] ?? []).flatMap((term) => term.words);
      return new Set([...words, ...begun, ...found].filter((word) => standing.has(word)));
    });
    return { forms };
  }

  #ranked(weights: Weights): Ranks {
    return new Map(
      [...weights].map(([article, weight]) => [
        article,
        rankOf(weight, weights.size, this.#articles),
      ]),
    );
  }

  #answer(row: Row, inTitle = false): Promise<Weights> {
    const key = `${inTitle} ${row.map((words) => words.join('|')).join(' ')}`;
    const known = this.#answers.get(key);
    if (known) return known;
    const asked = this.#ask(row, inTitle);
    this.#answers.set(key, asked);
    // A failed query is not kept: the network may be back.
    asked.catch(() => this.#answers.delete(key));
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size > MOST_KEPT) this.#answers.delete(oldest);
    return asked;
  }

  async #ask(row: Row, inHeading: boolean): Promise<Weights> {
    // Where the number of an amount is not there, its unit need not be looked for.
    const single = row.filter(({ length }) => length === 1);
    const found = await this.#termsOf(single);
    if (found.some(({ length }) => length === 0)) return new Map();
    const terms = await this.#termsOf(row);
    const [first = []] = terms;
    return terms.length > 1
      ? holdingPhrase(this.#files, terms, inHeading)
      : weightsOf(this.#files, first, { inHeading });
  }

  /** For each place in a row the terms by which it is found. */
  #termsOf(row: Row): Promise<Term[][]> {
    return Promise.all(
      row.map(async (words) => {
        const terms = await Promise.all(words.map((word) => this.#termsOfWord(word)));
        return [...new Map(terms.flat().map((term) => [term.stem, term])).values()];
      }),
    );
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

const rowOf = (words: readonly string[]): Row => words.map((word) => [word]);

/** Articles that have any of several, with the sums of their weights. */
function summed(all: readonly Weights[]): Weights {
  const sums = new Map<ArticleNumber, number>();
  for (const weights of all)
    for (const [article, weight] of weights) sums.set(article, (sums.get(article) ?? 0) + weight);
  return sums;
}
