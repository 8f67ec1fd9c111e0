import { KINDS } from '../../domain/authorities/authority.ts';
import {
  ABOUT_PATH,
  articlePath,
  CHANGES_PATH,
  CORRECTIONS_PATH,
  DATA_PATH,
  FEEDS_PATH,
  FIGURES_CSV_PATH,
  FIGURES_PATH,
  indexPath,
  MEDIA_CSV_PATH,
  MEDIA_PATH,
  mediaOfKindPath,
  mediumPath,
  recordPath,
  SEARCH_MANY_PATH,
  SEARCH_PATH,
  VERIFY_PATH,
} from '../../domain/url.ts';
import { KIND_NAMES } from '../../messages/wording.ts';
import { site } from '../../site.ts';
import { type FeedFile, feedFiles } from './feed.ts';
import { feedPicture } from './feed-media.ts';
import { FEED_PATHS } from './feed-paths.ts';
import { articleItem, type FedArticle, latestFirst } from './latest.ts';
import { type FedRecord, recordFeeds } from './record-feeds.ts';
import { SITEMAP_PATH, sitemapFiles } from './sitemap.ts';

type Address = (path: string) => string;

/** How many articles are in the feed of new articles. */
const LATEST = 50;

const PAGES: [path: string, name: string, what: string][] = [
  ...KINDS.map((kind): [string, string, string] => [
    indexPath(kind),
    KIND_NAMES[kind],
    'every name, A to Z, each with every mention',
  ]),
  [FIGURES_PATH, 'Figures', 'every count of people that an article states, with who counted'],
  [CORRECTIONS_PATH, 'Corrections', 'what was changed, when and why'],
  [CHANGES_PATH, 'Changes', 'what was catalogued, withheld or withdrawn later'],
  [FEEDS_PATH, 'Feeds', 'what can be followed: new articles, corrections, changes and names'],
  [SEARCH_MANY_PATH, 'Many names at once', 'which names of a list the archive has'],
  [VERIFY_PATH, 'Verify a quotation', 'whether the archive says some words'],
  [ABOUT_PATH, 'About', 'how to cite, and how permalinks work'],
];
const DATA: [path: string, name: string, what: string][] = [
  [DATA_PATH, 'Data', 'what there is, with a codebook'],
  [FIGURES_CSV_PATH, 'Figures', 'a row is a claim'],
  [MEDIA_CSV_PATH, 'Media', 'every picture, scan, document, sound and film, with its credit'],
  [FEED_PATHS.json, 'Latest articles', 'JSON Feed'],
  [SITEMAP_PATH, 'Sitemap', 'every article and name; each article has an index.json beside it'],
];

const listed = (lines: typeof PAGES, address: Address) =>
  lines.map(([path, name, what]) => `- [${name}](${address(path)}): ${what}`).join('\n');

/** A description of the archive and its pages as plain text. https://llmstxt.org */
const llmsText = (address: Address) =>
  `# ${site.title}\n\n> ${site.description}\n\n## Pages\n\n${listed(PAGES, address)}\n\n## Data\n\n${listed(DATA, address)}\n`;

/** Robots may read everything but search results, which are not pages of their own (RFC 9309). */
const robotsText = (address: Address) =>
  `User-agent: *\nDisallow: ${new URL(address(SEARCH_PATH)).pathname}?\nAllow: /\n\nSitemap: ${address(SITEMAP_PATH)}\n`;

/** The pages of media, each with the day of the latest article that shows it. */
const mediaPages = (articles: readonly FedArticle[], address: Address) =>
  [
    ...new Map(
      articles.flatMap(({ data, media = [] }) =>
        media.map((medium) => [medium.id, { medium, date: data.date }] as const),
      ),
    ).values(),
  ].map(({ medium, date }) => ({
    url: address(mediumPath(medium.id)),
    changed: date,
    images: [feedPicture(medium, address)?.url ?? []].flat(),
  }));

/** The lists of media: of all, and where there are several kinds of each of them. */
function mediaLists(articles: readonly FedArticle[], address: Address) {
  const kinds = new Set(articles.flatMap(({ media = [] }) => media.map(({ kind }) => kind)));
  const paths = kinds.size > 1 ? [MEDIA_PATH, ...[...kinds].map(mediaOfKindPath)] : [MEDIA_PATH];
  return kinds.size > 0 ? paths.map((path) => ({ url: address(path) })) : [];
}

/**
 * The files by which others find what the archive has: feeds, sitemap, robots.txt, llms.txt.
 *
 * @param articles published ones, in the order of time
 * @param records those that have pages, each with the day of the latest article that names it
 * @param address makes a whole URL from a path
 */
export function* discoveryFiles(
  articles: readonly FedArticle[],
  records: readonly (FedRecord & { latest: string | undefined })[],
  address: Address,
): Generator<FeedFile> {
  const last = articles.at(-1)?.data.date;
  const pages = [
    { url: address('/'), changed: last },
    ...[...PAGES.map(([path]) => path), DATA_PATH].map((path) => ({ url: address(path) })),
    ...articles.map(({ id, data, media = [] }) => ({
      url: address(articlePath(id)),
      changed: [data.date, ...data.corrections.map(({ date }) => date)].toSorted().at(-1),
      images: media.flatMap((medium) => feedPicture(medium, address)?.url ?? []),
    })),
    ...mediaLists(articles, address),
    ...mediaPages(articles, address),
    ...records.map(({ kind, id, latest }) => ({
      url: address(recordPath(kind, id)),
      changed: latest,
    })),
  ];
  const latest = latestFirst(articles);
  const feed = {
    title: `${site.title}: articles`,
    description: site.description,
    home: address('/'),
    items: latest.slice(0, LATEST).map((article) => articleItem(article, address)),
  };
  yield* feedFiles(feed, FEED_PATHS, address);
  yield* recordFeeds(latest, records, address);
  for (const [path, text] of sitemapFiles(pages, address)) yield { path, text: () => text };
  yield { path: '/llms.txt', text: () => llmsText(address) };
  yield { path: '/robots.txt', text: () => robotsText(address) };
}
