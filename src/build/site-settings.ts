import { join, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { contentRoot } from '../content/files/archive-path.ts';
import { SETTINGS, settledAt } from '../content/files/settings-file.ts';
import { defaults } from '../site.ts';

const SITE = normalizePath(resolve('src/site.ts'));

/**
 * Has the development server see a change of the settings at once. Scripts have none, since a browser cannot read the
 * file: what they need, their page states. A build reads them as it makes pages, so that one bundle does for all
 * archives.
 */
export function settlesSite(): Plugin {
  return {
    name: 'cuttings-settled-site',
    enforce: 'pre',
    load(id) {
      if (id !== SITE) return undefined;
      if (this.environment.name === 'client')
        throw new Error('No script imports src/site.ts: a browser cannot read the settings.');
      if (this.environment.mode === 'build') return undefined;
      const root = contentRoot();
      this.addWatchFile(join(root, SETTINGS));
      const values = { defaults, site: settledAt(root, defaults) };
      return Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
        .join('');
    },
  };
}
