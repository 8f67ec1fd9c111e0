import { contentRoot } from '../content/files/archive-path.ts';
import { captureOfArticle } from '../content/files/capture-file.ts';
import { regularBytes } from '../content/files/regular-file.ts';
import { publishedHead } from '../content/ledger/head.ts';
import { type Ledger, readLedgerFiles } from '../content/ledger/ledger-files.ts';
import { leadPicture } from '../content/queries/media.ts';
import type { RecordFile } from '../content/reading/record.ts';
import type { ArchiveStore } from '../content/store/archive-store.ts';
import type { ArticleEntry } from '../content/store/article-entry.ts';
import { shownCapture } from '../domain/article/article.ts';
import { byTime } from '../domain/article/chronology.ts';
import { KINDS } from '../domain/authorities/authority.ts';
import { FORMS } from '../domain/citation/form.ts';
import { referenceOf } from '../domain/citation/reference.ts';
import { schemaFiles } from '../domain/data/json-schema.ts';
import { publishedMedia } from '../domain/media/filed-medium.ts';
import {
  ARTICLES_JSON_PATH,
  articlePath,
  capturePath,
  DATA_PACKAGE_PATH,
  LEDGER_PATH,
  mapPath,
  referencesPath,
  SHARE_IMAGE_PATH,
} from '../domain/url.ts';
import { site } from '../site.ts';
import { addressOf } from '../site-address.ts';
import { articleList } from './data/article-list.ts';
import { dataPackage } from './data/data-package.ts';
import { figureFiles } from './data/figure-files.ts';
import { mediaFiles } from './data/media-files.ts';
import { discoveryFiles } from './feeds/discovery.ts';
import { manifestFiles } from './iiif/scan-files.ts';
import { frameNamed } from './map/frame.ts';
import { framesOf } from './map/frames.ts';
import { outlineMap } from './map/outline.ts';
import { archiveWords } from './media/archive-words.ts';
import { quoteFiles } from './quote-index/index-files.ts';
import { shareImage } from './share/image.ts';

/** Code whose files a build may keep. */
export type Maker = 'feeds' | 'maps' | 'shareImage' | 'words';

/** A file of the site that is not a page. */
export interface SiteFile {
  path: string;
  text: () => string | Uint8Array | Promise<Uint8Array>;
  /** What it is made from, where that is known before it is made. */
  madeOf?: { input: string; maker: Maker };
}

interface Published {
  id: string;
  data: ArticleEntry;
}

/**
 * Feeds, sitemap and the like. The ledger tells when an article was added; one that is not sealed yet counts as added
 * on its own day.
 */
function* discovery(
  articles: readonly Published[],
  records: readonly RecordFile[],
  { lines }: Ledger,
): Iterable<SiteFile> {
  const fed = articles.map(({ id, data }) => ({
    id,
    data,
    added: lines.get(articlePath(id))?.date ?? data.date,
    picture: leadPicture({ id, data }),
    media: publishedMedia(data),
  }));
  const latest = new Map<string, string>();
  for (const { data } of articles)
    for (const kind of KINDS)
      for (const id of [...data[kind], ...data.about]) latest.set(`${kind}/${id}`, data.date);
  const named = records.map(({ kind, id, data }) => ({
    kind,
    id,
    data,
    latest: latest.get(`${kind}/${id}`),
  }));
  for (const { key, ...file } of discoveryFiles(fed, named, addressOf))
    yield key === undefined ? file : { ...file, madeOf: { input: key, maker: 'feeds' } };
}

/** The figures of all articles, the list of articles, that of media, their schemas, and the description of the data. */
function dataset(articles: readonly Published[], records: readonly RecordFile[]) {
  const files = new Map([
    ...figureFiles(articles, records, addressOf),
    [ARTICLES_JSON_PATH, articleList(articles, addressOf)],
    ...mediaFiles(articles, addressOf),
    ...schemaFiles(addressOf),
  ]);
  return files.set(DATA_PACKAGE_PATH, dataPackage(files, addressOf('/')));
}

/** The outlines of each map that a page shows. A frame always has the same outlines. */
function* maps(articles: readonly Published[], records: readonly RecordFile[]): Iterable<SiteFile> {
  const names = framesOf(
    records.filter(({ kind }) => kind === 'places'),
    articles.map(({ data }) => data),
  );
  for (const name of names) {
    const frame = frameNamed(name);
    if (frame) {
      const madeOf = { input: name, maker: 'maps' } as const;
      yield { path: mapPath(name), madeOf, text: () => outlineMap(frame) };
    }
  }
}

/** Citations of all articles for reference managers, in each form. The page of each holds its own. */
function* citations(articles: readonly Published[]): Iterable<SiteFile> {
  const references = articles.map(({ id, data }) =>
    referenceOf({ id, data, heading: data.heading, lang: data.lang ?? site.lang }, addressOf, site),
  );
  for (const { ending, text } of FORMS)
    yield { path: referencesPath(ending), text: () => text(references) };
}

/** The pages from which articles were taken, as they were saved. */
function* captures(articles: readonly Published[]): Iterable<SiteFile> {
  const root = contentRoot();
  for (const { id, data } of articles)
    if (shownCapture(data))
      yield { path: capturePath(id), text: () => regularBytes(captureOfArticle(root, id)) };
}

/**
 * All files of the site except pages, the data of articles, and search.
 * @param filed articles that are no drafts
 */
export function* siteFiles(
  store: ArchiveStore,
  filed: readonly { id: string; entry: ArticleEntry }[],
): Iterable<SiteFile> {
  const articles = filed
    .filter(({ entry }) => !entry.withdrawn)
    .map(({ id, entry }) => ({ id, data: entry }))
    .toSorted(byTime);
  const records = store.records();
  // The index that finds where a quoted paragraph stands, or stood.
  for (const [path, file] of quoteFiles(articles.map(({ id, data }) => ({ ...data, id }))))
    yield { path, text: () => JSON.stringify(file) };
  yield* citations(articles);
  yield* captures(articles);
  const placeNames = new Map(
    records.filter(({ kind }) => kind === 'places').map(({ id, data }) => [id, data.name]),
  );
  yield* manifestFiles({
    articles,
    dataOf: (id) => store.articleData(id),
    nameOf: (place) => placeNames.get(place),
    addressOf,
  });
  yield* archiveWords(articles.map(({ id, data }) => ({ ...data, id })));
  const ledger = readLedgerFiles(contentRoot());
  yield* discovery(articles, records, ledger);
  const { head } = ledger;
  if (head) yield { path: LEDGER_PATH, text: () => publishedHead(head) };
  for (const [path, text] of dataset(articles, records)) yield { path, text: () => text };
  yield* maps(articles, records);
  // It depends only on the settings: when one of these changes, nothing is kept anyway.
  yield { path: SHARE_IMAGE_PATH, madeOf: { input: '', maker: 'shareImage' }, text: shareImage };
}
