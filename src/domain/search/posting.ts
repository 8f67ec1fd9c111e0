import type { ArticleNumber } from './archive-files.ts';
import type { RecordFile } from './layout.ts';

/** The articles that are filed under a record, with how often each mentions it; 0 where it is only about it. */
export function postingOf({ articles }: Pick<RecordFile, 'articles'>): Map<ArticleNumber, number> {
  const posting = new Map<ArticleNumber, number>();
  let article = 0;
  for (let at = 0; at < articles.length; at += 2) {
    article += articles[at] ?? 0;
    posting.set(article, articles[at + 1] ?? 0);
  }
  return posting;
}

/** Writes a posting the way a record's file holds it. */
export function packed(posting: Iterable<readonly [ArticleNumber, number]>): number[] {
  let before = 0;
  return [...posting]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([article, mentions]) => {
      const gap = article - before;
      before = article;
      return [gap, mentions];
    });
}

/** The order in which a search for a record alone shows its articles: those that mention it most, then the newest. */
export const byMentions = (
  [a, mentions]: readonly [ArticleNumber, number],
  [b, others]: readonly [ArticleNumber, number],
): number => others - mentions || b - a;
