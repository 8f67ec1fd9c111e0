import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { siteAddress, siteBase } from '../../site-address.ts';
import { CODE } from '../bundle/bundle.ts';
import type { Bundle } from '../bundle/kept-bundle.ts';

/** What is used of Astro’s maker of pages, which the bundle exports. */
interface BuildApp extends StaticPathsApp {
  setInternals: (internals: object) => void;
  setOptions: (options: object) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

/** A page that can be made. */
export interface Page {
  /** Its path below the base of the site, as the route has it. */
  pathname: string;
  route: RouteData;
  /** The key of its page data, where it is known beforehand. */
  cacheKey?: string;
}

/** The beginning of the name of the file that exports Astro’s maker of pages. */
const ENTRY = 'prerender-entry.';

const trimmed = (pathname: string) => pathname.replace(/^\/|\/$/g, '');

/** The file of a page in the site. */
export function fileOf({ pathname, route }: Pick<Page, 'pathname' | 'route'>): string {
  const path = trimmed(pathname);
  if (route.type === 'endpoint') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** The address at which a page is asked for, so that it knows its own. An endpoint’s ends as its route has it. */
function urlOf({ pathname, route }: Page): URL {
  const path = route.type === 'endpoint' ? pathname.slice(1) : `${trimmed(pathname)}/`;
  return new URL(`${siteBase()}${path === '/' ? '' : path}`, siteAddress().origin);
}

/** Makes pages with the code of a bundle, as Astro’s own build would. */
export class PageRenderer {
  readonly #app: BuildApp;

  private constructor(app: BuildApp) {
    this.#app = app;
  }

  /** Loads the code of a bundle. */
  static async of({ folder, styles }: Bundle): Promise<PageRenderer> {
    const code = join(folder, CODE);
    const entry = readdirSync(code).find((name) => name.startsWith(ENTRY));
    if (entry === undefined) throw new Error(`${code} has no ${ENTRY}*.mjs.`);
    const { app }: { app: BuildApp } = await import(pathToFileURL(join(code, entry)).href);
    app.setInternals({
      pagesByKeys: new Map(Array.from(styles, ([key, all]) => [key, { styles: all }])),
    });
    const write = ({ message }: { message: string }) => void process.stderr.write(`${message}\n`);
    app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write } } } });
    return new PageRenderer(app);
  }

  /** All pages of the site. */
  pages(): Promise<Page[]> {
    return new StaticPaths(this.#app).getAll();
  }

  /** A page as it is asked for: `shown` tells its key by this request. */
  request(page: Page): Request {
    return new Request(urlOf(page));
  }

  /** The bytes of a page. */
  async render(request: Request, { route }: Page): Promise<ArrayBuffer> {
    const response = await this.#app.render(request, { routeData: route });
    return response.arrayBuffer();
  }
}
