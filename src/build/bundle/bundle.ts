import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { lyingAt } from '../../content/files/regular-file.ts';
import { moduleAt } from '../../dependencies/imports.ts';
import { digestOfCode, reached } from '../../dependencies/made-of.ts';
import { filesIn } from '../../fixity/site-paths.ts';
import { siteBase } from '../../site-address.ts';
import { bundleInto } from './bundling.ts';
import { type Bundle, bundleIn } from './kept-bundle.ts';

/** The bundles of all archives: which one a build needs, its code and base path say alone. */
const BUNDLES = resolve('node_modules/.astro/bundles');

/** How many bundles are kept, those last used; and for how long others are, in milliseconds: a build may just use them. */
const [MOST_KEPT, LONGEST] = [6, 3_600_000];

/** What the bundler reads, besides what it finds by imports. */
const CONFIGURATION = ['astro.config.mjs', 'tsconfig.json', 'package-lock.json'];

const below = (folder: string) => filesIn(folder).map((path) => `${folder}/${path}`);

/**
 * What the bundle is made of: all code of the project, and the base path, which is written into it. Settings, and the host
 * of the address, are read as pages are made.
 */
export const keyOfBundle = (): string =>
  digestOfCode(
    reached(
      [...below('src'), ...below('public'), ...CONFIGURATION.filter((name) => existsSync(name))],
      // All that is imported is among them, but for tests and the like, which no page has.
      (name) => ({ ...moduleAt(name), imports: [] }),
    ),
    siteBase(),
  ).slice(0, 32);

/** Removes bundles that were not used for long, and what a build left that was stopped. */
function forgetOthers(): void {
  const used = readdirSync(BUNDLES)
    .map((name) => ({
      name,
      last: statSync(join(BUNDLES, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .toSorted((a, b) => b.last - a.last);
  const old = used.slice(MOST_KEPT).filter(({ last }) => Date.now() - last > LONGEST);
  for (const { name } of old) rmSync(join(BUNDLES, name), { recursive: true, force: true });
}

/** Gives a bundle its name, unless another build just did. One there that is not whole gives way. */
function named(own: string, folder: string): Bundle {
  if (!bundleIn(folder)) {
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(own, folder);
    } catch (error) {
      // Another build was faster by an instant.
      if (!bundleIn(folder)) throw error;
    }
  }
  rmSync(own, { recursive: true, force: true });
  const bundle = bundleIn(folder);
  if (!bundle) throw new Error(`${folder} was changed while it was made.`);
  return bundle;
}

/**
 * The bundle for the code as it is: one that was kept, or one made now.
 *
 * @param cache the folder of the archive’s cache
 * @param signal stops the making
 * @throws as `bundleInto`
 */
export async function bundleFor(cache: string, signal: AbortSignal): Promise<Bundle> {
  const folder = join(BUNDLES, keyOfBundle());
  const kept = bundleIn(folder);
  if (kept) {
    const now = new Date();
    utimesSync(folder, now, now);
    return kept;
  }
  if (lyingAt(BUNDLES) !== 'folder') rmSync(BUNDLES, { recursive: true, force: true });
  mkdirSync(BUNDLES, { recursive: true });
  forgetOthers();
  // Two builds may make the same bundle at once: each in a folder of its own, which one of them gives the name.
  const own = mkdtempSync(join(BUNDLES, 'making-'));
  try {
    await bundleInto(own, cache, signal);
    return named(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    throw error;
  }
}
