import { isFunctionWord } from '../../../domain/language/function-word.ts';
import type { ArticleNumber } from '../../../domain/search/archive-files.ts';
import type { Part } from '../../../domain/search/query/part.ts';
import { rarityOf } from '../../../domain/search/words/weight.ts';
import type { Ranks } from '../texts/engine.ts';

/** A word that more than this part of all articles have tells none of them from the others. */
const NEARLY_ALL = 0.6;
/**
 * Where fewer articles have all words, those follow that have most of them, so many at most; and where these are too few,
 * others that have two of them.
 */
const ENOUGH = 10;
const MOST = 30;

/** The parts of a query that are looked for: all but words like “the”, unless it has nothing else. */
export function telling(parts: readonly Part[]): Part[] {
  const isTelling = ({ type, words: [word = ''], inTitle }: Part) =>
    type !== 'word' || inTitle === true || !isFunctionWord(word);
  const some = parts.filter(isTelling);
  return some.length > 0 ? some : [...parts];
}

/** The parts that an article must have: all but words that nearly all articles have, unless there is nothing else. */
export function required(
  parts: readonly Part[],
  answers: ReadonlyMap<Part, Ranks>,
  articles: number,
): Part[] {
  const some = parts.filter(
    (part) => part.type !== 'word' || (answers.get(part)?.size ?? 0) <= NEARLY_ALL * articles,
  );
  return some.length > 0 ? some : [...parts];
}

/** An article that lacks parts of a query. */
export interface Lacking {
  article: ArticleNumber;
  parts: Part[];
}

/**
 * Where few articles have all parts of a query, those with most of it, the best first. A part counts the more, the fewer
 * articles have it: in “first quarter results of Brennholm” the name says more than two of the others.
 *
 * @param passes the articles that filters and excluded words leave
 * @param found how many articles have all parts
 * @param articles how many the archive has
 */
export function withMost(
  parts: readonly Part[],
  answers: ReadonlyMap<Part, Ranks>,
  passes: (articles: readonly ArticleNumber[]) => ArticleNumber[],
  found: number,
  articles: number,
): Lacking[] {
  if (parts.length < 3 || found >= ENOUGH) return [];
  const sought = parts.map((part) => {
    const answer = answers.get(part) ?? new Map<ArticleNumber, number>();
    return { part, answer, counts: rarityOf(answer.size, articles) };
  });
  // A word that no text has is no measure of any.
  const all = sought.reduce((sum, { answer, counts }) => sum + (answer.size > 0 ? counts : 0), 0);
  const held = new Map<ArticleNumber, { counts: number; rank: number; parts: number }>();
  for (const { answer, counts } of sought)
    for (const [article, rank] of answer) {
      const before = held.get(article) ?? { counts: 0, rank: 0, parts: 0 };
      held.set(article, {
        counts: before.counts + counts,
        rank: before.rank + rank,
        parts: before.parts + 1,
      });
    }
  const some = [...held].flatMap(([article, { parts: count }]) =>
    count > 1 && count < parts.length ? [article] : [],
  );
  const rank = (article: ArticleNumber) => held.get(article)?.rank ?? 0;
  const hasMost = (article: ArticleNumber) => 2 * (held.get(article)?.counts ?? 0) > all;
  const best = passes(some).toSorted(
    (a, b) => Number(hasMost(b)) - Number(hasMost(a)) || rank(b) - rank(a) || b - a,
  );
  const most = best.filter(hasMost).length;
  return best.slice(0, Math.min(MOST, Math.max(most, ENOUGH - found))).map((article) => ({
    article,
    parts: sought.flatMap(({ part, answer }) => (answer.has(article) ? [] : [part])),
  }));
}
