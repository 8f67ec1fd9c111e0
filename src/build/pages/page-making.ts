import { join } from 'node:path';
import { type AstroIntegration, build } from 'astro';
import { pathIn } from '../../fixity/site-paths.ts';
import { handOver, type RunningBuild } from '../../handover.ts';
import { siteBase } from '../../site-address.ts';
import { astroFolder } from '../bundle/astro-folder.ts';
import { isDue, type LastOutputs, type Made, nothingMade } from '../outputs.ts';
import type { OutputsInput } from '../outputs-thread.ts';
import { PageCode } from '../bundle/page-code.ts';
import { PageWriting } from './page-writing.ts';
import { Stage } from '../stage.ts';

/** The file of a page, by its path in the site. */
const fileOf = (pathname: string) =>
  `${pathname.replace(/^\/|\/$/g, '')}/index.html`.replace(/^\//, '');

/** What `duePages` needs of a build. */
interface PagesToMake extends Pick<RunningBuild, 'shownKeys'> {
  /** The folder of the site that is being built. */
  next: string;
  /** The folder of the site as last built. */
  site: string;
  last: LastOutputs;
  made: Made;
}

/**
 * Has Astro make only the pages that are due: those whose key (of page data and code) differs from the key that they
 * were last made with.
 */
function duePages(
  { next, site, last, made, shownKeys }: PagesToMake,
  stage: Stage,
): AstroIntegration {
  const code = new PageCode();
  const keyOf = ({ component }: { component: string }, dataKey: string) =>
    `${dataKey} ${code.of(component)}`;
  return {
    name: 'cuttings-due-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [code.plugin] } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => {
          const writing = new PageWriting();
          let done = 0;
          let due = 0;
          return {
            ...astro,
            name: 'cuttings-due-pages',
            getStaticPaths: async () => {
              const paths = (await astro.getStaticPaths()).filter(
                ({ pathname, route, cacheKey }) =>
                  cacheKey === undefined ||
                  isDue(site, fileOf(pathname), keyOf(route, cacheKey), last, made),
              );
              due = paths.length;
              return paths;
            },
            render: async (request, options) => {
              const rendered = await astro.render(request, options);
              done += 1;
              stage.at(done, due);
              const response = rendered instanceof Response ? rendered : rendered.response;
              const key = shownKeys.get(request);
              if (key === undefined) return rendered;
              const file = fileOf(new URL(request.url).pathname.slice(siteBase().length - 1));
              made.keys.set(file, keyOf(options.routeData, key));
              await writing.write(join(next, file), await response.arrayBuffer());
              // Astro writes nothing for a page without a body.
              return new Response(null);
            },
            teardown: async () => {
              await astro.teardown?.();
              const digests = await writing.end();
              for (const [file, digest] of digests) made.digests.set(pathIn(next, file), digest);
              stage.end(due);
            },
          };
        });
      },
    },
  };
}

/** How many pages are being made while others are being written. */
const AT_ONCE = 8;

/** Makes the pages that are due, with Astro. */
export async function makePages({
  cache,
  next,
  site,
  last,
}: Omit<OutputsInput, 'code'>): Promise<Made> {
  const made = nothingMade();
  const { config, integration, deliver } = astroFolder(cache);
  const shownKeys = new WeakMap<Request, string>();
  handOver({ workFolder: cache, build: { keepsPages: last.size > 0, shownKeys } });
  await build({
    ...config,
    // Astro warns of things that are no fault here, such as an archive that names no organisation.
    logLevel: 'error',
    build: { concurrency: AT_ONCE },
    // The other thread writes into it from the start.
    vite: { build: { emptyOutDir: false } },
    integrations: [
      integration,
      duePages(
        { next, site, last, made, shownKeys },
        new Stage('pages', 'page made', 'pages made'),
      ),
    ],
  });
  deliver(next);
  return made;
}
