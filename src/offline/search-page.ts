import { build } from 'esbuild';
import type { OfflineNames } from '../domain/search/offline-names.ts';

/**
 * The content of the page that searches a pack. Its two scripts are classic ones: a browser loads no module from a
 * disk.
 */
export const SEARCH_MAIN = `<h1>Search</h1>
<form class="find find-large scripted" action="index.html"><label class="visually-hidden" for="find">Search names and headlines</label><input id="find" type="search" name="q" placeholder="Name or words of a headline" autocomplete="off"><button type="submit">Search</button></form>
<p class="meta">This copy finds names, by every spelling, and words of headlines.</p>
<noscript><p class="notice">Searching needs JavaScript. People, places, organisations and dates are also lists of links.</p></noscript>
<p role="status"></p>
<div class="offline-results"></div>
<script src="names.js"></script>
<script src="offline.js"></script>`;

/** A script that sets the names, for the script of the search. */
export const namesScript = (names: OfflineNames): string =>
  `const archiveNames = ${JSON.stringify(names)};\n`;

/** The search of a pack as one script. */
export async function offlineScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/client/offline/offline.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
