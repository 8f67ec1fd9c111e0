import type { Figure } from './figure.ts';

/** How figures and counts are worded for readers. Bounds are shown as they are: an open end stays open. */

/** A whole number with the thousands set apart as the language does: 2,700. */
export const number = (value: number, lang: string): string =>
  new Intl.NumberFormat(lang).format(value);

/** “1 article”, “12 articles”. */
export function counted(value: number, one: string, many: string, lang: string): string {
  return `${number(value, lang)} ${value === 1 ? one : many}`;
}

type Bounds = Pick<Figure, 'low' | 'best' | 'high' | 'qualifier'>;

/** The bounds of a figure in words: “more than 2,700”, “at most 200”, “10 to 20”, “not a number”. */
export function boundsInWords({ low, best, high, qualifier }: Bounds, lang: string): string {
  const shown = (value: number | undefined) => (value === undefined ? '' : number(value, lang));
  if (low !== undefined && high !== undefined && low !== high) {
    return best === undefined
      ? `${shown(low)} to ${shown(high)}`
      : `${shown(low)} to ${shown(high)}, most likely ${shown(best)}`;
  }
  if (best !== undefined) return qualifier === 'about' ? `about ${shown(best)}` : shown(best);
  if (low !== undefined && high !== undefined) return shown(low);
  if (low !== undefined)
    return qualifier === 'moreThan' ? `more than ${shown(low)}` : `${shown(low)} or more`;
  if (high !== undefined)
    return qualifier === 'nearly' ? `fewer than ${shown(high)}` : `${shown(high)} or fewer`;
  return 'no number';
}
