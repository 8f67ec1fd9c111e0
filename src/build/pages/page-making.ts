import { copyFileSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { codeOf } from '../../dependencies/imports.ts';
import { filesIn } from '../../fixity/site-paths.ts';

import { type Bundle, FILES } from '../bundle/kept-bundle.ts';
import { joined, type Made } from '../outputs.ts';
import type { OutputsInput } from '../outputs-writing.ts';
import { endedEarly } from '../site-fault.ts';
import { Stage } from '../stage.ts';
import { PageQueue } from './page-queue.ts';
import { makeShare, type PagesInput } from './page-share.ts';

/** The articles for which one thread is worth while: loading the code in another takes longer than making fewer. */
const ARTICLES_A_THREAD = 1000;
/** The memory that a thread needs, in bytes: for its code and what it makes, and for each article of the archive. */
const [MEMORY, MEMORY_AN_ARTICLE] = [150e6, 15e3];
/** How often the progress is looked at, in milliseconds. */
const INTERVAL = 100;

/**
 * How many threads make pages: one for each processor but that which makes everything else meanwhile, and no more than
 * there is memory for.
 */
export const pageThreads = (articles: number): number =>
  Math.max(
    1,
    Math.min(
      availableParallelism() - 1,
      Math.floor(articles / ARTICLES_A_THREAD),
      Math.floor(process.availableMemory() / (MEMORY + articles * MEMORY_AN_ARTICLE)),
    ),
  );

/** Copies what browsers fetch for pages into the site. A file of the owner’s own goes before a page of that name. */
function deliver({ folder }: Bundle, next: string): void {
  const from = join(folder, FILES);
  for (const path of filesIn(from)) {
    mkdirSync(dirname(join(next, path)), { recursive: true });
    copyFileSync(join(from, path), join(next, path));
  }
}

/** How many pages must be left where another thread helps to make them: loading their code takes as long as some. */
const PAGES_LEFT = 1500;

/** Whether another thread would help to make what is left. */
const isWorthAnother = (queue: PageQueue): boolean =>
  queue.size - queue.done > PAGES_LEFT &&
  availableParallelism() > 1 &&
  process.availableMemory() > MEMORY + queue.size * MEMORY_AN_ARTICLE;

/** What a thread makes. */
function madeBy(thread: Worker): Promise<Made> {
  const { promise, resolve, reject } = Promise.withResolvers<Made>();
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(endedEarly('pages')));
  return promise;
}

/**
 * Makes all pages in several threads. If one fails, the others are stopped.
 *
 * @param free when a processor is free for one more; a rejection is the caller’s to handle
 */
async function inThreads(
  input: PagesInput,
  queue: PageQueue,
  count: number,
  free: Promise<unknown>,
): Promise<Made> {
  const threads: Worker[] = [];
  const another = () => {
    const workerData = { input, memory: queue.memory };
    const thread = new Worker(new URL('./page-thread.ts', import.meta.url), { workerData });
    threads.push(thread);
    return madeBy(thread);
  };
  const shares = count === 1 ? [makeShare(input, queue)] : Array.from({ length: count }, another);
  const help = () => {
    if (!isWorthAnother(queue)) return;
    const share = another();
    // It is waited for when the others are done.
    share.catch(() => undefined);
    shares.push(share);
  };
  void free.then(help, () => undefined);
  try {
    await Promise.all(shares);
    return joined(await Promise.all(shares));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/**
 * Makes the pages that are due: those whose key (of page data and code) differs from the key that they were last made
 * with.
 *
 * @param bundled the code of the pages
 * @param threads how many make them; where it is one, it is this thread
 * @param free when what is made beside the pages is done, so that one more thread can help
 */
export async function makePages(
  site: Omit<OutputsInput, 'code'>,
  bundled: Promise<Bundle>,
  threads: number,
  free: Promise<unknown>,
): Promise<Made> {
  const bundle = await bundled;
  const stage = new Stage('pages', 'page made', 'pages made');
  const queue = new PageQueue();
  const watch = setInterval(() => stage.at(queue.done, queue.size), INTERVAL);
  const code = codeOf(new URL('./page-renderer.ts', import.meta.url));
  try {
    const made = await inThreads({ ...site, bundle, code }, queue, threads, free);
    stage.end(made.digests.size);
    deliver(bundle, site.next);
    return made;
  } finally {
    clearInterval(watch);
  }
}
