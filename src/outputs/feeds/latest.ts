import type { Article, Heading } from '../../domain/article/article.ts';
import type { PublishedMedium } from '../../domain/media/filed-medium.ts';
import { articlePath } from '../../domain/url.ts';
import { site } from '../../site.ts';
import type { FeedItem } from './feed-item.ts';
import { feedPicture, feedRecordings } from './feed-media.ts';

/** What feeds need of an article. */
export interface FedArticle {
  id: string;
  data: Pick<
    Article,
    'date' | 'summary' | 'corrections' | 'lang' | 'people' | 'places' | 'organisations' | 'about'
  > & {
    heading: Heading;
    opening?: string | undefined;
  };
  /** The picture that stands for it. */
  picture?: PublishedMedium | undefined;
  /** The media that it shows. */
  media?: readonly PublishedMedium[];
  /** The day on which it was added to the archive, YYYY-MM-DD. */
  added: string;
}

/** An article as an item of a feed. The item's id is the permalink. */
export function articleItem(
  { id, data, added, picture, media = [] }: FedArticle,
  address: (path: string) => string,
): FeedItem {
  const { heading, summary, opening, corrections, lang = site.lang } = data;
  const url = address(articlePath(id));
  return {
    id: url,
    url,
    title: heading.text,
    summary: summary ?? opening,
    added,
    changed: [added, ...corrections.map(({ date }) => date)].toSorted().at(-1) ?? added,
    lang,
    picture: picture && feedPicture(picture, address),
    recordings: feedRecordings(media, address),
  };
}

/** Articles, those that were added last first. */
export const latestFirst = (articles: readonly FedArticle[]): FedArticle[] =>
  articles.toSorted((a, b) => b.added.localeCompare(a.added) || (a.id < b.id ? 1 : -1));
