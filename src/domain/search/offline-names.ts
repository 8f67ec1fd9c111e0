import type { Kind } from '../authorities/authority.ts';
import { foldedWords } from '../language/fold.ts';

/** The data that the search of a pack uses. It is a script, because a page opened from a disk cannot fetch. */
export interface OfflineNames {
  /** Where the archive is public. */
  address: string;
  records: OfflineRecord[];
  /** Heading, day and folder of each article, the latest first. */
  articles: [heading: string, day: string, path: string][];
}

/** A person, place or organisation: its page, and every spelling, folded, in words. */
export interface OfflineRecord {
  kind: Kind;
  id: string;
  name: string;
  description?: string | undefined;
  spellings: string[];
  /** How many articles name it. */
  articles: number;
}

/** The files of a site that tell what it has: `search/names.json` and `data/articles.json`. */
export interface Known {
  records: { kind: Kind; id: string; name: string; description?: string; spellings: string[] }[];
  articles: ({ id: string; heading: string; date: string; about: string[] } & Record<
    Kind,
    string[]
  >)[];
}

/** Makes the data that the search of a pack uses from the files of the site. */
export function offlineNames({ records, articles }: Known, address: string): OfflineNames {
  const named = new Map<string, number>();
  for (const article of articles) {
    const keys = (['people', 'places', 'organisations'] as const).flatMap((kind) =>
      [...article[kind], ...article.about].map((id) => `${kind}/${id}`),
    );
    for (const key of new Set(keys)) named.set(key, (named.get(key) ?? 0) + 1);
  }
  return {
    address,
    records: records.map(({ kind, id, name, description, spellings }) => ({
      kind,
      id,
      name,
      description,
      spellings: [...new Set(spellings.map((spelling) => foldedWords(spelling).join(' ')))],
      articles: named.get(`${kind}/${id}`) ?? 0,
    })),
    articles: articles
      .toReversed()
      .map(
        ({ id, heading, date }) => [heading, date, id] satisfies OfflineNames['articles'][number],
      ),
  };
}
