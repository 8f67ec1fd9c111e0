import type { RouteData, SSRManifest, SSRResult } from 'astro';
import type { renderSlotToString, renderToString } from 'astro/runtime/server/index.js';
import { type Page, urlOf } from './page.ts';

/** What is used of Astro’s maker of pages, which the bundle exports. */
export interface BuildApp {
  manifest: SSRManifest;
  setInternals: (internals: object) => void;
  setOptions: (options: object) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

/** What is used of what Astro’s compiled components run on. */
export interface Runtime {
  renderToString: typeof renderToString;
  renderSlotToString: typeof renderSlotToString;
}

/** A compiled component. */
export type Component = Parameters<typeof renderToString>[1];

/**
 * What Astro hands to the component of a page: its head, its renderers and so on. Astro itself is asked for it, once for
 * each route: a component that only takes it stands in the place of the route’s.
 */
export async function givenTo(component: Component, page: Page, app: BuildApp): Promise<SSRResult> {
  const { pageMap } = app.manifest;
  const file = page.route.component;
  const own = pageMap?.get(file);
  if (!pageMap || !own) throw new Error(`The bundle has no page ${file}.`);
  let given: SSRResult | undefined;
  const take: Component = Object.assign(
    (result: SSRResult) => {
      given = result;
      return new Response(null);
    },
    { isAstroComponentFactory: true, moduleId: component.moduleId },
  );
  const { params, props } = page;
  const module = { default: take, getStaticPaths: () => [{ params, props }] };
  pageMap.set(file, async () => ({ page: async () => module }) as never);
  try {
    await app.render(new Request(urlOf(page)), { routeData: page.route });
  } finally {
    pageMap.set(file, own);
  }
  if (!given) throw new Error(`Astro made no page of ${file}.`);
  return given;
}

/** What a page notes of itself while it is made, as it is at first. */
const begun = (metadata: SSRResult['_metadata']): SSRResult['_metadata'] => ({
  ...metadata,
  rendererSpecificHydrationScripts: new Set(),
  renderedScripts: new Set(),
  hasDirectives: new Set(),
  propagators: new Set(),
  pendingSlotEvaluations: [],
  extraHead: [],
  extraStyleHashes: [],
  extraScriptHashes: [],
});

/** What is handed to the component of one page of a route, whose pages write into it as they are made. */
export function resultFor(
  { params, pathname, route }: Page,
  url: URL,
  given: SSRResult,
  { renderSlotToString }: Runtime,
): SSRResult {
  const result: SSRResult = {
    ...given,
    params,
    pathname,
    styles: new Set(given.styles),
    scripts: new Set(given.scripts),
    links: new Set(given.links),
    _metadata: begun(given._metadata),
    createAstro: (props, slots) =>
      ({
        props,
        self: null,
        params,
        url,
        site: undefined,
        routePattern: route.route,
        slots: {
          has: (name: string) => slots?.[name] !== undefined,
          render: async (name: string) =>
            slots?.[name] && `${await renderSlotToString(result, slots[name])}`,
        },
      }) as never,
  };
  return result;
}
