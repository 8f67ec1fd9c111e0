import { mustHold } from '../unsound.ts';

const NUMBER = String.raw`[+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:e[+-]?\d{1,3})?`;
const NUMBERS = new RegExp(NUMBER, 'gi');
const ONE = new RegExp(`^${NUMBER}(?:%|[a-z]{1,5})?$`, 'i');

/** The numbers of a list, which stand apart or, as programs write them, close by each other: `0-1`, `.7.7`. */
export const numbersIn = (list: string): number[] => (list.match(NUMBERS) ?? []).map(Number);

/** Whether a value is one number, with a unit or without. */
export const isNumber = (value: string): boolean => ONE.test(value);

/**
 * Whether a number ends the drawing. What is no number does not: readers pass over it.
 *
 * @throws UnsoundFile where it is reckoned only by readers
 */
export function isNothing(value: string | undefined): boolean {
  if (value === undefined) return false;
  mustHold(!value.includes('('), 'What the styles of the drawing hide cannot be told.');
  return isNumber(value) && Number.parseFloat(value) <= 0;
}
