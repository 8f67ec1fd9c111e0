import { because, type Fault } from '../fault.ts';
import { fold } from '../language/fold.ts';
import { groupSlug } from './facet.ts';
import type { Figure } from './figure.ts';

/** The subject of a figure: what was counted, of whom, and where. */
export interface Subject extends Pick<Figure, 'measure' | 'place'> {
  /** Its slug, as in paths. */
  group: string;
}

/** The subject of a figure. */
export const subjectOf = ({ measure, group, place }: Figure): Subject => ({
  measure,
  place,
  group: groupSlug(group.label),
});

/** A key that is equal for equal subjects. */
export const subjectKey = ({ measure, place, group }: Subject): string =>
  [place, measure, group].join('/');

const SERIES = ['status', 'countedBy', 'basis'] as const;
const seriesFields = ({ group, countedBy, basis = '' }: Figure) => ({
  status: group.status,
  countedBy,
  basis: fold(basis).trim(),
});

/** A key that is equal for figures of one series: same subject, status, counter and basis. */
export const seriesKey = (figure: Figure): string =>
  [subjectKey(subjectOf(figure)), ...Object.values(seriesFields(figure))].join('/');

/** Names of the fields in which two figures differ that must be equal within a series. */
export function differences(one: Figure, other: Figure): string[] {
  const fields: string[] = [];
  if (one.measure !== other.measure) fields.push('measure');
  if (groupSlug(one.group.label) !== groupSlug(other.group.label)) fields.push('group.label');
  if (one.place !== other.place) fields.push('place');
  const [a, b] = [seriesFields(one), seriesFields(other)];
  for (const name of SERIES)
    if (a[name] !== b[name]) fields.push(name === 'status' ? 'group.status' : name);
  return fields;
}

/** The least number of people that a figure can mean; undefined where that is open. */
export const floorOf = ({ low, best, qualifier }: Figure): number | undefined =>
  low ?? (qualifier === 'exact' ? best : undefined);

/** The greatest number of people that a figure can mean; undefined where that is open. */
export const ceilingOf = ({ high, best, qualifier }: Figure): number | undefined =>
  high ?? (qualifier === 'exact' ? best : undefined);

/** True where a number has become smaller: a bound has, or the greatest possible value is now below the least before. */
export function falls(earlier: Figure, later: Figure): boolean {
  const isLess = (a: number | undefined, b: number | undefined) =>
    a !== undefined && b !== undefined && b < a;
  return (
    isLess(earlier.low, later.low) ||
    isLess(earlier.best, later.best) ||
    isLess(earlier.high, later.high) ||
    isLess(floorOf(earlier), ceilingOf(later))
  );
}

/** The fault of a figure that replaces another; undefined where there is none. */
export function revisionFault(earlier: Figure, later: Figure): Fault | undefined {
  const other = differences(earlier, later);
  if (other.length > 0)
    return because(
      'figure/series',
      'A figure supersedes one of its own series: same measure, group, place, counter and basis.',
      `Here ${other.join(', ')} ${other.length === 1 ? 'differs' : 'differ'}: take supersedes out, for it begins a series of its own.`,
    );
  if (later.asOf < earlier.asOf)
    return because(
      'figure/series',
      'A figure supersedes an earlier one.',
      `That one stood on ${earlier.asOf}, this one on ${later.asOf}: let that one supersede this.`,
    );
  if (later.revisionNote === undefined && falls(earlier, later))
    return because(
      'figure/series',
      'A number that has become smaller says why.',
      'Add revisionNote: … with what the source says of it.',
    );
  return undefined;
}
