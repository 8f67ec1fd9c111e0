import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { type AstroIntegration, build } from 'astro';
import type { Plugin } from 'vite';
import { astroFolder } from './astro-folder.ts';

import { type BundleFacts, CODE, FILES, RUNTIME, type Style } from './kept-bundle.ts';
import { MAKING, PageCode } from './page-code.ts';

/** Where Astro puts the code that makes pages, below its output. It removes it once it has made them. */
const PRERENDER = '.prerender';

/** Gives what the components run on a file of its own, so that pages can be made of them. */
const bundlesRuntime = (): Plugin => ({
  name: 'cuttings-bundles-runtime',
  applyToEnvironment: ({ name }) => name === MAKING,
  buildStart() {
    this.emitFile({
      type: 'chunk',
      id: 'astro/runtime/server/index.js',
      fileName: RUNTIME,
      preserveSignature: 'strict',
    });
  },
});

/** Lets Astro bundle, and make no page: the code that would make them is moved away. */
function bundlesOnly(out: string, folder: string, known: BundleFacts): AstroIntegration {
  const code = new PageCode();
  let pages: ReadonlyMap<string, { component: string; styles: Style[] }> = new Map();
  return {
    name: 'cuttings-bundles-only',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [code.plugin, bundlesRuntime()] } });
      },
      'astro:build:setup': (setup) => {
        // Its style sheets are added later, once they are bundled.
        pages = setup.pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'cuttings-bundles-only',
          getStaticPaths: async () => {
            renameSync(join(out, PRERENDER), join(folder, CODE));
            for (const [key, { component, styles }] of pages) {
              known.codes.set(component, code.of(component));
              known.styles.set(key, [...styles]);
            }
            return [];
          },
          render: async () => new Response(null),
        });
      },
    },
  };
}

/**
 * Bundles the code of the pages with Astro into a folder.
 *
 * @param cache the folder of the archive’s cache, where Astro works
 */
export async function makeBundle(cache: string, folder: string): Promise<BundleFacts> {
  const { config, integration, out, close } = astroFolder(cache);
  const known: BundleFacts = { codes: new Map(), styles: new Map() };
  await build({
    ...config,
    // Astro warns of things that are no fault here, such as an archive that names no organisation.
    logLevel: 'error',
    integrations: [integration, bundlesOnly(out, folder, known)],
  });
  renameSync(out, join(folder, FILES));
  close();
  return known;
}
