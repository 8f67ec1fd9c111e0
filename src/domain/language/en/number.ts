import { plainDigits } from '../digits.ts';
import type { Token } from '../token.ts';

/** Numbers as English writes them: “2,700”, “twenty-five”, “three hundred and twelve”, “1.2m”, “half a million”. */

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = new Map<string, number>(
  Object.entries({
    dozen: 12,
    hundred: 100,
    thousand: 1000,
    million: 1_000_000,
    mln: 1_000_000,
    billion: 1_000_000_000,
    bln: 1_000_000_000,
  }),
);
/** Whether these words are found at a token. */
export const matches = (tokens: readonly Token[], at: number, words: readonly string[]) =>
  words.every((word, index) => tokens[at + index]?.word === word);

function cardinal(word: string): number | undefined {
  const [first = '', second] = word.split('-');
  const tens = TENS.indexOf(first);
  if (second !== undefined) {
    const unit = UNITS.indexOf(second);
    return tens >= 0 && unit > 0 && unit < 10 ? (tens + 2) * 10 + unit : undefined;
  }
  if (tens >= 0) return (tens + 2) * 10;
  const unit = UNITS.indexOf(first);
  return unit >= 0 ? unit : undefined;
}

const DIGITS = /^\d+$|^\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+$/u;
const DECIMAL = /^\d{1,3}\.\d+$/u;

// “Half a million”, “a quarter of a million”.
const FRACTIONS: [number, string[]][] = [
  [0.5, ['half', 'a']],
  [0.25, ['a', 'quarter', 'of', 'a']],
  [0.75, ['three', 'quarters', 'of', 'a']],
  [0.75, ['three-quarters', 'of', 'a']],
];

function fractionAt(
  tokens: readonly Token[],
  at: number,
): { value: number; to: number } | undefined {
  const [part, words] = FRACTIONS.find(([, words]) => matches(tokens, at, words)) ?? [];
  const to = at + (words?.length ?? 0);
  const scale = SCALES.get(tokens[to]?.word ?? '');
  return part !== undefined && scale ? { value: part * scale, to: to + 1 } : undefined;
}

// “1.2m” and “60k” are written together; “60 m” is a length.
const JOINED = new Map<string, number>(
  Object.entries({ k: 1000, m: 1_000_000, mn: 1_000_000, bn: 1_000_000_000 }),
);

function joinedScale(tokens: readonly Token[], at: number): number | undefined {
  const [number, sign] = [tokens[at], tokens[at + 1]];
  return number && sign?.start === number.end ? JOINED.get(sign.word) : undefined;
}

/** The number at a token, in digits or words, and the index after it. Undefined if it is `limit` or more. */
export function numberAt(
  tokens: readonly Token[],
  at: number,
  limit = Number.POSITIVE_INFINITY,
): { value: number; to: number } | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  const digits = plainDigits(first.text);
  let to = at + 1;
  let value: number;
  const joined = joinedScale(tokens, at);
  if (joined && (DIGITS.test(digits) || DECIMAL.test(digits)))
    return { value: Math.round(Number(digits.replaceAll(',', '')) * joined), to: at + 2 };
  if (DIGITS.test(digits)) value = Number(digits.replace(/\D/gu, ''));
  else if (DECIMAL.test(digits) && SCALES.get(tokens[to]?.word ?? '')) value = Number(digits);
  else if (fractionAt(tokens, at)) return fractionAt(tokens, at);
  else if ((first.word === 'a' || first.word === 'an') && SCALES.get(tokens[to]?.word ?? ''))
    value = 1;
  else {
    const unit = cardinal(first.word);
    if (unit === undefined) return undefined;
    value = unit;
  }
  for (
    let scale = SCALES.get(tokens[to]?.word ?? '');
    scale;
    scale = SCALES.get(tokens[to]?.word ?? '')
  ) {
    value *= scale;
    to++;
  }
  if (value >= limit) return undefined;
  // “Two hundred and fifty”, “three thousand five hundred”: a smaller number continues it.
  const next = tokens[to]?.word === 'and' ? to + 1 : to;
  if (value >= 100 && value % 100 === 0 && !/^\p{N}/u.test(first.text)) {
    const rest = numberAt(tokens, next, value % 1000 === 0 ? 1000 : 100);
    if (rest && rest.value > 0) return { value: value + rest.value, to: rest.to };
  }
  return { value: Math.round(value), to };
}
