import { mediumPath } from '../url.ts';
import { type Box, boxIn, xywhOf } from './box.ts';

/** What of a scan is looked at: a page, or a part of it. The address of its page keeps it. */
export interface ScanView {
  /** From 1. */
  page: number;
  box?: Box | undefined;
}

/** The name of the parameter of a scan’s address that has the words to be marked on it. */
export const WORDS_PARAMETER = 'q';

/**
 * The view that a fragment names, such as `xywh=120,340,800,600&page=2`; undefined where it names none.
 * @param fragment without its `#`
 * @param pages how many the scan has: a view of a page that it has not is none
 */
export function viewOf(fragment: string, pages: number): ScanView | undefined {
  const parts = new URLSearchParams(fragment);
  const said = parts.get('page');
  const box = boxIn(parts.get('xywh') ?? '');
  if (said === null && !box) return undefined;
  const page = said === null ? 1 : Number(said);
  if (!Number.isSafeInteger(page) || page < 1 || page > pages) return undefined;
  return { page, box };
}

/** The fragment of a page of a scan, without its `#`; it is the id of the page’s words too. */
export const pageFragment = (page: number): string => `page=${page}`;

/** The fragment of a view, without its `#`. */
export const fragmentOf = ({ page, box }: ScanView): string =>
  box ? `xywh=${xywhOf(box)}&${pageFragment(page)}` : pageFragment(page);

/** Path of a view of a scan by its id. @param words that are to be marked, as in a search */
export const viewPath = (id: string, view: ScanView, words = ''): string =>
  `${mediumPath(id)}${words && `?${new URLSearchParams([[WORDS_PARAMETER, words]])}`}#${fragmentOf(view)}`;
