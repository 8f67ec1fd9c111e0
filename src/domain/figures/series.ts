import { because, type Fault } from '../fault.ts';
import { fold } from '../language/fold.ts';
import { groupSlug } from './facet.ts';
import type { Figure } from './figure.ts';

/** What figures have in common that are of one thing: what was counted, of whom, and where. */
export interface Subject extends Pick<Figure, 'measure' | 'place'> {
  /** As it stands in addresses. */
  group: string;
}

/** What a figure is of. */
export const subjectOf = ({ measure, group, place }: Figure): Subject => ({
  measure,
  place,
  group: groupSlug(group.label),
});

/** The same for figures of one thing. */
export const subjectKey = ({ measure, place, group }: Subject): string =>
  [place, measure, group].join('/');

const SERIES = ['status', 'countedBy', 'basis'] as const;
const seriesFields = ({ group, countedBy, basis = '' }: Figure) => ({
  status: group.status,
  countedBy,
  basis: fold(basis).trim(),
});

/** The same for figures of one thing that one counter made on one basis. Another counter or basis is another series. */
export const seriesKey = (figure: Figure): string =>
  [subjectKey(subjectOf(figure)), ...Object.values(seriesFields(figure))].join('/');

/** What of two figures is not of one series, in the fields' own names. */
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

/** The least that a figure can mean, in people; nothing where that is open. */
export const floorOf = ({ low, best, qualifier }: Figure): number | undefined =>
  low ?? (qualifier === 'exact' ? best : undefined);

/** The most that a figure can mean, in people; nothing where that is open. */
export const ceilingOf = ({ high, best, qualifier }: Figure): number | undefined =>
  high ?? (qualifier === 'exact' ? best : undefined);

/** True where a number has become smaller: one of its bounds, or all that it can mean. */
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

/** What is wrong with a figure that replaces another; nothing where all is well. */
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
