import type { Figure } from '../../../figures/figure.ts';
import type { Token } from '../../token.ts';
import { type Quantity, quantities } from '../quantity.ts';
import { AUXILIARIES, isPerson, STOPS, singular, THINGS, UNITS } from './lexicon.ts';

/** A quantity with the words for the people it counts: “three black workers”. */
export interface Party extends Pick<Figure, 'low' | 'best' | 'high' | 'qualifier'> {
  /** Index of its first token. */
  from: number;
  /** Index one past the last token of the words for those counted. */
  close: number;
  /** Who is counted. Empty if only a number is given. */
  group: string;
  /** True for “many of them”: the people counted belong to a group named before. */
  isOfThem: boolean;
}

const MONTHS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/;
const BEFORE_A_YEAR =
  /^(?:in|of|since|by|until|from|during|before|after|the|and|early|late|mid|,|)$/;
const LONGEST_GROUP = 6;

const wordAt = (all: readonly Token[], at: number): string => all[at]?.word ?? '';
const textOf = (all: readonly Token[]) =>
  all
    .map(({ text }) => text)
    .join(' ')
    .replace(/ - /gu, '-');

/** A year, a day of a month, an age, an amount of money: numbers that count nobody. */
function countsNobody(all: readonly Token[], { from, to, best }: Quantity): boolean {
  const [before, after] = [wordAt(all, from - 1), wordAt(all, to)];
  const text = textOf(all.slice(from, to));
  if (before === 'no' && wordAt(all, from) === 'one') return true;
  if (/^[-/%:°$£€]$/.test(after) || /^[$£€¥/:#.-]$/.test(before)) return true;
  if (MONTHS.test(before) && best !== undefined && best <= 31) return true;
  if (MONTHS.test(after) && text === `${best}`) return true;
  if (/^(?:1[5-9]|20)\d\d$/.test(text) && BEFORE_A_YEAR.test(before)) return true;
  // “Peter Culver, 42, …” is an age.
  return before === ',' && after === ',' && /^\d{1,3}$/.test(text);
}

type Triggers = ReadonlyMap<number, unknown>;

const ALL_PEOPLE = /^(?:people|persons|others|men|women|children)$/;

/** Where the words for the people counted end: at a verb, a preposition or a stop word. */
function closeOf(all: readonly Token[], start: number, triggers: Triggers): number {
  let at = start;
  for (; at < all.length && at - start < LONGEST_GROUP; at++) {
    const word = wordAt(all, at);
    // In “the wounded soldiers”, “wounded” only describes them.
    const isTrigger =
      triggers.has(at) && !(word === 'wounded' && isPerson(wordAt(all, at + 1).replace(/s$/, '')));
    if (isTrigger || STOPS.has(word) || !/^\p{L}/u.test(word)) break;
    if (AUXILIARIES.has(word) && !/^(?:other|others|more)$/.test(word)) break;
    if (ALL_PEOPLE.test(wordAt(all, at - 1)) && at > start) break;
    // “A man identified as …”: what is said of him.
    if (at > start && /[a-z]ed$/.test(word) && isPerson(wordAt(all, at - 1))) break;
  }
  return at;
}

function partyOf(all: readonly Token[], quantity: Quantity, triggers: Triggers): Party | undefined {
  let start = quantity.to;
  const isPart = wordAt(all, start) === 'of';
  if (isPart) {
    // “One of two crewmen”, “two of the hostages”: the whole is named after the part.
    start++;
    while (/^(?:the|them|those|these|their|its|his|her|our)$/.test(wordAt(all, start))) start++;
    const [whole] = quantities(all.slice(start, start + 5));
    if (whole?.from === 0) start += whole.to;
    // “Nine of the wounded died.”
    if (triggers.has(start) && wordAt(all, start - 1) === 'the') start++;
  }
  const close = closeOf(all, start, triggers);
  const words = all.slice(start, close);
  const head = words.at(-1)?.word ?? '';
  if (words.some(({ word }) => UNITS.has(word)) || (THINGS.has(head) && !isPerson(singular(head))))
    return undefined;
  const group = textOf(words.filter(({ word }) => !/^(?:others?|more)$/.test(word)));
  const { from, to: _, ...bounds } = quantity;
  // “Many of” is a quantity as a whole, “three of” is not.
  const isOfThem = wordAt(all, quantity.to + (isPart ? 1 : 0)) === 'them';
  return { ...bounds, from, close, group, isOfThem };
}

const ONE = { low: 1, best: 1, high: 1, qualifier: 'exact' as const };

/** “A soldier”, “an unidentified man”, “another”: one person, if the words name a person. */
function singles(all: readonly Token[], triggers: Triggers): Party[] {
  return all.flatMap(({ word }, from) => {
    if (!/^(?:an?|another)$/.test(word)) return [];
    let start = from + 1;
    // “A 34-year-old woman” is three tokens more.
    if (/^year-old/.test(wordAt(all, start + 2))) start += 3;
    const close = closeOf(all, start, triggers);
    const head = wordAt(all, close - 1);
    // “Another was hurt.”
    const isAlone =
      word === 'another' && close === start && /^(?:is|was|were|has|had)$/.test(wordAt(all, close));
    if (!isAlone && (close === start || /'s?$/.test(head) || !isPerson(head))) return [];
    return [{ ...ONE, from, close, group: textOf(all.slice(from + 1, close)), isOfThem: false }];
  });
}

/** The people that a sentence counts, in the order of the sentence. */
export function partiesIn(all: readonly Token[], triggers: Triggers): Party[] {
  const counted = quantities(all)
    .filter((quantity) => !countsNobody(all, quantity))
    .flatMap((quantity) => partyOf(all, quantity, triggers) ?? []);
  return (
    [...counted, ...singles(all, triggers)]
      .toSorted((a, b) => a.from - b.from)
      // “Three of the five hostages”: “five” is not a separate count.
      .filter(
        ({ from }, _, every) => !every.some((other) => other.from < from && from < other.close),
      )
  );
}
