import type { Figure } from '../../figures/figure.ts';
import type { Token } from '../token.ts';
import { matches, numberAt } from './number.ts';

/**
 * Numbers of people as English text words them: “more than 2,700”, “at least another 20”, “twenty-five”, “dozens”,
 * “between 10 and 20”. A wording sets bounds and nothing more: “more than 2,700” is a low of 2,700, never 2,701.
 */
export interface Quantity extends Pick<Figure, 'low' | 'best' | 'high' | 'qualifier'> {
  /** Index of its first token, including the wording before the number. */
  from: number;
  /** Index one past its last token. */
  to: number;
}

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

/** The most wordings that are read before one number: “up to another” has two. */
const MOST_WORDINGS = 4;

function quantityAt(tokens: readonly Token[], from: number): Quantity | undefined {
  let at = from;
  let wording: Wording | undefined;
  for (let words = 0; words < MOST_WORDINGS; words++) {
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
  // “Some were hurt”: here “some” does not qualify a number.
  if (!number && tokens[from]?.word === 'some') return { from, to: from + 1, qualifier: 'vague' };
  if (!number) return undefined;
  const suffix = SUFFIXES.find(([, words]) => matches(tokens, number.to, words));
  const to = number.to + (suffix?.[1].length ?? 0);
  return { from, to, ...bounds(number.value, wording ?? suffix?.[0]) };
}

/** Every quantity in a sentence, in order. They do not overlap. */
export function quantities(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const quantity = quantityAt(tokens, at);
    if (quantity) found.push(quantity);
    at = quantity?.to ?? at + 1;
  }
  return found;
}
