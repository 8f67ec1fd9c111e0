import { type MediumEntry, media } from '../../content/queries/media.ts';
import type { MediumKind } from '../../domain/media/media-type.ts';
import { type ListPage, listPages } from '../../domain/pager.ts';
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
  /** The day of the latest article that uses it. */
  date: string;
}

const lastDay = ({ uses }: MediumEntry) => uses.at(-1)?.article.data.date ?? '';

/** What lists show of a medium. */
export function listedMedium(used: MediumEntry): ListedMedium {
  const { told, ...titled } = titledMedium(used);
  const alt = told.caption === undefined ? undefined : told.altText;
  return { ...titled, alt, date: lastDay(used) };
}

/** A page of the list of all media. */
export interface MediaListPage {
  list: ListPage<MediumEntry>;
  kinds: readonly MediumKind[];
}

/** Everything that a page of the list of media shows. */
export function mediaListPageData({ list, kinds }: MediaListPage) {
  return { kinds, number: list.number, count: list.count, media: list.items.map(listedMedium) };
}

export type MediaListPageData = ReturnType<typeof mediaListPageData>;

/** The paths of the list of media, those of the latest articles first; none where there are none. */
export function mediaListPaths() {
  const all = media().toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)));
  if (all.length === 0) return [];
  const kinds = all.map(({ uses: [{ medium }] }) => medium.kind);
  return paths(
    listPages(all, site.pageSize).map((list) => ({
      params: { page: list.number === 1 ? undefined : `page-${list.number}` },
      props: { list, kinds } satisfies MediaListPage,
    })),
    mediaListPageData,
  );
}
