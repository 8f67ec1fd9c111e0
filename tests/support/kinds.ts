import type { TestArchive } from './archives.ts';
import { pagesOf } from './pages.ts';

const KINDS: Record<string, RegExp> = {
  home: /^\/$/,
  article: /^\/\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/,
  day: /^\/\d{4}\/\d{2}\/\d{2}\/$/,
  month: /^\/\d{4}\/\d{2}\/$/,
  year: /^\/\d{4}\/$/,
  'A to Z': /^\/(people|places|organisations)\/$/,
  record: /^\/(people|places|organisations)\/[^/]+\/$/,
  figures: /^\/figures\/$/,
  'figures of one value': /^\/figures\/place\/[^/]+\/$/,
  'figures of one thing': /^\/figures\/place\/[^/]+\/[^/]+\/[^/]+\/$/,
  media: /^\/media\/$/,
  medium: /^\/media\/m-[a-z2-7]{12}\/$/,
  data: /^\/data\/$/,
  corrections: /^\/corrections\/$/,
  changes: /^\/changes\/$/,
  verify: /^\/verify\/$/,
  search: /^\/search\/$/,
  'many names': /^\/search\/many\/$/,
  about: /^\/about\/$/,
  'not found': /^\/404\.html$/,
};

/** The kind of page at a path, and the paths of each kind. */
export function pathsByKind(archive: TestArchive): Map<string, string[]> {
  const paths = new Map(Object.keys(KINDS).map((kind) => [kind, [] as string[]]));
  for (const { path } of pagesOf(archive)) {
    const inside = `/${path.slice(archive.base.length)}`;
    const kind = Object.keys(KINDS).find((name) => KINDS[name]?.test(inside));
    if (kind) paths.get(kind)?.push(path);
  }
  return paths;
}

/** One path of each kind, and every article: the pages that differ most are those. */
export function samplePaths(archive: TestArchive): string[] {
  return [...pathsByKind(archive)].flatMap(([kind, paths]) =>
    kind === 'article' ? paths : paths.slice(0, 1),
  );
}
