import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { deferredPlugins } from './src/loaders/deferred.ts';

// Canonical links and the base path come from one address: https://host/base/.
const address = new URL(process.env.SITE_URL || 'http://localhost:4321/');
const base = address.pathname.replace(/\/*$/, '/');

// Astro marks the modules of deferred entries with a directive of its own, and the bundler wonders at each.
function withoutDirectives(level, log, handle) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
}

export default defineConfig({
  site: address.origin,
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  prerenderConflictBehavior: 'error',
  markdown: { syntaxHighlight: false, processor: unified(deferredPlugins(base)) },
  integrations: [mdx()],
  vite: { build: { rolldownOptions: { onLog: withoutDirectives } } },
  devToolbar: { enabled: false },
  server: { port: Number(process.env.PORT) || 4321 },
});
