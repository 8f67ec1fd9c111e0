import type { Kind } from '../domain/authorities/authority.ts';
import { shortDay } from '../domain/date.ts';
import type { Figure } from '../domain/figures/figure.ts';

/** How figures and counts are worded for readers. Bounds are shown as they are: an open end stays open. */

// Kept, because making one is slow. There is one for each language.
const formats = new Map<string, Intl.NumberFormat>();

/** A whole number with the thousands separator of the language: 2,700. */
export function number(value: number, lang: string): string {
  const format = formats.get(lang) ?? new Intl.NumberFormat(lang);
  formats.set(lang, format);
  return format.format(value);
}

/** “1 article”, “12 articles”. */
export function counted(value: number, one: string, many: string, lang: string): string {
  return `${number(value, lang)} ${value === 1 ? one : many}`;
}

type Bounds = Pick<Figure, 'low' | 'best' | 'high' | 'qualifier'>;

/** The bounds of a figure in words: “more than 2,700”, “200 or fewer”, “10 to 20”, “no number”. */
export function boundsInWords({ low, best, high, qualifier }: Bounds, lang: string): string {
  const shown = (value: number | undefined) => (value === undefined ? '' : number(value, lang));
  if (low !== undefined && high !== undefined && low !== high) {
    return best === undefined
      ? `${shown(low)} to ${shown(high)}`
      : `${shown(low)} to ${shown(high)}, most likely ${shown(best)}`;
  }
  const [least, most] = low === high ? [undefined, undefined] : [low, high];
  if (best !== undefined && least !== undefined && least !== best)
    return `${shown(least)} or more, most likely ${shown(best)}`;
  if (best !== undefined && most !== undefined && most !== best)
    return `${shown(most)} or fewer, most likely ${shown(best)}`;
  if (best !== undefined) return qualifier === 'about' ? `about ${shown(best)}` : shown(best);
  if (low !== undefined && high !== undefined) return shown(low);
  if (low !== undefined)
    return qualifier === 'moreThan' ? `more than ${shown(low)}` : `${shown(low)} or more`;
  if (high !== undefined)
    return qualifier === 'nearly' ? `fewer than ${shown(high)}` : `${shown(high)} or fewer`;
  return 'no number';
}

/** Each status in a reader's words. */
export const STATUS_NAMES: Record<Figure['group']['status'], string> = {
  civilian: 'civilians',
  otherProtected: 'other protected persons',
  armedForces: 'members of armed forces',
  directParticipant: 'direct participants',
  mixed: 'civilians and others',
  unknown: 'status not stated',
};

const COUNT_TYPE_NAMES: Record<Figure['countType'], string> = {
  incident: 'one event',
  period: 'within the period',
  cumulative: 'total so far',
};

/** What else is known of a figure, in short phrases: kind of count, period, cause, actor, basis, verification. */
export function figureDetails(figure: Figure, lang: string): string[] {
  const { countType, period, cause, actor, basis, verification } = figure;
  return [
    period
      ? `${COUNT_TYPE_NAMES[countType]}, ${shortDay(period.start, lang)} to ${shortDay(period.end, lang)}`
      : COUNT_TYPE_NAMES[countType],
    ...(cause ? [`cause: ${cause}`] : []),
    ...(actor ? [`attributed to ${actor}`] : []),
    ...(basis ? [`basis: ${basis}`] : []),
    ...(verification ? [`verification: ${verification}`] : []),
  ];
}

/** The kinds of authority record, as headings. */
export const KIND_NAMES: Record<Kind, string> = {
  people: 'People',
  places: 'Places',
  organisations: 'Organisations',
};

/** One record of each kind. */
export const KIND_NOUNS: Record<Kind, string> = {
  people: 'Person',
  places: 'Place',
  organisations: 'Organisation',
};
