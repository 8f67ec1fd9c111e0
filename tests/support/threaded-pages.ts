import { mkdirSync } from 'node:fs';
import { readForBuild } from '../../src/build/archive-reading.ts';
import { bundleFor } from '../../src/build/bundle/bundle.ts';
import { makePages } from '../../src/build/pages/page-making.ts';
import { cacheFolder } from '../../src/content/store/cache.ts';

/**
 * The program that makes the pages of an archive in several threads: `threaded-pages.ts THREADS FOLDER`. It prints how many
 * pages it made, and how often others had their turn meanwhile.
 */
const [threads, next = ''] = process.argv.slice(2);
mkdirSync(next, { recursive: true });
const cache = cacheFolder();
await readForBuild(cache, next, true);
let turns = 0;
const timer = setInterval(() => {
  turns += 1;
}, 1);
const { digests } = await makePages(
  { cache, next, site: next, last: new Map() },
  bundleFor(cache, new AbortController().signal),
  Number(threads),
  Promise.resolve(),
);
clearInterval(timer);
console.log(JSON.stringify({ made: digests.size, turns }));
