import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { addressOf, siteBase } from '../address.ts';
import { KINDS, spellings } from '../archive/authority.ts';
import { byTime } from '../archive/chronology.ts';
import { movesOf, redirectsText } from '../archive/move.ts';
import {
  articleDataPath,
  articlePath,
  articleRisPath,
  DATA_PACKAGE_PATH,
  withBase,
} from '../archive/url.ts';
import { referenceOf } from '../cite/reference.ts';
import { risText } from '../cite/ris.ts';
import { articleLists } from '../data/article-list.ts';
import { dataPackage } from '../data/data-package.ts';
import { figureFiles } from '../data/figure-files.ts';
import { discoveryFiles } from '../feeds/discovery.ts';
import { contentRoot } from '../loaders/content.ts';
import { Galley } from '../loaders/galley.ts';
import { readLedgerFiles } from '../loaders/ledger-files.ts';
import { quoteFiles } from '../quote/index-files.ts';
import type { SpeltRecord } from '../search/layout.ts';
import { writeSearchFiles } from '../search/write/search-files.ts';
import { site as siteSettings } from '../site.ts';
import { isDue, keepsFolder, type LastOutputs, type Made, nothingMade } from './outputs.ts';

/** What the thread says: that the data are written, and at the end what it has made. */
export type BesideMessage = { written: number } | { indexed: number; made: Made };

/** What the thread is given that makes what Astro does not. */
export interface BesideData {
  /** Where the galley is. */
  cache: string;
  /** The site that is being built, and as it was last built. */
  next: string;
  site: string;
  last: LastOutputs;
}

const REDIRECTS = '_redirects';

const { cache, next, site, last } = workerData as BesideData;
const galley = new Galley(cache);
const made = nothingMade();
const articles = [...galley.articles()].filter(({ entry }) => !entry.draft);

/** The data of each article, beside its page, as the galley has them; gives the number of those that were written. */
function writeData(): number {
  let written = 0;
  for (const { id, digest } of articles) {
    const path = articleDataPath(id).slice(1);
    if (!isDue(site, path, digest, last, made)) continue;
    mkdirSync(dirname(join(next, path)), { recursive: true });
    const data = galley.dataOf(id);
    writeFileSync(join(next, path), data);
    made.digests.set(path, hash('sha256', data));
    written += 1;
  }
  return written;
}

/** Writes a file of the site, unless it is there as it is. */
function writeText(path: string, text: string): void {
  const digest = hash('sha256', text);
  if (!isDue(site, path.slice(1), digest, last, made)) return;
  mkdirSync(dirname(join(next, path)), { recursive: true });
  writeFileSync(join(next, path), text);
  made.digests.set(path.slice(1), digest);
}

/** The old paths in the form that some hosts read; the pages at these paths work on all others. */
function writeRedirects(): void {
  const filed = articles.map(({ id, entry }) => ({ id, data: entry }));
  const moves = movesOf(filed, galley.records());
  const text = redirectsText(moves, (path) => withBase(path, siteBase()));
  if (text !== '' && isDue(site, REDIRECTS, hash('sha256', text), last, made))
    writeFileSync(join(next, REDIRECTS), text);
}

/** What search reads; gives the number of articles whose words were indexed. */
async function writeSearch(): Promise<number> {
  const records: SpeltRecord[] = galley.records().map(({ kind, id, data }) => {
    const { name, description, formerly } = data;
    return { kind, id, name, spellings: spellings(data), description, formerly };
  });
  const found = articles
    .filter(({ entry }) => !entry.withdrawn)
    .map(({ id, entry }) => ({ id, data: entry }))
    .toSorted(byTime)
    .map(({ id, data }) => ({ ...data, id }));
  let indexed = 0;
  const keeps = (folder: string, key: string) => keepsFolder(site, folder, key, last, made);
  await writeSearchFiles(
    records,
    found,
    (id) => galley.articleData(id),
    { next, site, keeps },
    () => {
      indexed += 1;
    },
  );
  return indexed;
}

/** Where each paragraph stands, or stood, for whoever has a quotation. */
function writeQuotes(): void {
  const published = articles.filter(({ entry }) => !entry.withdrawn);
  for (const [path, file] of quoteFiles(published.map(({ id, entry }) => ({ ...entry, id })))) {
    writeText(path, JSON.stringify(file));
  }
}

/** The figures of all articles, the list of these, and what describes both. */
function writeDataset(): void {
  const published = articles
    .filter(({ entry }) => !entry.withdrawn)
    .map(({ id, entry }) => ({ id, data: entry }))
    .toSorted(byTime);
  const files = new Map([
    ...figureFiles(published, galley.records(), addressOf),
    ...articleLists(published, addressOf),
  ]);
  files.set(DATA_PACKAGE_PATH, dataPackage(files, addressOf('/')));
  for (const [path, text] of files) writeText(path, text);
}

/** Feeds, sitemap and the like. What was added when is known from the ledger; what is not sealed yet is of its own day. */
function writeDiscovery(): void {
  const { lines } = readLedgerFiles(contentRoot());
  const found = articles
    .filter(({ entry }) => !entry.withdrawn)
    .map(({ id, entry }) => ({
      id,
      data: entry,
      added: lines.get(articlePath(id))?.date ?? entry.date,
    }))
    .toSorted(byTime);
  const latest = new Map<string, string>();
  for (const { data } of found)
    for (const kind of KINDS)
      for (const id of [...data[kind], ...data.about]) latest.set(`${kind}/${id}`, data.date);
  const records = galley
    .records()
    .map(({ kind, id, data }) => ({ kind, id, data, latest: latest.get(`${kind}/${id}`) }));
  for (const [path, text] of discoveryFiles(found, records, addressOf)) writeText(path, text);
}

/**
 * How each article is cited, for reference managers, beside its page. One file: each more would cost a large archive as
 * much time again, so the other forms stand in the page and in `index.json`.
 */
function writeCitations(): void {
  for (const { id, entry } of articles) {
    if (entry.withdrawn) continue;
    const { heading, lang = siteSettings.lang } = entry;
    const reference = referenceOf({ id, data: entry, heading, lang }, addressOf);
    writeText(articleRisPath(id), risText(reference));
  }
}

writeRedirects();
writeQuotes();
writeCitations();
writeDiscovery();
writeDataset();
const say = (message: BesideMessage) => parentPort?.postMessage(message);
say({ written: writeData() });
const indexed = await writeSearch();
galley.close();
say({ indexed, made });
