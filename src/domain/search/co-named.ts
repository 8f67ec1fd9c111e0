import { type Manifest, MOST_BESIDE } from './layout.ts';
import { FILTERED_KINDS } from './state.ts';

/** Of records by their numbers, each with a count, those of each kind that have most; of equal ones the more frequent. */
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
      .slice(0, MOST_BESIDE);
  });
}
