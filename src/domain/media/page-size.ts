import type { FileFacts, PageSize } from './media-type.ts';

/** At how many dots an inch the pages of a PDF are drawn: small print can be read, and a page stays below a megabyte. */
const DOTS = 200;
const POINTS = 72;
/** The most pixels of a drawn page: a page of a newspaper (400 x 600 mm) at the dots above has 15 million. */
const MOST = 25_000_000;
const LONGEST = 10_000;

/**
 * The size in which a page of a PDF is drawn, in pixels.
 * @param page its size as it is shown, its rotation done, in points of 1/72 inch
 */
export function drawnSize({ width, height }: PageSize): PageSize {
  const scale = Math.min(
    DOTS / POINTS,
    LONGEST / Math.max(width, height),
    Math.sqrt(MOST / (width * height)),
  );
  const drawn = (points: number) => Math.max(1, Math.floor(points * scale));
  return { width: drawn(width), height: drawn(height) };
}

/** The size of each page of a facsimile, in order; a picture is one page. None where its size is not known. */
export function pageSizesOf({
  width,
  height,
  pages = 1,
  pageSizes,
}: Pick<FileFacts, 'width' | 'height' | 'pages' | 'pageSizes'>): PageSize[] {
  if (pageSizes) return pageSizes;
  if (!width || !height) return [];
  return Array.from({ length: pages }, () => ({ width, height }));
}

/** What is said of the pages of a file, by the size of each in pixels. */
export function factsOfPages(
  sizes: readonly PageSize[],
): Pick<FileFacts, 'width' | 'height' | 'pages' | 'pageSizes'> {
  const [first] = sizes;
  const areAlike = sizes.every(
    (size) => size.width === first?.width && size.height === first.height,
  );
  return { ...first, pages: sizes.length, ...(!areAlike && { pageSizes: [...sizes] }) };
}
