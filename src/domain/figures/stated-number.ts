import { numberAt, plainDigits } from '../language/en/number.ts';
import { quantities } from '../language/en/quantity.ts';
import { tokens } from '../language/token.ts';

// Digits of any script with whatever sets thousands or decimals apart: 2,700, 2.700, 2 700, 2’700, ٢٬٧٠٠.
const DIGITS = /\p{Nd}+(?:[.,'’٬٫\s\u00a0\u2009\u202f]\p{Nd}+)*/gu;
const MARK = /[.,'’٬٫\s]/u;
// Groups of three; or, as in India, of two before the last three.
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
const FEW: Record<number, RegExp> = {
  0: /\b(?:no|none|nobody|no-one|nil)\b/i,
  1: /\b(?:an?|another|one|single|lone|himself|herself)\b/i,
  2: /\b(?:both|couple|pair|twins)\b/i,
};

const isEnglish = (lang: string) => /^en\b/i.test(lang);

/**
 * True where words name a number: in digits of any script, in English words, or in digits with a word for thousands and
 * the like. Words of other languages without a digit are taken on trust: nothing here can read them.
 */
export function namesNumber(text: string, value: number, lang: string): boolean {
  const numbers = numbersIn(text);
  if (numbers.includes(value)) return true;
  if (!isEnglish(lang))
    return (
      numbers.length === 0 ||
      numbers.some((one) => POWERS.some((power) => Math.round(one * power) === value))
    );
  const all = tokens(text);
  return FEW[value]?.test(text) || all.some((_, at) => numberAt(all, at)?.value === value);
}

/** How English words qualify a number: “at least twelve” is atLeast. Nothing where they do not name it, or none can read them. */
export function qualifiersOf(text: string, value: number, lang: string) {
  if (!isEnglish(lang)) return [];
  return quantities(tokens(text))
    .filter(({ low, best, high }) => [low, best, high].includes(value))
    .map(({ qualifier }) => qualifier);
}

const VAGUE =
  /\b(?:dozens?|scores?|tens|hundreds|thousands|millions|many|several|some|few|handful|number|numerous|countless|most|majority|various|multiple|lots|crowds?|masses)\b/i;

/** True where words put a number vaguely: “dozens”, “several”. Words of other languages are taken on trust. */
export const isVague = (text: string, lang: string): boolean =>
  !isEnglish(lang) || VAGUE.test(text);
