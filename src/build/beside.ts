import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { spellings } from '../archive/authority.ts';
import { byTime } from '../archive/chronology.ts';
import { articleDataPath } from '../archive/url.ts';
import { Galley } from '../loaders/galley.ts';
import type { SpeltRecord } from '../search/layout.ts';
import { writeSearchFiles } from '../search/write/search-files.ts';
import { isDue, keepsFolder, type LastOutputs, type Made } from './outputs.ts';
import { Stage } from './stage.ts';

/** What the thread is given that makes what Astro does not. */
export interface BesideData {
  /** Where the galley is. */
  cache: string;
  /** The site that is being built, and as it was last built. */
  next: string;
  site: string;
  last: LastOutputs;
}

const { cache, next, site, last } = workerData as BesideData;
const galley = new Galley(cache);
const made: Made = { keys: new Map(), kept: new Set() };
const articles = [...galley.articles()].filter(({ entry }) => !entry.draft);

/** The data of each article, beside its page: they are in the galley as they will be read. */
function writeData(): void {
  const stage = new Stage('data', 'articles');
  let written = 0;
  for (const { id, digest } of articles) {
    const path = articleDataPath(id).slice(1);
    if (!isDue(site, path, digest, last, made)) continue;
    mkdirSync(dirname(join(next, path)), { recursive: true });
    writeFileSync(join(next, path), galley.dataOf(id));
    written += 1;
  }
  stage.end(written);
}

async function writeSearch(): Promise<void> {
  const stage = new Stage('search', 'articles indexed');
  const records: SpeltRecord[] = galley.records().map(({ kind, id, data }) => {
    const { name, description } = data;
    return { kind, id, name, spellings: spellings(data), description };
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
  stage.end(indexed);
}

writeData();
await writeSearch();
galley.close();
parentPort?.postMessage(made);
