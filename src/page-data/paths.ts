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
 * The paths of a route, each with what gives the key of its page: all page data take long to make.
 * @param pageDataOf gives the page data of a page; undefined for a page that shows something else too, and so is always
 * made
 */
export const paths = <P>(
  all: readonly Path<P>[],
  pageDataOf: (props: P) => unknown,
): (Path<P> & { dataKey: () => string | undefined })[] =>
  all.map((path) => ({
    ...path,
    dataKey: () => {
      const pageData = pageDataOf(path.props);
      return pageData === undefined ? undefined : keyOf(pageData);
    },
  }));

/** The page data that a page is about to show. Tells its key to the build. */
export function shown<S>(pageData: S, { url }: { url: URL }): S {
  handedOver()?.build?.shownKeys.set(url, keyOf(pageData));
  return pageData;
}
