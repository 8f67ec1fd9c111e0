import type { RouteData } from 'astro';
import { siteAddress, siteBase } from '../../site-address.ts';

/** A page of a route, before it is made. */
export interface Page {
  /** Its path below the base of the site, as the route has it. */
  pathname: string;
  route: RouteData;
  // biome-ignore lint/plugin: Astro’s own form.
  params: Record<string, string | undefined>;
  /** What it starts from. */
  props: object;
  /** Gives the key of its page data; left out where its route keeps no page. */
  dataKey?: () => string | undefined;
}

/** A page as its route lists it. */
export type ListedPage = Pick<Page, 'params' | 'dataKey'> & Partial<Pick<Page, 'props'>>;

const trimmed = (pathname: string) => pathname.replace(/^\/|\/$/g, '');

/** A page of a route. @param listed what the route lists of it; left out where it has one page alone */
export function pageOf(route: RouteData, listed: ListedPage = { params: {} }): Page {
  const { params, props = {}, dataKey } = listed;
  const segments = route.segments.map((parts) =>
    parts
      .map(({ content, dynamic, spread }) =>
        dynamic ? (params[spread ? content.slice('...'.length) : content] ?? '') : content,
      )
      .join(''),
  );
  const path = segments.filter((segment) => segment !== '').join('/');
  const pathname = route.type === 'endpoint' || path === '' ? `/${path}` : `/${path}/`;
  return { pathname, route, params, props, ...(dataKey && { dataKey }) };
}

/** The file of a page in the site. */
export function fileOf({ pathname, route }: Pick<Page, 'pathname' | 'route'>): string {
  const path = trimmed(pathname);
  if (route.type === 'endpoint') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** The address of a page, so that it knows its own. An endpoint’s ends as its route has it. */
export function urlOf({ pathname, route }: Page): URL {
  const path = route.type === 'endpoint' ? pathname.slice(1) : `${trimmed(pathname)}/`;
  return new URL(`${siteBase()}${path === '/' ? '' : path}`, siteAddress().origin);
}
