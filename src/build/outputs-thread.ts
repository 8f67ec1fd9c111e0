import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { contentRoot } from '../content/files/archive-path.ts';
import { ArchiveStore } from '../content/store/archive-store.ts';
import { byTime } from '../domain/article/chronology.ts';
import { formerAddresses } from '../domain/article/former-address.ts';
import { movesOf, redirectsText } from '../domain/article/move.ts';
import { spellings } from '../domain/authorities/authority.ts';
import type { SpeltRecord } from '../domain/search/layout.ts';
import { articleDataPath, withBase } from '../domain/url.ts';
import { filesIn } from '../fixity/site-paths.ts';
import { keepsEncodings } from '../outputs/media/encodings.ts';
import { mediumSources } from '../outputs/media/sources.ts';
import { writeSearchFiles } from '../outputs/search-index/search-files.ts';
import type { SearchPart } from '../outputs/search-index/shards.ts';
import { type Maker, type SiteFile, siteFiles } from '../outputs/site-files.ts';
import { siteAddress, siteBase } from '../site-address.ts';
import { isDue, keepsFolder, type LastOutputs, type Made, nothingMade } from './outputs.ts';

/**
 * The messages of the thread: when articles' data are written, when all are indexed, how many media have their pictures,
 * and at the end how many pictures were encoded; not if there are no media.
 */
export type OutputsMessage =
  | { written: number }
  | { indexed: number }
  | { done: number; all: number }
  | { encoded: number | undefined; made: Made };

/**
 * Digests of the code that makes the files which a build may keep. All other files besides pages are made by every
 * build, and written only where they differ.
 */
export interface OutputsCode extends Record<Maker, string> {
  /** By the part of search that it makes. */
  search: Record<SearchPart, string>;
  /** Of what makes the files of media, and of the part of it that encodes pictures. */
  media: { files: string; encoding: string };
}

/** The input of the thread that makes everything except pages. */
export interface OutputsInput {
  /** The folder of the store. */
  cache: string;
  /** The folder of the site that is being built. */
  next: string;
  /** The folder of the site as last built. */
  site: string;
  last: LastOutputs;
  code: OutputsCode;
}

const REDIRECTS = '_redirects';

const { cache, next, site, last, code } = workerData as OutputsInput;
const store = new ArchiveStore(cache);
const made = nothingMade();
const articles = [...store.articles()].filter(({ entry }) => !entry.draft);

/** Writes those data of articles that are due, each beside its page. @returns how many */
function writeData(): number {
  let written = 0;
  for (const { id, entry } of articles) {
    const path = articleDataPath(id).slice(1);
    if (!isDue(site, path, entry.digest, last, made)) continue;
    write(path, store.dataOf(id));
    written += 1;
  }
  return written;
}

// The folders that exist already, so that the disk is not asked again for each file.
const folders = new Set<string>();

/** Writes a file of the new site, and notes its digest. */
function write(path: string, content: string | Uint8Array, digest = hash('sha256', content)): void {
  const file = join(next, path);
  const folder = dirname(file);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(file, content);
  made.digests.set(path, digest);
}

/** Writes a file of the site, unless it is there already and was made from the same input. */
async function writeFile({ path, text, madeOf }: SiteFile): Promise<void> {
  const file = path.slice(1);
  if (madeOf !== undefined) {
    const key = `${madeOf.input} ${code[madeOf.maker]}`;
    if (isDue(site, file, key, last, made)) write(file, await text());
    return;
  }
  const content = await text();
  const digest = hash('sha256', content);
  if (isDue(site, file, digest, last, made)) write(file, content, digest);
}

/** Writes redirects from old paths for the hosts that read such a file. On other hosts the pages there redirect. */
function writeRedirects(): void {
  const filed = articles.map(({ id, entry }) => ({ id, data: entry }));
  const moves = movesOf(filed, store.records());
  const taken = new Set(moves.map(({ from }) => from));
  const former = formerAddresses(filed, siteAddress(), taken);
  const text = redirectsText(moves, former, (path) => withBase(path, siteBase()));
  if (text !== '' && isDue(site, REDIRECTS, hash('sha256', text), last, made))
    write(REDIRECTS, text);
}

/** Writes the files of search. @returns how many articles had their words indexed */
async function writeSearch(): Promise<number> {
  const records: SpeltRecord[] = store.records().map(({ kind, id, data }) => {
    const { name, description, formerly } = data;
    return { kind, id, name, spellings: spellings(data), description, formerly };
  });
  const found = articles
    .filter(({ entry }) => !entry.withdrawn)
    .map(({ id, entry }) => ({ id, data: entry }))
    .toSorted(byTime)
    .map(({ id, data }) => ({ ...data, id }));
  let indexed = 0;
  const due = new Map<string, string>();
  const keeps = (part: SearchPart, folder: string, input: string) => {
    const key = `${input} ${code.search[part]}`;
    const isKept = keepsFolder(site, folder, key, last, made);
    if (!isKept) due.set(folder, key);
    return isKept;
  };
  await writeSearchFiles(
    records,
    found,
    (id) => store.articleData(id),
    { next, site, keeps },
    () => {
      indexed += 1;
    },
  );
  for (const [folder, key] of due)
    for (const path of filesIn(join(next, folder))) made.keys.set(`${folder}${path}`, key);
  return indexed;
}

/** Writes the files of media. @returns how many pictures were encoded; undefined where there are no media */
async function writeMedia(): Promise<number | undefined> {
  const sources = mediumSources(contentRoot(), articles);
  // Where there were media once, what was encoded of them is let go of.
  if (sources.length === 0 && !keepsEncodings(cache)) return undefined;
  // It loads what decodes pictures; an archive without any needs none of it.
  const { makeMedia } = await import('../outputs/media/making.ts');
  return makeMedia(sources, cache, code.media.encoding, {
    isDue: (path, input) => isDue(site, path.slice(1), `${input} ${code.media.files}`, last, made),
    write: (path, bytes) => write(path.slice(1), bytes),
    at: (done, all) => say({ done, all }),
  });
}

const say = (message: OutputsMessage) => parentPort?.postMessage(message);

writeRedirects();
for (const file of siteFiles(store, articles)) await writeFile(file);
say({ written: writeData() });
say({ indexed: await writeSearch() });
store.close();
say({ encoded: await writeMedia(), made });
