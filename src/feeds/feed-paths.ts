/** Paths of the feeds of what was added, by their form. */
export const FEED_PATHS = {
  atom: '/feeds/articles.atom',
  rss: '/feeds/articles.rss',
  json: '/feeds/articles.json',
} as const;
