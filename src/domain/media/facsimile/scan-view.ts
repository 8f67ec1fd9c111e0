import { mediumPath } from '../../url.ts';
import { type Box, wholeBox, xywhOf } from '../box.ts';

/** What of a scan is looked at: a page, or a part of it. The address of its page keeps it. */
export interface ScanView {
  /** From 1. */
  page: number;
  /** The part in pixels of the page. */
  box?: Box | undefined;
  /** The part in hundredths of the page’s width and height, where an address says it so. */
  percent?: Box | undefined;
}

/** The name of the parameter of a scan’s address that has the words to be marked on it. */
export const WORDS_PARAMETER = 'q';

const NUMBER = '(\\d{1,6}(?:\\.\\d{1,9})?)';
const PART = new RegExp(`^(?:(pixel|percent):)?${NUMBER},${NUMBER},${NUMBER},${NUMBER}$`);

/** The part of a page that an address names, in its unit (W3C Media Fragments URI 1.0); nothing where it names none. */
function partIn(xywh: string): Pick<ScanView, 'box' | 'percent'> {
  const [, unit = 'pixel', ...numbers] = PART.exec(xywh) ?? [];
  const [x, y, width, height] = numbers.map(Number);
  if (x === undefined || y === undefined || !width || !height) return {};
  const part = { x, y, width, height };
  return unit === 'percent' ? { percent: part } : { box: wholeBox(part) };
}

/**
 * The view that a fragment names, such as `xywh=120,340,800,600&page=2` or `xywh=percent:10,20,50,25`; undefined where it
 * names none.
 * @param fragment without its `#`
 * @param pages how many the scan has: a view of a page that it has not is none
 */
export function viewOf(fragment: string, pages: number): ScanView | undefined {
  const parts = new URLSearchParams(fragment);
  const said = parts.get('page');
  const part = partIn(parts.get('xywh') ?? '');
  if (said === null && !part.box && !part.percent) return undefined;
  const page = said === null ? 1 : Number(said);
  if (!Number.isSafeInteger(page) || page < 1 || page > pages) return undefined;
  return { page, ...part };
}

/** The fragment of a page of a scan, without its `#`; it is the id of the page’s words too. */
export const pageFragment = (page: number): string => `page=${page}`;

/** The fragment of a view, without its `#`. */
export const fragmentOf = ({ page, box }: ScanView): string =>
  box ? `xywh=${xywhOf(box)}&${pageFragment(page)}` : pageFragment(page);

/** Path of a view of a scan by its id. @param words that are to be marked, as in a search */
export const viewPath = (id: string, view: ScanView, words = ''): string =>
  `${mediumPath(id)}${words && `?${new URLSearchParams([[WORDS_PARAMETER, words]])}`}#${fragmentOf(view)}`;
