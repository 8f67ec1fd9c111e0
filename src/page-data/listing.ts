import { langOf, type PublishedArticle } from '../content/queries/articles.ts';
import type { Heading } from '../domain/article/article.ts';

/** An article as lists show it. */
export interface Listing {
  id: string;
  date: string;
  lang: string;
  heading: Heading;
  summary: string | undefined;
  /** True where the archive holds the record of it alone, and no text. */
  isRecord: boolean;
}

/** What lists show of an article. */
export const listingOf = (article: PublishedArticle): Listing => ({
  id: article.id,
  date: article.data.date,
  lang: langOf(article),
  heading: article.data.heading,
  summary: article.data.summary ?? article.data.opening,
  isRecord: article.data.text === 'none',
});
