import { hash } from 'node:crypto';
import { spread } from '../../../domain/search/layout.ts';
import { NUMBERS_IN_BATCH } from '../../../domain/search/words/layout.ts';

/** What is known of an article before it is indexed. */
interface Known {
  id: string;
  /** Changes when the heading or the text changes. */
  digest: string;
}

/** A batch has at least so many articles, if there are so many. */
const LEAST = 96;
/** Behind these, one in so many articles begins the next batch. */
const ONE_IN = 128;
const MOST = NUMBERS_IN_BATCH;

/**
 * Cuts articles into batches, which are indexed apart from each other. Where one begins depends on the ids of a few
 * articles before it, so that an article that is added or removed changes its batch, and seldom the next.
 *
 * @param articles in the order of time
 */
export function batchesOf<A extends Known>(articles: readonly A[]): A[][] {
  const batches: A[][] = [];
  let batch: A[] = [];
  for (const article of articles) {
    const begins = batch.length >= LEAST && spread(article.id) % ONE_IN === 0;
    if (batch.length === 0 || begins || batch.length >= MOST) {
      batch = [];
      batches.push(batch);
    }
    batch.push(article);
  }
  return batches;
}

/** The name of what is kept of a batch. @param code a digest of the code that indexes */
export function batchName(batch: readonly Known[], code: string): string {
  const texts = batch.map(({ id, digest }) => `${id} ${digest}`);
  return hash('sha256', [code, ...texts].join('\n')).slice(0, 40);
}
