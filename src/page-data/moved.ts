import { moves } from '../content/queries/articles.ts';
import type { Move } from '../domain/article/move.ts';
import { withBase } from '../domain/url.ts';
import { paths } from './paths.ts';

/** Everything that the page at an old path shows. */
export const movedPageData = ({ to, name }: Move) => ({
  href: withBase(to, import.meta.env.BASE_URL),
  name,
});

export type MovedPageData = ReturnType<typeof movedPageData>;

/** The old paths of articles and records. */
export const movedPaths = () =>
  paths(
    moves().map((move) => ({ params: { moved: move.from.slice(1, -1) }, props: move })),
    movedPageData,
  );
