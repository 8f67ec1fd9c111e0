import { hash } from 'node:crypto';
import { latestYear } from '../content/queries/articles.ts';
import { handedOver } from '../handover.ts';

/**
 * A page data is everything that a page shows, but for texts, of which it has the digests. The page is made of the page data and
 * of nothing else: where a page data is as it was at the last build, so is its page, and it is not made again.
 */

/** A path of a route: its parameters, and what its page starts from. */
interface Path<P> {
  // biome-ignore lint/plugin: Astro’s own form.
  params: Record<string, string | undefined>;
  props: P;
}

// The masthead of every page leads to the latest year.
const keyOf = (pageData: unknown) =>
  hash('sha256', JSON.stringify([latestYear(), pageData])).slice(0, 32);

/**
 * The paths of a route; the key of each, where the build asks for it before the pages are made.
 *
 * @param pageDataOf the page data of a page; nothing where the page shows what no pageData has, and is always made
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

/** A page data as the page is about to show it; tells its key to the build. */
export function shown<S>(pageData: S, { request }: { request: Request }): S {
  handedOver()?.build?.shownKeys.set(request, keyOf(pageData));
  return pageData;
}
