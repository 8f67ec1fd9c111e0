import { rmSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/** Where Astro keeps what the loaders gave it. */
const FILE = 'data-store.json';

/**
 * Has Astro ask the loaders for every entry: the store knows what has changed, and proves itself. What Astro keeps of the
 * entries has no digest, and one wrong byte in it would stop every further build, or have an entry take another's file.
 */
export function forgetsEntries(): AstroIntegration {
  return {
    name: 'cuttings-forgets-entries',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        const folder = command === 'dev' ? new URL('.astro/', config.root) : config.cacheDir;
        rmSync(new URL(FILE, folder), { recursive: true, force: true });
      },
    },
  };
}
