import { join, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { contentRoot } from '../content/files/archive-path.ts';
import { SETTINGS, settledAt } from '../content/files/settings-file.ts';
import { defaults } from '../site.ts';

const SITE = normalizePath(resolve('src/site.ts'));

/**
 * Puts the settings of the archive into pages and scripts as values, since a browser cannot read the file. The
 * development server sees a change of the file at once.
 */
export function settlesSite(): Plugin {
  return {
    name: 'cuttings-settled-site',
    enforce: 'pre',
    load(id) {
      if (id !== SITE) return undefined;
      const root = contentRoot();
      this.addWatchFile(join(root, SETTINGS));
      const values = { defaults, site: settledAt(root, defaults) };
      return Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
        .join('');
    },
  };
}
