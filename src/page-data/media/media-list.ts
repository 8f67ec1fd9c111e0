import { type MediumEntry, media } from '../../content/queries/media.ts';
import { type MediumKind, TYPES_OF_KIND } from '../../domain/media/media-type.ts';
import { telling } from '../../domain/media/told.ts';
import { type ListPage, listPages } from '../../domain/pager.ts';
import { listPagePath, MEDIA_PATH, mediaOfKindPath } from '../../domain/url.ts';
import type { KindCount } from '../../messages/medium.ts';
import { site } from '../../site.ts';
import { paths } from '../paths.ts';
import { type ShownFile, titledMedium } from './medium.ts';

/** A medium among others. */
export interface ListedMedium {
  id: string;
  kind: MediumKind;
  file: ShownFile;
  title: string;
  lang: string;
  /** What is to be seen, where the title says something else. */
  alt: string | undefined;
  /** The day of the article whose words it has here. */
  date: string;
}

const dayOf = ({ uses }: MediumEntry) => telling(uses).article.data.date;

/** What lists show of a medium. */
export function listedMedium(used: MediumEntry): ListedMedium {
  const { told, ...titled } = titledMedium(used);
  const alt = told.caption === undefined ? undefined : told.altText;
  return { ...titled, alt, date: dayOf(used) };
}

/** A page of the list of all media, or of those of a kind. */
export interface MediaListPage {
  /** Undefined for all. */
  kind: MediumKind | undefined;
  list: ListPage<MediumEntry>;
  /** How many there are of each kind that the archive has. */
  counts: readonly KindCount[];
}

/** Everything that a page of a list of media shows. */
export function mediaListPageData({ kind, list, counts }: MediaListPage) {
  const { number, count } = list;
  return { kind, counts, number, count, media: list.items.map(listedMedium) };
}

export type MediaListPageData = ReturnType<typeof mediaListPageData>;

const kindOf = ({ uses: [{ medium }] }: MediumEntry) => medium.kind;

/**
 * The paths of the lists of media, those of the latest articles first: of all, and where there are several kinds of each of
 * them; none where there are no media.
 */
export function mediaListPaths() {
  const all = media().toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
  if (all.length === 0) return [];
  const byKind = Map.groupBy(all, kindOf);
  const counts = (Object.keys(TYPES_OF_KIND) as MediumKind[]).flatMap((kind) => {
    const count = byKind.get(kind)?.length ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  const kinds = counts.length > 1 ? [undefined, ...byKind.keys()] : [undefined];
  return paths(
    kinds.flatMap((kind) => {
      const path = kind === undefined ? MEDIA_PATH : mediaOfKindPath(kind);
      const listed = kind === undefined ? all : (byKind.get(kind) ?? []);
      return listPages(listed, site.pageSize).map((list) => ({
        params: { page: listPagePath(path, list.number).slice(MEDIA_PATH.length, -1) || undefined },
        props: { kind, list, counts } satisfies MediaListPage,
      }));
    }),
    mediaListPageData,
  );
}
