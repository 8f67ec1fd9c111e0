import type { Figure } from './figure.ts';
import type { Token } from './token.ts';

/**
 * Numbers of people as English text words them: “more than 2,700”, “at least another 20”, “twenty-five”, “dozens”,
 * “between 10 and 20”. A wording sets bounds and nothing more: “more than 2,700” is a low of 2,700, never 2,701.
 */
export interface Quantity extends Pick<Figure, 'low' | 'best' | 'high' | 'qualifier'> {
  /** Index of its first token, the wording before the number included. */
  from: number;
  /** Index one past its last token. */
  to: number;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Record<string, number> = {
  dozen: 12,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  mln: 1_000_000,
  billion: 1_000_000_000,
  bln: 1_000_000_000,
};
const VAGUE = new Set(['dozens', 'scores', 'hundreds', 'thousands', 'millions', 'many', 'several']);
const VAGUE_PHRASES = [
  'tens of thousands',
  'hundreds of thousands',
  'a number',
  'a handful',
  'a few',
];

type Wording = Exclude<Figure['qualifier'], 'exact' | 'range' | 'vague'>;

// biome-ignore format: a table reads better than a column
const WORDINGS: [Wording, string[]][] = [
  ['atLeast', ['at least', 'least', 'at the very least', 'no fewer than', 'no less than', 'not fewer than', 'not less than', 'a minimum of', 'as few as']],
  ['moreThan', ['more than', 'well over', 'over', 'in excess of', 'upwards of', 'upward of', 'above', 'exceeding', 'just over']],
  ['nearly', ['nearly', 'almost', 'close to', 'just under', 'fewer than', 'less than', 'under', 'not quite', 'approaching']],
  ['upTo', ['up to', 'as many as', 'as much as', 'as high as', 'at most', 'no more than', 'not more than', 'a maximum of']],
  ['about', ['about', 'around', 'some', 'roughly', 'approximately', 'an estimated', 'estimated', 'circa', 'perhaps', 'probably', 'in the region of']],
];
const PREFIXES = WORDINGS.flatMap(([wording, phrases]) =>
  phrases.map((phrase) => ({ wording, words: phrase.split(' ') })),
).toSorted((a, b) => b.words.length - a.words.length);
const SUFFIXES: [Wording, string[]][] = [
  ['atLeast', ['or', 'more']],
  ['about', ['or', 'so']],
];
// “At least another 20”: the words say that there were others before, not how many these are.
const FILLERS = [
  'a further',
  'an additional',
  'a total of',
  'another',
  'further',
  'additional',
  'the other',
  'other',
].map((phrase) => phrase.split(' '));

const matches = (tokens: readonly Token[], at: number, words: readonly string[]) =>
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

/** Decimal digits of any script as 0 to 9, thousands marks of Arabic as commas. */
function plainDigits(text: string): string {
  if (!/^\p{Nd}/u.test(text)) return '';
  return text.replace(/[٬’']/gu, ',').replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // The digits of a script follow one another, zero first.
    for (let zero = code; zero > code - 10; zero--)
      if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
    return digit;
  });
}

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
  const scale = SCALES[tokens[to]?.word ?? ''];
  return part !== undefined && scale ? { value: part * scale, to: to + 1 } : undefined;
}

// “1.2m” and “60k” are written together; “60 m” is a length.
const JOINED: Record<string, number> = { k: 1000, m: 1_000_000, mn: 1_000_000, bn: 1_000_000_000 };

function joinedScale(tokens: readonly Token[], at: number): number | undefined {
  const [number, sign] = [tokens[at], tokens[at + 1]];
  return number && sign?.start === number.end ? JOINED[sign.word] : undefined;
}

/** The number at a token, of digits or of words, and the index after it. */
export function numberAt(
  tokens: readonly Token[],
  at: number,
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
  else if (DECIMAL.test(digits) && SCALES[tokens[to]?.word ?? '']) value = Number(digits);
  else if (fractionAt(tokens, at)) return fractionAt(tokens, at);
  else if ((first.word === 'a' || first.word === 'an') && SCALES[tokens[to]?.word ?? '']) value = 1;
  else {
    const unit = cardinal(first.word);
    if (unit === undefined) return undefined;
    value = unit;
  }
  for (let scale = SCALES[tokens[to]?.word ?? '']; scale; scale = SCALES[tokens[to]?.word ?? '']) {
    value *= scale;
    to++;
  }
  // “Two hundred and fifty”, “three thousand five hundred”: a smaller number goes on.
  const next = tokens[to]?.word === 'and' ? to + 1 : to;
  if (value >= 100 && value % 100 === 0 && !/^\p{N}/u.test(first.text)) {
    const rest = numberAt(tokens, next);
    if (rest && rest.value > 0 && rest.value < (value % 1000 === 0 ? 1000 : 100))
      return { value: value + rest.value, to: rest.to };
  }
  return { value: Math.round(value), to };
}

function rangeAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const between = tokens[at]?.word === 'between' || tokens[at]?.word === 'from';
  const low = numberAt(tokens, between ? at + 1 : at);
  if (!low) return undefined;
  const joint = tokens[low.to];
  const isJoint =
    tokens[at]?.word === 'between'
      ? joint?.word === 'and'
      : joint !== undefined && /^(?:to|or|[-–—])$/u.test(joint.word);
  const high = isJoint ? numberAt(tokens, low.to + 1) : undefined;
  if (!high || high.value <= low.value) return undefined;
  return { from: at, to: high.to, low: low.value, high: high.value, qualifier: 'range' };
}

function bounds(value: number, wording: Wording | undefined): Omit<Quantity, 'from' | 'to'> {
  switch (wording) {
    case undefined:
      return { low: value, best: value, high: value, qualifier: 'exact' };
    case 'atLeast':
    case 'moreThan':
      return { low: value, qualifier: wording };
    case 'about':
      return { best: value, qualifier: wording };
    default:
      return { high: value, qualifier: wording };
  }
}

function vagueAt(tokens: readonly Token[], at: number): number | undefined {
  const phrase = VAGUE_PHRASES.map((words) => words.split(' ')).find((words) =>
    matches(tokens, at, words),
  );
  const end = phrase ? at + phrase.length : VAGUE.has(tokens[at]?.word ?? '') ? at + 1 : undefined;
  return end === undefined ? undefined : tokens[end]?.word === 'of' ? end + 1 : end;
}

function quantityAt(tokens: readonly Token[], from: number): Quantity | undefined {
  let at = from;
  let wording: Wording | undefined;
  for (;;) {
    const prefix = PREFIXES.find(({ words }) => matches(tokens, at, words));
    const filler = prefix ? undefined : FILLERS.find((words) => matches(tokens, at, words));
    if (!prefix && !filler) break;
    wording ??= prefix?.wording;
    at += (prefix?.words ?? filler ?? []).length;
  }
  const vague = vagueAt(tokens, at);
  if (vague !== undefined) return { from, to: vague, qualifier: 'vague' };
  const range = rangeAt(tokens, at);
  if (range) return { ...range, from };
  const number = numberAt(tokens, at);
  // “Some were hurt”: here it is no wording of a number.
  if (!number && tokens[from]?.word === 'some') return { from, to: from + 1, qualifier: 'vague' };
  if (!number) return undefined;
  const suffix = SUFFIXES.find(([, words]) => matches(tokens, number.to, words));
  const to = number.to + (suffix?.[1].length ?? 0);
  return { from, to, ...bounds(number.value, wording ?? suffix?.[0]) };
}

/** Every quantity of a sentence, in order; none overlaps another. */
export function quantities(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const quantity = quantityAt(tokens, at);
    if (quantity) found.push(quantity);
    at = quantity?.to ?? at + 1;
  }
  return found;
}
