import { generateOpml } from 'feedsmith';
import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { hasFeed } from '../../domain/authorities/feed-of-name.ts';
import { NAMES_OPML_PATH, recordFeedPath, recordPath } from '../../domain/url.ts';
import { KIND_NAMES } from '../../messages/wording.ts';
import { site } from '../../site.ts';
import { type FeedFile, feedFiles } from './feed.ts';
import type { FeedItem } from './feed-item.ts';
import { articleItem, type FedArticle } from './latest.ts';

/** A record as far as feeds tell of it. */
export interface FedRecord {
  kind: Kind;
  id: string;
  data: { name: string; formerly: readonly string[] };
}

/** The feed of a name needs only what is new: feed readers come regularly. */
const LATEST = 10;

/** What a record needs of an article to be found in it. */
type FiledArticle = Pick<FedArticle['data'], Kind | 'about'>;

/** The records of an article, by kind and id. It is about ids of one kind each; other kinds have none with this id. */
const keysOf = (data: FiledArticle) =>
  new Set(KINDS.flatMap((kind) => [...data[kind], ...data.about].map((id) => `${kind}/${id}`)));

/**
 * The records that have a feed.
 * @param articles what is said of the published ones
 */
export function recordsWithFeed<R extends Pick<FedRecord, 'kind' | 'id'>>(
  articles: Iterable<FiledArticle>,
  records: Iterable<R>,
): R[] {
  const counts = new Map<string, number>();
  for (const data of articles)
    for (const key of keysOf(data)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...records].filter(({ kind, id }) => hasFeed(counts.get(`${kind}/${id}`) ?? 0));
}

/** The paths of the feed of a record: its own, and those at its former ids, for readers that still follow them. */
export const feedPathsOf = ({ kind, id, data }: FedRecord): [string, ...string[]] => [
  recordFeedPath(kind, id),
  ...data.formerly.map((old) => recordFeedPath(kind, old)),
];

/** The latest articles of each of these records, by its kind and id. */
function filed(
  latest: readonly FedArticle[],
  records: readonly FedRecord[],
  address: (path: string) => string,
) {
  const items = new Map<string, FeedItem[]>(records.map(({ kind, id }) => [`${kind}/${id}`, []]));
  for (const article of latest) {
    let item: FeedItem | undefined;
    for (const key of keysOf(article.data)) {
      const known = items.get(key);
      if (!known || known.length >= LATEST) continue;
      item ??= articleItem(article, address);
      known.push(item);
    }
  }
  return items;
}

/** The list of these feeds in OPML, which feed readers take whole. https://opml.org/spec2.opml */
const namesOpml = (records: readonly FedRecord[], address: (path: string) => string): string =>
  generateOpml({
    head: { title: `${site.title}: names` },
    body: {
      outlines: KINDS.map((kind) => ({
        text: KIND_NAMES[kind],
        outlines: records
          .filter((record) => record.kind === kind)
          .map(({ id, data }) => ({
            type: 'rss',
            text: data.name,
            xmlUrl: address(recordFeedPath(kind, id)),
            htmlUrl: address(recordPath(kind, id)),
          })),
      })).filter(({ outlines }) => outlines.length > 0),
    },
  });

/**
 * The feeds of each person, place and organisation that has one, with what was added last of the articles that are filed
 * under the name; and the list of them.
 *
 * @param latest articles, those that were added last first
 */
export function* recordFeeds(
  latest: readonly FedArticle[],
  records: readonly FedRecord[],
  address: (path: string) => string,
): Generator<FeedFile> {
  const followed = recordsWithFeed(
    latest.map(({ data }) => data),
    records,
  );
  const items = filed(latest, followed, address);
  for (const record of followed) {
    const { kind, id, data } = record;
    const [atom, ...former] = feedPathsOf(record);
    const files = feedFiles(
      {
        title: `${site.title}: ${data.name}`,
        description: `Articles of ${site.title} that are filed under ${data.name}.`,
        home: address(recordPath(kind, id)),
        items: items.get(`${kind}/${id}`) ?? [],
      },
      { atom },
      address,
    );
    yield* files;
    for (const path of former) yield* files.map((file) => ({ ...file, path }));
  }
  // The form asks for at least one.
  if (followed.length > 0)
    yield { path: NAMES_OPML_PATH, text: () => namesOpml(followed, address) };
}
