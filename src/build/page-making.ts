import { build } from 'astro';
import { handOver } from '../handover.ts';
import { astroFolder } from './astro-folder.ts';
import { type Made, nothingMade } from './outputs.ts';
import type { OutputsInput } from './outputs-thread.ts';
import { duePages } from './pages.ts';
import { Stage } from './stage.ts';

/** How many pages are being made while others are being written. */
const AT_ONCE = 8;

/** Makes the pages, with Astro. */
export async function makePages({
  cache,
  next,
  site,
  last,
}: Omit<OutputsInput, 'code'>): Promise<Made> {
  const made = nothingMade();
  const { config, integration, deliver } = astroFolder(cache);
  const shownKeys = new WeakMap<Request, string>();
  handOver({ workFolder: cache, build: { keepsPages: last.size > 0, shownKeys } });
  await build({
    ...config,
    // Astro warns of things that are no fault here, such as an archive that names no organisation.
    logLevel: 'error',
    build: { concurrency: AT_ONCE },
    // The other thread writes into it from the start.
    vite: { build: { emptyOutDir: false } },
    integrations: [
      integration,
      duePages(
        { next, site, last, made, shownKeys },
        new Stage('pages', 'page made', 'pages made'),
      ),
    ],
  });
  deliver(next);
  return made;
}
