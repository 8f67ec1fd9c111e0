/** One page of a long list. */
export interface ListPage<T> {
  items: T[];
  /** Counted from 1. */
  number: number;
  /** How many pages the list has, at least 1. */
  count: number;
}

/** Splits a list into pages; an empty list has one empty page. @param size items a page */
export function listPages<T>(items: readonly T[], size: number): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
  }));
}

/** The page numbers to link: the first, the last, the present one and its neighbours, with `null` for a gap. */
export function pageNumbers(number: number, count: number): (number | null)[] {
  const near = [1, number - 1, number, number + 1, count];
  const shown = [...new Set(near)]
    .filter((page) => page >= 1 && page <= count)
    .toSorted((a, b) => a - b);
  return shown.flatMap((page, index) => {
    const previous = shown[index - 1];
    return previous !== undefined && page - previous > 1 ? [null, page] : [page];
  });
}
