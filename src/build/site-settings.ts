import { join, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { contentRoot } from '../content/files/archive-path.ts';
import { SETTINGS, settledAt } from '../content/files/settings-file.ts';
import { defaults } from '../site.ts';

const SITE = normalizePath(resolve('src/site.ts'));

/**
 * Gives pages and scripts the settings of the archive as values, since a browser reads no file. While someone edits, a
 * change of the file is seen at once.
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
