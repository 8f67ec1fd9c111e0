import type { ArticleNumber } from '../../../domain/search/archive-files.ts';
import type { Row } from '../../../domain/search/query/part.ts';

/** Articles with their ranks, the higher the better. */
export type Ranks = Map<ArticleNumber, number>;

/** Words that begin with letters that no article has as a word, and the articles that have them, with their ranks. */
export interface Begun {
  /** Those that most articles have first. */
  words: string[];
  ranks: Ranks;
}

/** Looks words up in the texts. */
export interface TextEngine {
  /** The articles whose text holds the words next to each other, each with its rank, the higher the better. */
  holding: (words: readonly string[]) => Promise<Ranks>;
  /** The articles whose text, or heading, holds any of some rows of words, with their ranks. */
  holdingAny: (rows: readonly Row[], inTitle?: boolean) => Promise<Ranks>;
  /** How near to each other words stand in articles, from 0 to 1. */
  nearness: (words: readonly string[], articles: ReadonlySet<ArticleNumber>) => Promise<Ranks>;
  /** Begins to fetch what is needed of words, since they are searched for soon. */
  prepare: (words: readonly string[]) => void;
  /** The words that begin with these letters, and the articles that have one of them, with their ranks. */
  beginning: (letters: string) => Promise<Begun>;
}
