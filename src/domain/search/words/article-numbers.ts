import type { ArticleNumber } from '../archive-files.ts';
import { Digits, digitsOf } from './digits.ts';
import { NUMBERS_IN_BATCH } from './layout.ts';

/** Writes how many articles each batch has. */
export const batchRow = (sizes: readonly number[]): string => sizes.map(digitsOf).join('');

/** The numbers that articles have in the order of time, by those that they have by batch. */
export class ArticleNumbers {
  /** The number of the first article of each batch, and behind the last one that of all. */
  readonly #firsts: ArticleNumber[] = [0];

  /** @param batches how many articles each has, as the manifest says it */
  constructor(batches: string) {
    for (const digits = new Digits(batches); !digits.isAtEnd; )
      this.#firsts.push((this.#firsts.at(-1) ?? 0) + digits.number());
  }

  /** The number of the first article of a batch; for one that is not there one past the last of all. */
  firstOf(batch: number): ArticleNumber {
    return this.#firsts[Math.min(batch, this.#firsts.length - 1)] ?? 0;
  }

  /** The number of an article from that by batch. @throws where there is no such article */
  articleAt(number: number): ArticleNumber {
    const batch = Math.floor(number / NUMBERS_IN_BATCH);
    const article = this.firstOf(batch) + (number % NUMBERS_IN_BATCH);
    if (article < this.firstOf(batch + 1)) return article;
    throw new Error('The index of words has an article that the archive does not have.');
  }
}
