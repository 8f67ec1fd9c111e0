import { POINT, queryWords } from '../../indexed-text.ts';
import type { Row } from '../part.ts';

/** A word that multiplies the number before it. What few texts write is left out: each word is a file to be fetched. */
export interface Scale {
  value: number;
  words: string[];
  /** What stands at the number without a space. */
  ending: string;
}

// biome-ignore format: a table reads better than a column
const SCALES: Scale[] = [
  { value: 1e12, words: ['trillion', 'tn'], ending: 'tn' },
  { value: 1e9, words: ['billion', 'bln', 'bn'], ending: 'bn' },
  { value: 1e6, words: ['million', 'mln'], ending: 'm' },
  { value: 1e3, words: ['thousand'], ending: 'k' },
];

/** From here on a number is written with a scale, too. */
const LARGE = 1e6;
/** More digits after the point than this nobody writes. */
const DECIMALS = 1000;

/** Numbers that newspapers spell out, from one. */
const SPELT = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The digits of a spelt number; the word itself where it is none. */
export const digitsOf = (word: string): string =>
  SPELT.includes(word) ? `${SPELT.indexOf(word) + 1}` : word;

const spelt = (digits: string) => [digits, ...SPELT.filter((_, at) => `${at + 1}` === digits)];

const singular = (word: string) => word.replace(/(?<=.{2})s$/, '');

/** The scale that a word or ending says. */
export const scaleOf = (word = ''): Scale | undefined =>
  SCALES.find(({ words, ending }) => word === ending || words.includes(singular(word)));

/** A number as texts have it before a scale; undefined where nobody would write it so. */
function written(value: number): string | undefined {
  const isShort = Math.abs(value * DECIMALS - Math.round(value * DECIMALS)) < 1e-6;
  if (!isShort || value < 1 || value >= LARGE) return undefined;
  return queryWords(`${Math.round(value * DECIMALS) / DECIMALS}`)[0];
}

/**
 * The ways in which texts write a number: 1.5 bln also as 1,500 million, and in digits.
 *
 * @param word its indexed form
 * @param number its value
 * @param own the scale that it is typed with
 */
export function numberRows(word: string, number: number, own: Scale | undefined): Row[] {
  const value = number * (own?.value ?? 1);
  const scaled = SCALES.flatMap((scale): Row[] => {
    const digits = scale === own ? word : written(value / scale.value);
    // “60 thousand” is written for 60,000 where it is typed so; few texts have it.
    if (digits === undefined || (scale !== own && value < LARGE)) return [];
    const isWhole = !digits.includes(POINT);
    return [
      [spelt(digits), isWhole ? scale.words : [...new Set([...scale.words, scale.ending])]],
      ...(isWhole ? [[[`${digits}${scale.ending}`]]] : []),
    ];
  });
  if (!own) return [[spelt(word)], ...scaled];
  return Number.isSafeInteger(value) ? [[[`${value}`]], ...scaled] : scaled;
}

/** The decimals of fractions in which rates and prices are told: 7-1/2 is 7.5. */
const FRACTIONS = new Map([
  ['1/2', '5'],
  ['1/4', '25'],
  ['3/4', '75'],
  ['1/8', '125'],
  ['3/8', '375'],
  ['5/8', '625'],
  ['7/8', '875'],
]);

/** The ways in which texts write a number with a fraction; undefined where nobody counts in it. */
export function fractionRows(whole: string, part: string, of: string): Row[] | undefined {
  const decimals = FRACTIONS.get(`${part}/${of}`);
  return decimals === undefined
    ? undefined
    : [[[whole], [part], [of]], [queryWords(`${whole}.${decimals}`)]];
}
