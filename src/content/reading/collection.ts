import { mkdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Kind } from '../../domain/authorities/authority.ts';
import { handedOver } from '../../handover.ts';
import { contentRoot } from '../files/archive-path.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import { workFolder } from '../store/cache.ts';
import { archiveStore } from '../store/shared-store.ts';
import { ArchiveError } from './archive-error.ts';
import { readArchive } from './reading.ts';
import { setReport } from './standing-report.ts';

/** Brings the store up to date. */
async function read(base: string): Promise<ArchiveStore> {
  const store = archiveStore(workFolder());
  await readArchive(contentRoot(), base, store);
  return store;
}

// The four collections share one reading until a file changes. The next reading begins when the last has ended, even if
// that one failed: two at once would write to the same store.
let shared: Promise<ArchiveStore> | undefined;
let ended: Promise<unknown> = Promise.resolve();
const readOnce = (context: LoaderContext): Promise<ArchiveStore> => {
  if (!shared) {
    shared = ended.then(() => read(context.config.base));
    ended = shared.catch(() => {});
  }
  return shared;
};

let told = '';

function projectPath(context: LoaderContext, path: string): string {
  return relative(fileURLToPath(context.config.root), path).split(sep).join('/');
}

/** Loads the authority records of a kind. */
export function recordLoader(kind: Kind): Loader {
  return {
    name: `cuttings-${kind}`,
    load: (context) =>
      loadAndWatch(context, join(contentRoot(), kind), (store) => {
        const records = store.records().filter((record) => record.kind === kind);
        for (const { id, path, digest } of records)
          context.store.set({ id, data: { digest }, digest, filePath: projectPath(context, path) });
        keepOnly(context, records);
      }),
  };
}

/**
 * Loads the articles. If the archive is faulty, loading throws an `ArchiveError` with all its problems; a dev server
 * shows them instead.
 */
export function articleLoader(): Loader {
  return {
    name: 'cuttings-articles',
    load: (context) =>
      loadAndWatch(context, contentRoot(), (store) => {
        const articles = [...store.articles()];
        // Astro gets no text, because it would treat the text as a module and compile it.
        for (const { id, digest } of articles) {
          const filePath = projectPath(context, join(contentRoot(), 'articles', `${id}.mdx`));
          context.store.set({ id, data: { digest }, digest, filePath });
        }
        keepOnly(context, articles);
      }),
  };
}

function keepOnly({ store }: LoaderContext, entries: readonly { id: string }[]): void {
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
}

/** Loads a collection. While `npm run dev` watches, loads it again after each change below a folder. */
async function loadAndWatch(
  context: LoaderContext,
  folder: string,
  fill: (store: ArchiveStore) => void,
): Promise<void> {
  const { watcher } = context;
  // A build bundles the code of the pages, which read the store: no entry goes through Astro.
  if (handedOver()?.build) return;
  // A build stops with the error. Someone who edits sees it in the browser, and can fix it while the server runs.
  if (!watcher) return fill(await readOnce(context));
  const load = async () => {
    try {
      fill(await readOnce(context));
      setReport('');
      told = '';
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      setReport(error.message);
      // Four collections share one reading, so the same error is logged only once.
      if (told !== error.message) context.logger.error(error.message);
      told = error.message;
    }
  };
  await load();
  mkdirSync(folder, { recursive: true });
  watcher.add(folder);
  let timer: NodeJS.Timeout | undefined;
  const changed = (path: string) => {
    if (!path.startsWith(folder)) return;
    shared = undefined;
    clearTimeout(timer);
    // Several changes at once count as one. After reporting a file, the watcher ignores that file for 50 ms.
    timer = setTimeout(load, 100);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, changed);
}
