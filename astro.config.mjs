import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { servesMedia } from './src/build/media-serving.ts';
import { catchesMissedReloads } from './src/build/missed-reload.ts';
import { writesNotices } from './src/build/notices.ts';
import { reportsFaults } from './src/build/report-page.ts';
import { settlesSite } from './src/build/site-settings.ts';
import { workFolder } from './src/content/store/cache.ts';
import { forgetsEntries } from './src/content/store/entry-store.ts';
import { LOCKS } from './src/lock/lock-place.ts';
import { siteBase } from './src/site-address.ts';

const base = siteBase();
const work = workFolder();

export default defineConfig({
  // Not `site`: pages ask for their address as they are made, so that one bundle does for all archives.
  base,
  cacheDir: work,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  prerenderConflictBehavior: 'error',
  // For pages of the project's own. Articles are MDX too, and data: src/content reads them, and nothing of them is compiled.
  integrations: [mdx(), forgetsEntries(), catchesMissedReloads(), reportsFaults(), servesMedia()],
  vite: {
    plugins: [settlesSite(), writesNotices()],
    cacheDir: join(work, 'vite'),
    // A small script is a file too: the policy of the pages allows none in them.
    build: { assetsInlineLimit: 0 },
    // Whole built archives may lie there: nobody edits them.
    server: {
      watch: { ignored: ['**/.cache/**', '**/dist/**', '**/.*-next/**', `**/${LOCKS}/**`] },
    },
  },
  devToolbar: { enabled: false },
  server: { port: Number(process.env.PORT) || 4321 },
});
