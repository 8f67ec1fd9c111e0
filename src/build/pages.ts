import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { KEY_HEADER } from '../page-data/paths.ts';
import { siteBase } from '../site-address.ts';
import { isDue, type LastOutputs, type Made, pathIn } from './outputs.ts';
import { PageWriting } from './page-writing.ts';
import type { Stage } from './stage.ts';

/** The file of a page, by its path in the site. */
const fileOf = (pathname: string) =>
  `${pathname.replace(/^\/|\/$/g, '')}/index.html`.replace(/^\//, '');

/** Where pages are made, and what the last build left of them. */
export interface PagesToMake {
  /** The site that is being built, and as it was last built. */
  next: string;
  site: string;
  last: LastOutputs;
  made: Made;
}

/** Has Astro make the pages whose key, that of their pageData, is not the one they were last made with. */
export function duePages({ next, site, last, made }: PagesToMake, stage: Stage): AstroIntegration {
  return {
    name: 'cuttings-due-pages',
    hooks: {
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
                ({ pathname, cacheKey }) =>
                  cacheKey === undefined || isDue(site, fileOf(pathname), cacheKey, last, made),
              );
              due = paths.length;
              return paths;
            },
            render: async (request, options) => {
              const rendered = await astro.render(request, options);
              done += 1;
              stage.at(done, due);
              const response = rendered instanceof Response ? rendered : rendered.response;
              const key = response.headers.get(KEY_HEADER);
              if (key === null) return rendered;
              const file = fileOf(new URL(request.url).pathname.slice(siteBase().length - 1));
              made.keys.set(file, key);
              await writing.write(join(next, file), await response.arrayBuffer());
              // Of a page without a body Astro writes nothing.
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
