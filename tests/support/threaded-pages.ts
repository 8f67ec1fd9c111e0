import { mkdirSync } from 'node:fs';
import { readForBuild } from '../../src/build/archive-reading.ts';
import { makePages } from '../../src/build/pages/page-making.ts';
import { cacheFolder } from '../../src/content/store/cache.ts';

/** The program that makes the pages of an archive in several threads: `threaded-pages.ts THREADS FOLDER`. */
const [threads, next = ''] = process.argv.slice(2);
mkdirSync(next, { recursive: true });
const cache = cacheFolder();
await readForBuild(cache, next, true);
const { digests } = await makePages({ cache, next, site: next, last: new Map() }, Number(threads));
console.log(JSON.stringify([...digests].toSorted()));
