import { mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';

/**
 * A folder of Astro's own for one build. By default Astro uses the project's `.astro`, which every build, check and
 * editing session shares: each would write the modules of another archive there.
 */
export interface AstroFolder {
  /** What makes Astro work there. */
  config: AstroInlineConfig;
  integration: AstroIntegration;
  /** Where Astro writes. */
  out: string;
  /** Removes the folder. */
  close: () => void;
}

/**
 * Makes a folder for Astro below a folder of caches. Only this build uses it. It lies in the project, since Astro runs
 * what it puts there.
 */
export function astroFolder(cache: string): AstroFolder {
  const folder = join(cache, 'astro');
  const out = join(folder, 'out');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  return {
    config: {
      root: folder,
      configFile: relative(folder, resolve('astro.config.mjs')),
      srcDir: resolve('src'),
      publicDir: resolve('public'),
      outDir: out,
      cacheDir: cache,
    },
    integration: {
      name: 'cuttings-astro-folder',
      hooks: {
        // At first `.astro` lies in the former root and has no option of its own; everything else follows the project.
        'astro:config:setup': ({ updateConfig }) => {
          updateConfig({ root: pathToFileURL(`${resolve('.')}/`) });
        },
      },
    },
    out,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
