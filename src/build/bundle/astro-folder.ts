import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { filesIn } from '../../fixity/site-paths.ts';
import { codeOf, FAR } from '../../placement/workplace.ts';

/**
 * A folder of Astro's own for one build. By default Astro uses the project's `.astro`, which every build, check and
 * editing session shares: each would write the modules of another archive there.
 */
export interface AstroFolder {
  /** What makes Astro work there. */
  config: AstroInlineConfig;
  integration: AstroIntegration;
  /** Moves what Astro has made into the site that is being built. */
  deliver: (next: string) => void;
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
    deliver: (next) => {
      for (const path of filesIn(out)) move(join(out, path), join(next, path));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Moves a file, to another disk too. */
function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== FAR) throw error;
    cpSync(from, to);
  }
}
