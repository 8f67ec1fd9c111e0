import type { ArticleEntry } from '../../content/store/article-entry.ts';
import type { ArticleData } from '../../domain/article/article-data.ts';
import { publishedMedia } from '../../domain/media/filed-medium.ts';
import { pageSizesOf } from '../../domain/media/page-size.ts';
import { manifestPath } from '../../domain/url.ts';
import { scanManifest } from './manifest.ts';
import { type ScanUse, scanRecord } from './scan-record.ts';

/** What of the archive the manifests are made from. */
export interface ScanSource {
  /** The articles that readers see, in the order of time. */
  articles: readonly { id: string; data: ArticleEntry }[];
  /** The data of an article. */
  dataOf: (id: string) => ArticleData;
  /** The name of a place by its id. */
  nameOf: (place: string) => string | undefined;
  /** Makes a whole address of a path. */
  addressOf: (path: string) => string;
}

/** The IIIF manifests of all scans that readers see and whose pages are drawn. */
export function* manifestFiles({ articles, dataOf, nameOf, addressOf }: ScanSource) {
  const scans = new Map<string, (() => ScanUse)[]>();
  for (const { id, data } of articles)
    for (const medium of publishedMedia(data))
      if (medium.kind === 'facsimile' && pageSizesOf(medium.facts).length > 0) {
        const uses = scans.get(medium.id) ?? [];
        uses.push(() => ({ medium, article: dataOf(id) }));
        scans.set(medium.id, uses);
      }
  for (const [id, uses] of scans)
    yield {
      path: manifestPath(id),
      text: () => {
        const [first, ...others] = uses.map((use) => use());
        if (!first) throw new Error(`No article has the scan ${id}.`);
        const record = scanRecord([first, ...others], nameOf, addressOf);
        return JSON.stringify(scanManifest(record));
      },
    };
}
