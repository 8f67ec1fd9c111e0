import { merged, type Range, wordRanges } from '../results/marking.ts';
import type { TextMatch } from '../texts/text-engine.ts';
import type { Snippet } from './snippet.ts';

/** A text of an article with the search terms found in it. */
export interface Found {
  text: string;
  /** In order, without overlaps. */
  marks: Range[];
  /** The search terms that it has, by their indices in the search. */
  holds: number[];
  /** Makes what is shown of it. */
  snippet: () => Snippet;
}

/** What is found in a text. @param named where it mentions each of the records that were searched for */
export function foundIn(
  text: string,
  matches: readonly TextMatch[],
  named: readonly Range[][],
): Omit<Found, 'snippet'> {
  const places = [...named, ...matches.map((match) => wordRanges(text, match))];
  const holds = places.flatMap((ranges, match) => (ranges.length > 0 ? [match] : []));
  return { text, marks: merged(places.flat()), holds };
}

const MOST = 3;

/** Picks texts until every search term is shown; first those with the most terms that are not shown yet. In their order. */
export function chosen(found: readonly Found[]): Found[] {
  const left = found
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => one.holds.length > 0);
  const seen = new Set<number>();
  const picked: typeof left = [];
  const unseen = ({ one }: (typeof left)[number]) =>
    one.holds.filter((match) => !seen.has(match)).length;
  while (picked.length < MOST && left.length > 0) {
    left.sort(
      (a, b) =>
        unseen(b) - unseen(a) || b.one.holds.length - a.one.holds.length || a.index - b.index,
    );
    const [best] = left.splice(0, 1);
    if (!best) break;
    picked.push(best);
    for (const match of best.one.holds) seen.add(match);
  }
  return picked.toSorted((a, b) => a.index - b.index).map(({ one }) => one);
}
