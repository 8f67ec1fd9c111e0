import { mkdirSync } from 'node:fs';
import { build } from 'astro';
import { astroFolder } from '../../src/build/bundle/astro-folder.ts';
import { handOver } from '../../src/handover.ts';

/**
 * The program that builds the pages of an archive as Astro does by itself: `astro-own.ts WORK`. It prints the folder of
 * the pages.
 */
const [work = ''] = process.argv.slice(2);
mkdirSync(work, { recursive: true });
handOver({ workFolder: work });
const { config, integration, out } = astroFolder(work);
await build({ ...config, logLevel: 'error', integrations: [integration] });
console.log(out);
