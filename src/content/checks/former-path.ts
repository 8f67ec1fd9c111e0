import { readFileSync } from 'node:fs';
import { because } from '../../domain/fault.ts';
import { isOwnPath } from '../../domain/own-path.ts';
import type { Problem } from '../../domain/problem.ts';
import { articlePath } from '../../domain/url.ts';
import { shownPath } from '../files/archive-path.ts';
import { problemAt } from '../files/problem-place.ts';
import type { CheckedArticle } from './checked-article.ts';

/** Faults of old paths that belong to another article or page. */
export function moveFaults(articles: readonly CheckedArticle[]): Problem[] {
  const present = new Map(articles.map((article) => [articlePath(article.id), article]));
  const claimed = new Map<string, CheckedArticle>();
  return articles.flatMap((article) =>
    article.entry.formerly.flatMap((old) => {
      const other = present.get(old) ?? claimed.get(old);
      claimed.set(old, claimed.get(old) ?? article);
      const isOwn = isOwnPath(old);
      if (!other && !isOwn) return [];
      const fault = isOwn
        ? because(
            'formerly/list',
            'An old path is one that an article had; this is that of a page of lists.',
            'Write the path of the article as it was: /2023/10/16/old-slug/.',
          )
        : because(
            'formerly/taken',
            other === article
              ? 'An old path stands once, and is not the present one.'
              : `An old path leads to one article; ${shownPath(other?.path ?? '')} has this one.`,
            'Take it out of one of the two.',
          );
      const text = readFileSync(article.path, 'utf8');
      return [problemAt(article.path, text, text.lastIndexOf(old), old, fault)];
    }),
  );
}
