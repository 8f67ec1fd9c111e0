import { availableParallelism } from 'node:os';
import type { AstroIntegration } from 'astro';
import { contentRoot } from '../content/files/archive-path.ts';
import { ArchiveStore } from '../content/store/archive-store.ts';
import { workFolder } from '../content/store/cache.ts';
import { MEDIA_TYPES } from '../domain/media/media-type.ts';
import { mediumSources } from '../outputs/media/sources.ts';
import { addressOf, siteBase } from '../site-address.ts';
import { encodingCode } from './outputs-making.ts';

const PATH = /^\/media\/(m-[a-z2-7]{12})\/[\w,./-]{1,200}\.([a-z\d]{2,4})$/;

const TYPES = new Map<string, string>([
  ...Object.entries(MEDIA_TYPES),
  ['json', 'application/json'],
  ['vtt', 'text/vtt; charset=utf-8'],
]);

/** The path of the site that a request asks for; undefined where it is none below the site’s base. */
function pathOf(url: string | undefined): string | undefined {
  const base = siteBase().replace(/\/$/, '');
  const [path = ''] = (url ?? '').split(/[?#]/, 1);
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

/** What makes a file of a medium while somebody edits; it keeps what it has encoded, and encodes only what is asked for. */
async function workshop() {
  const [{ Encodings }, { Budget }] = await Promise.all([
    import('../outputs/media/encodings.ts'),
    import('../outputs/media/encoding/budget.ts'),
  ]);
  return {
    encodings: new Encodings(workFolder(), encodingCode()),
    processors: new Budget(availableParallelism()),
    addressOf,
  };
}

/**
 * Makes the file of the site with a path; undefined where no published medium has such a file.
 *
 * @param id of the medium
 */
async function makeFile(id: string, path: string, tools: Awaited<ReturnType<typeof workshop>>) {
  const [{ mediumParts }, { archiveWords }] = await Promise.all([
    import('../outputs/media/medium-parts.ts'),
    import('../outputs/media/archive-words.ts'),
  ]);
  // Opened for each file: the reading, which has another copy of the store, may begin it anew.
  const store = new ArchiveStore(workFolder());
  const articles = [...store.articles()].filter(({ entry }) =>
    entry.media.some((medium) => medium.id === id),
  );
  store.close();
  const words = archiveWords(articles.map(({ id: article, entry }) => ({ ...entry, id: article })));
  for (const file of words) if (file.path === path) return file.text();
  const sources = mediumSources(contentRoot(), articles);
  const source = sources.find(({ medium }) => medium.id === id);
  const part = source && mediumParts(source, tools).find(({ paths }) => paths.includes(path));
  return (await part?.make(path))?.get(path);
}

/** On the development server, makes the files of media when they are asked for, so that a new picture is seen at once. */
export function servesMedia(): AstroIntegration {
  return {
    name: 'cuttings-serves-media',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let tools: ReturnType<typeof workshop> | undefined;
        server.middlewares.use(async (request, response, next) => {
          const path = pathOf(request.url);
          const [, id, ending = ''] = PATH.exec(path ?? '') ?? [];
          if (path === undefined || id === undefined) return next();
          try {
            tools ??= workshop();
            const bytes = await makeFile(id, path, await tools);
            if (!bytes) return next();
            response.writeHead(200, {
              'Content-Type': TYPES.get(ending) ?? 'application/octet-stream',
              'Cache-Control': 'no-cache',
            });
            response.end(bytes);
          } catch (error) {
            next(error);
          }
        });
      },
    },
  };
}
