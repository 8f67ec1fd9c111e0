import type { ArticleNumber } from '../../../domain/search/archive-files.ts';
import type { Term } from '../../../domain/search/words/term.ts';
import type { WordFiles } from '../../../domain/search/words/word-files.ts';

/** A term in more parts is frequent: it is near to everything, and its places would be much to read. */
const MOST_PARTS = 2;

/** The length of the shortest run of words that has one of each list of places. @param lists each in order, none empty */
function shortest(lists: readonly (readonly number[])[]): number {
  const all = lists
    .flatMap((places, list) => places.map((place) => ({ place, list })))
    .toSorted((a, b) => a.place - b.place);
  const counts = lists.map(() => 0);
  let [from, missing, best] = [0, lists.length, Infinity];
  for (const { place, list } of all) {
    if (counts[list] === 0) missing--;
    counts[list] = (counts[list] ?? 0) + 1;
    for (let first = all[from]; missing === 0 && first; first = all[++from]) {
      best = Math.min(best, place - first.place + 1);
      const left = (counts[first.list] ?? 0) - 1;
      counts[first.list] = left;
      if (left === 0) missing++;
    }
  }
  return best;
}

/**
 * How near to each other terms stand in articles: 1 where they follow one another, less the longer the shortest run of words
 * with all that an article has of them, 0 where it has fewer than two.
 *
 * @param terms for each word those by which it is found
 */
export async function nearnessOf(
  files: WordFiles,
  terms: readonly (readonly Term[])[],
  articles: ReadonlySet<ArticleNumber>,
): Promise<Map<ArticleNumber, number>> {
  const rare = terms.filter((some) => some.every(({ parts }) => parts.length <= MOST_PARTS));
  if (rare.length < 2) return new Map();
  const places = await Promise.all(
    rare.map((some) => Promise.all(some.map((term) => files.places(term, articles)))),
  );
  const nearness = new Map<ArticleNumber, number>();
  for (const article of articles) {
    const lists = places
      .map((ofTerms) => ofTerms.flatMap((of) => of.get(article) ?? []))
      .filter(({ length }) => length > 0);
    if (lists.length < 2) continue;
    const share = (lists.length - 1) / (rare.length - 1);
    nearness.set(article, (share * (lists.length - 1)) / (shortest(lists) - 1));
  }
  return nearness;
}
