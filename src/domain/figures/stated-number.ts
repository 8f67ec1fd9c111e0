import { plainDigits } from '../language/digits.ts';
import { grammarOf } from '../language/grammars.ts';
import type { Figure } from './figure.ts';

// Digits of any script with any thousands or decimal separator: 2,700, 2.700, 2 700, 2’700, ٢٬٧٠٠.
const DIGITS = /\p{Nd}+(?:[.,'’٬٫\s\u00a0\u2009\u202f]\p{Nd}+)*/gu;
const MARK = /[.,'’٬٫\s]/u;
// Groups of three digits; or, as in India, of two before the last three.
const GROUPED = /^\d{1,3}(?:\D\d{3})+$|^\d{1,2}(?:\D\d{2})+\D\d{3}$/u;
const DECIMAL = /^\d+[.,٫]\d+$/u;

/** Every number that the digits of a text may mean: “2.700” is 2,700 in one language and 2.7 in another. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(DIGITS)].flatMap(([run]) => {
    const digits = run.replace(/\p{Nd}+/gu, (part) => plainDigits(part));
    const whole = [
      ...(GROUPED.test(digits) ? [Number(digits.replace(/\D/g, ''))] : []),
      ...(DECIMAL.test(digits) ? [Number(digits.replace(/\D/, '.'))] : []),
    ];
    return [...whole, ...digits.split(MARK).map(Number)];
  });
}

const POWERS = [2, 3, 4, 5, 6, 7, 8, 9].map((power) => 10 ** power);

/**
 * True where words name a number: in digits of any script, or in words of a language that the archive knows. In other
 * languages digits may be followed by a word for thousands or the like, and words without a digit are always accepted.
 */
export function namesNumber(text: string, value: number, lang: string): boolean {
  const numbers = numbersIn(text);
  if (numbers.includes(value)) return true;
  const grammar = grammarOf(lang);
  if (grammar) return grammar.namesNumber(text, value);
  return (
    numbers.length === 0 ||
    numbers.some((one) => POWERS.some((power) => Math.round(one * power) === value))
  );
}

/** How words qualify a number: “at least twelve” is atLeast. Empty where they do not name it, or in an unknown language. */
export const qualifiersOf = (text: string, value: number, lang: string): Figure['qualifier'][] =>
  grammarOf(lang)?.qualifiersOf(text, value) ?? [];

/** True where words state a number vaguely (“dozens”, “several”), and for all words in an unknown language. */
export const isVague = (text: string, lang: string): boolean =>
  grammarOf(lang)?.isVague(text) ?? true;
