import { langOf, type PublishedArticle } from '../content/queries/articles.ts';
import { leadPicture } from '../content/queries/media.ts';
import type { Heading } from '../domain/article/article.ts';
import type { MediumKind } from '../domain/media/media-type.ts';
import { type ShownFile, shownFile } from './media/medium.ts';

/** An article as lists show it. */
export interface Listing {
  id: string;
  date: string;
  lang: string;
  heading: Heading;
  summary: string | undefined;
  /** True where the archive holds the record of it alone, and no text. */
  isRecord: boolean;
  /** The picture beside its headline. */
  picture: (ShownFile & { kind: MediumKind }) | undefined;
}

/** What lists show of an article. */
export function listingOf(article: PublishedArticle): Listing {
  const lead = leadPicture(article);
  return {
    id: article.id,
    date: article.data.date,
    lang: langOf(article),
    heading: article.data.heading,
    summary: article.data.summary ?? article.data.opening,
    isRecord: article.data.text === 'none',
    picture: lead && { ...shownFile(lead.id, lead.facts), kind: lead.kind },
  };
}
