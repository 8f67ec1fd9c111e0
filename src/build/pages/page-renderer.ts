import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SSRResult } from 'astro';

import { type Bundle, CODE, RUNTIME } from '../bundle/kept-bundle.ts';
import { type ListedPage, type Page, pageOf, urlOf } from './page.ts';
import { type BuildApp, type Component, givenTo, type Runtime, resultFor } from './page-result.ts';

/** The code of a route. */
interface RouteCode {
  /** That of pages. */
  default?: Component;
  /** That of an endpoint. */
  GET?: (context: Pick<Page, 'params' | 'props'>) => Response | Promise<Response>;
  getStaticPaths?: () => ListedPage[];
}

/** The beginning of the name of the file that exports Astro’s maker of pages. */
const ENTRY = 'prerender-entry.';

/**
 * Makes pages with the code of a bundle. Astro’s compiled components are run as Astro runs them, without the requests and
 * responses that its server has for each page.
 */
export class PageRenderer {
  readonly #app: BuildApp;
  readonly #runtime: Runtime;
  /** The code of each route, and what its component is given, by the file of the route. */
  readonly #codes = new Map<string, RouteCode>();
  readonly #given = new Map<string, SSRResult>();

  private constructor(app: BuildApp, runtime: Runtime) {
    this.#app = app;
    this.#runtime = runtime;
  }

  /** Loads the code of a bundle. */
  static async of({ folder, styles }: Bundle): Promise<PageRenderer> {
    const code = join(folder, CODE);
    const entry = readdirSync(code).find((name) => name.startsWith(ENTRY));
    if (entry === undefined) throw new Error(`${code} has no ${ENTRY}*.mjs.`);
    const load = (name: string) => import(pathToFileURL(join(code, name)).href);
    const { app }: { app: BuildApp } = await load(entry);
    app.setInternals({
      pagesByKeys: new Map(Array.from(styles, ([key, all]) => [key, { styles: all }])),
    });
    const write = ({ message }: { message: string }) => void process.stderr.write(`${message}\n`);
    app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write } } } });
    return new PageRenderer(app, await load(RUNTIME));
  }

  /** All pages of the site. */
  async pages(): Promise<Page[]> {
    const pages: Page[] = [];
    for (const { routeData: route } of this.#app.manifest.routes) {
      if (route.origin !== 'project') continue;
      const code = (await (await this.#app.manifest.pageMap?.get(route.component)?.())?.page()) as
        | RouteCode
        | undefined;
      if (!code) throw new Error(`The bundle has no page ${route.component}.`);
      this.#codes.set(route.component, code);
      for (const listed of code.getStaticPaths?.() ?? [undefined])
        pages.push(pageOf(route, listed));
    }
    return pages;
  }

  /**
   * The text of a page.
   *
   * @param url its address: `shown` tells its key by this object
   */
  async render(page: Page, url = urlOf(page)): Promise<string> {
    const { params, props, route } = page;
    const code = this.#codes.get(route.component);
    if (code?.GET) return (await code.GET({ params, props })).text();
    if (!code?.default) throw new Error(`${route.component} makes no page.`);
    const given =
      this.#given.get(route.component) ?? (await givenTo(code.default, page, this.#app));
    this.#given.set(route.component, given);
    const result = resultFor(page, url, given, this.#runtime);
    const text = await this.#runtime.renderToString(result, code.default, props, {}, true, route);
    if (typeof text !== 'string') throw new Error(`${route.component} answers with no page.`);
    return text;
  }
}
