import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE_MANIFEST } from '../../src/fixity/copy.ts';
import { manifestText } from '../../src/fixity/manifest.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { write } from './scratch.ts';

export const HEADERS = readFileSync('public/_headers', 'utf8');

/** Makes a site of invented pages, as a build leaves it. @param version what its pages say @param top the folder that most of them are in */
export function makeSite(folder: string, version: number, top = '2031'): string {
  rmSync(folder, { recursive: true, force: true });
  const page = (at: number) => [
    `${top}/0${1 + (at % 9)}/0${1 + (at % 7)}/n-${at}/index.html`,
    `<p>${at < 40 ? 0 : version} ${at}</p>`,
  ];
  write(folder, {
    ...Object.fromEntries(Array.from({ length: 120 }, (_, at) => page(at))),
    [`2032/01/01/only-${version}/index.html`]: `<p>${version}</p>`,
    [`_astro/page.v${version}.js`]: `export default ${version};`,
    'search/archive.json': `{"release":"${version}"}`,
    'feeds/articles.atom': `<feed>${version}</feed>`,
    'media/m-aaaaaaaaaaaa/320.avif': 'AVIF',
    'index.html': `<p>home ${version}</p>`,
    _headers: HEADERS,
  });
  const digests = filesIn(folder).map((path) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
    return [path, digest] as const;
  });
  writeFileSync(join(folder, SITE_MANIFEST), manifestText(new Map(digests)));
  return folder;
}
