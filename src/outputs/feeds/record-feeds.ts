import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { recordPath } from '../../domain/url.ts';
import { site } from '../../site.ts';
import { type FeedFile, feedFiles } from './feed.ts';
import type { FeedItem } from './feed-item.ts';
import { recordFeedPaths } from './feed-paths.ts';
import { articleItem, type FedArticle } from './latest.ts';

/** A record as far as feeds tell of it. */
export interface FedRecord {
  kind: Kind;
  id: string;
  data: { name: string; formerly: readonly string[] };
}

/** The feed of a name needs only what is new: feed readers come regularly. */
const LATEST = 10;

/** The latest articles of each record, by its kind and id. */
function filed(latest: readonly FedArticle[], address: (path: string) => string) {
  const items = new Map<string, FeedItem[]>();
  for (const article of latest) {
    const { data } = article;
    // An article is about ids of one kind each; other kinds have no record with this id.
    const keys = new Set(
      KINDS.flatMap((kind) => [...data[kind], ...data.about].map((id) => `${kind}/${id}`)),
    );
    let item: FeedItem | undefined;
    for (const key of keys) {
      const known = items.get(key);
      if (known && known.length >= LATEST) continue;
      item ??= articleItem(article, address);
      if (known) known.push(item);
      else items.set(key, [item]);
    }
  }
  return items;
}

/**
 * The feeds of each person, place and organisation: what was added last of the articles that are filed under the name.
 *
 * @param latest articles, those that were added last first
 */
export function* recordFeeds(
  latest: readonly FedArticle[],
  records: readonly FedRecord[],
  address: (path: string) => string,
): Generator<FeedFile> {
  const items = filed(latest, address);
  for (const { kind, id, data } of records) {
    const files = feedFiles(
      {
        title: `${site.title}: ${data.name}`,
        description: `Articles of ${site.title} that are filed under ${data.name}.`,
        home: address(recordPath(kind, id)),
        items: items.get(`${kind}/${id}`) ?? [],
      },
      recordFeedPaths(kind, id),
      address,
    );
    yield* files;
    // Feeds at former ids go on, for readers that still follow them.
    for (const old of data.formerly)
      for (const [at, path] of Object.values(recordFeedPaths(kind, old)).entries()) {
        const file = files[at];
        if (file) yield { ...file, path };
      }
  }
}
