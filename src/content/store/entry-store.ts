import { rmSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/** Where Astro keeps what the loaders gave it. */
const FILE = 'data-store.json';

/**
 * Makes Astro ask the loaders for every entry. Our own store knows what has changed, and checks itself. Astro's copy of
 * the entries has no digest: one wrong byte in it could stop every later build, or give an entry the file of another.
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
