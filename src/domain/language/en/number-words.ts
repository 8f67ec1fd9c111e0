import type { Figure } from '../../figures/figure.ts';
import { tokens } from '../token.ts';
import { numberAt } from './number.ts';
import { quantities } from './quantity.ts';

const FEW: Record<number, RegExp> = {
  0: /\b(?:no|none|nobody|no-one|nil)\b/i,
  1: /\b(?:an?|another|one|single|lone|himself|herself)\b/i,
  2: /\b(?:both|couple|pair|twins)\b/i,
};

/** True where English words name a number: “twelve”, “another”, “nobody”. */
export function namesNumber(text: string, value: number): boolean {
  const all = tokens(text);
  return FEW[value]?.test(text) || all.some((_, at) => numberAt(all, at)?.value === value);
}

/** How English words qualify a number: “at least twelve” is atLeast. Empty if they do not name it. */
export const qualifiersOf = (text: string, value: number): Figure['qualifier'][] =>
  quantities(tokens(text))
    .filter(({ low, best, high }) => [low, best, high].includes(value))
    .map(({ qualifier }) => qualifier);

const VAGUE =
  /\b(?:dozens?|scores?|tens|hundreds|thousands|millions|many|several|some|few|handful|number|numerous|countless|most|majority|various|multiple|lots|crowds?|masses)\b/i;

/** True if English words give a number vaguely: “dozens”, “several”. */
export const isVague = (text: string): boolean => VAGUE.test(text);
