import { type Manifest, MOST_CO_NAMED } from './layout.ts';
import { FILTERED_KINDS } from './state.ts';

/** Picks the records of each kind with the highest counts. Equal counts: the more frequent record comes first. */
export function mostCoNamed(
  counts: ReadonlyMap<number, number>,
  sizes: Manifest['records'],
): [record: number, count: number][] {
  let first = 0;
  return FILTERED_KINDS.flatMap((kind) => {
    const last = first + sizes[kind];
    const ofKind = [...counts].filter(([record]) => record >= first && record < last);
    first = last;
    return ofKind
      .toSorted(([a, count], [b, other]) => other - count || a - b)
      .slice(0, MOST_CO_NAMED);
  });
}
