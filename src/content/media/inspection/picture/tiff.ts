import type { FileBytes } from '../file-bytes.ts';
import { Directory } from '../ifd.ts';
import { MOST_PAGES, refuseMany } from '../limit.ts';
import { damaged, unfit } from '../media-fault.ts';

/** Tags of TIFF 6.0. */
const [SUBFILE_TYPE, STRIP_OFFSETS, STRIP_COUNTS, TILE_OFFSETS, TILE_COUNTS] = [
  254, 273, 279, 324, 325,
];
/** A page of 400 megapixels in strips of one line, or tiles of 64 x 64, has fewer. */
const MOST_PIECES = 200_000;
/** Of all pages together: each piece is sought for and unpacked on its own, which takes longer than its points do. */
const MOST_PIECES_IN_ALL = 2_000_000;

/** @returns in how many pieces a page is @throws MediaFault where it has some beyond the end of its file */
function piecesOf(bytes: FileBytes, page: Directory): number {
  const [offsets, counts] = page.has(TILE_OFFSETS)
    ? [TILE_OFFSETS, TILE_COUNTS]
    : [STRIP_OFFSETS, STRIP_COUNTS];
  const lengths = page.numbers(counts, MOST_PIECES);
  const places = page.numbers(offsets, MOST_PIECES);
  for (const [index, from] of places.entries())
    if (from + (lengths[index] ?? 0) > bytes.size)
      throw damaged('this TIFF ends before its picture does');
  return places.length;
}

/**
 * How many pages a TIFF has. The smaller copies of its last page that some programs write behind are none.
 *
 * @throws MediaFault where it is not whole, or has too many pages; CutOff where it ends too early
 */
export function pagesOfTiff(bytes: FileBytes): number {
  const seen = new Set<number>();
  let pages = 0;
  let copies = 0;
  let pieces = 0;
  for (let page = Directory.first(bytes); page; ) {
    if ((page.numbers(SUBFILE_TYPE, 1)[0] ?? 0) & 1) copies++;
    else if (copies > 0)
      throw unfit(
        'this TIFF has smaller copies between its pages',
        'Save it without previews, or its pages as files of their own.',
      );
    else refuseMany('TIFF', 'pages', ++pages, MOST_PAGES);
    pieces += piecesOf(bytes, page);
    refuseMany('TIFF', 'strips or tiles', pieces, MOST_PIECES_IN_ALL);
    const { next } = page;
    if (next === 0 || copies > MOST_PAGES) break;
    if (seen.has(next)) throw damaged('the pages of this TIFF follow each other in a ring');
    seen.add(next);
    page = page.other(next);
  }
  if (pages === 0) throw damaged('this TIFF has no picture in it');
  return pages;
}
