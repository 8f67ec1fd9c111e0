import { hash } from 'node:crypto';
import { handedOver } from '../handover.ts';
import { frame } from './frame.ts';

/**
 * Page data is everything that a page shows, except texts, for which it holds their digests. A page is made from its
 * page data and nothing else. So where the page data is the same as at the last build, the page is kept.
 */

/** A path of a route: its parameters, and what its page starts from. */
interface Path<P> {
  // biome-ignore lint/plugin: Astro’s own form.
  params: Record<string, string | undefined>;
  props: P;
}

const keyOf = (pageData: unknown) =>
  hash('sha256', JSON.stringify([frame(), pageData])).slice(0, 32);

/**
 * The paths of a route. While a build asks for them, each has the key of its page.
 * @param pageDataOf gives the page data of a page; undefined for a page that shows something else too, and so is always
 * made
 */
export const paths = <P>(
  all: readonly Path<P>[],
  pageDataOf: (props: P) => unknown,
): (Path<P> & { cacheKey?: string })[] =>
  handedOver()?.build?.keepsPages
    ? all.map((path) => {
        const pageData = pageDataOf(path.props);
        return pageData === undefined ? path : { ...path, cacheKey: keyOf(pageData) };
      })
    : [...all];

/** The page data that a page is about to show. Tells its key to the build. */
export function shown<S>(pageData: S, { request }: { request: Request }): S {
  handedOver()?.build?.shownKeys.set(request, keyOf(pageData));
  return pageData;
}
