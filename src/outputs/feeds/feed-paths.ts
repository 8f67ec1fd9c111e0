import {
  CHANGES_FEED_PATH,
  CHANGES_PATH,
  CORRECTIONS_FEED_PATH,
  CORRECTIONS_PATH,
} from '../../domain/url.ts';

/** Paths of the feeds of what was added, by their form. */
export const FEED_PATHS = {
  atom: '/feeds/articles.atom',
  rss: '/feeds/articles.rss',
  json: '/feeds/articles.json',
} as const;

/** Paths of the feeds of corrections. */
export const CORRECTIONS_FEED_PATHS = {
  atom: CORRECTIONS_FEED_PATH,
  rss: `${CORRECTIONS_PATH}feed.rss`,
  json: `${CORRECTIONS_PATH}feed.json`,
} as const;

/** Paths of the feeds of what was changed without a correction. */
export const CHANGES_FEED_PATHS = {
  atom: CHANGES_FEED_PATH,
  rss: `${CHANGES_PATH}feed.rss`,
  json: `${CHANGES_PATH}feed.json`,
} as const;
