import type { Figure } from '../../../figures/figure.ts';
import type { StatedCount } from '../../grammar.ts';
import { type Token, tokens } from '../../token.ts';
import {
  isDenied,
  isShared,
  objects,
  type Parts,
  type PlacedTrigger,
  subjects,
} from './argument.ts';
import { MAY_COUNT, namesPeople, SAID_OF_ALL, TRIGGERS_BY_WORD } from './lexicon.ts';
import { type Party, partiesIn } from './party.ts';
import { tollAt, tolls } from './toll.ts';

const FOLLOWS_WITHIN = 7;

function triggersOf(all: readonly Token[]): Map<number, PlacedTrigger> {
  const found = new Map<number, PlacedTrigger>();
  for (let at = 0; at < all.length; at++) {
    const trigger = TRIGGERS_BY_WORD.get(all[at]?.word ?? '')?.find(
      ({ words, followedBy, notBefore }) =>
        words.every((word, index) => all[at + index]?.word === word) &&
        !notBefore?.includes(all[at + words.length]?.word ?? '') &&
        (!followedBy ||
          all
            .slice(at + words.length, at + words.length + FOLLOWS_WITHIN)
            .some(({ word }) => followedBy.includes(word))),
    );
    if (!trigger) continue;
    const to = at + trigger.words.length;
    found.set(at, { ...trigger, to });
    at = to - 1;
  }
  return found;
}

/** The most characters that are read together. A longer text is not a real sentence, and is read in pieces. */
const LONGEST = 2000;
/** Characters at each inner edge of a piece whose counts are left to the next piece. Pieces overlap by twice this. */
const MARGIN = 200;

/** Every count of people killed, injured, missing, abducted, detained or displaced that an English sentence states. */
export function countsIn(sentence: string): StatedCount[] {
  if (sentence.length <= LONGEST) return countsInPiece(sentence);
  const counts: StatedCount[] = [];
  for (let at = 0; at < sentence.length; at += LONGEST - 2 * MARGIN) {
    const isLast = at + LONGEST >= sentence.length;
    for (const count of countsInPiece(sentence.slice(at, at + LONGEST))) {
      // A count at the edge of a piece belongs to the other piece, which has the words around it.
      const isOwn =
        (at === 0 || count.start >= MARGIN) && (isLast || count.start < LONGEST - MARGIN);
      if (isOwn) counts.push({ ...count, start: count.start + at, end: count.end + at });
    }
    if (isLast) break;
  }
  return counts;
}

function countsInPiece(sentence: string): StatedCount[] {
  // Most sentences of most news count nobody.
  if (!MAY_COUNT.test(sentence)) return [];
  const all = tokens(sentence);
  const triggers = triggersOf(all);
  const parts: Parts = { all, triggers, parties: partiesIn(all, triggers) };
  const count = (
    measure: Figure['measure'],
    party: Party,
    from: number,
    to: number,
  ): StatedCount => {
    const { from: first, close, isOfThem: _, ...bounds } = party;
    const start = all[Math.min(first, from)]?.start ?? 0;
    const end = all[Math.max(close, to) - 1]?.end ?? sentence.length;
    return { measure, ...bounds, start, end };
  };
  const ofTriggers = [...triggers]
    .filter(
      ([at]) =>
        !isDenied(parts, at) &&
        !isShared(parts, at) &&
        !tollAt(all, at - 2) &&
        !tollAt(all, at - 3),
    )
    .flatMap(([at, trigger]) =>
      [...objects(parts, at, trigger), ...subjects(parts, at, trigger)]
        .filter(({ group }) => !SAID_OF_ALL.has(trigger.words[0] ?? '') || namesPeople(group))
        .map((party) => count(trigger.measure, party, at, trigger.to)),
    );
  const ofTolls = tolls(all, parts.parties).map(({ measure, party, from }) =>
    count(measure, party, from, party.close),
  );
  return distinct([...ofTriggers, ...ofTolls]);
}

const ANYBODY = /^(?:people|persons?|others|men|lives|bodies|victims|)$/;
const headOf = ({ group }: Pick<StatedCount, 'group'>) =>
  group.split(' ').at(-1)?.toLowerCase() ?? '';

/** Whether two counts say the same number of the same people: “three workers hurt” is not “three policemen hurt”. */
export function isSameCount(a: StatedCount, b: StatedCount): boolean {
  const [head, other] = [headOf(a), headOf(b)];
  return (
    a.measure === b.measure &&
    a.qualifier === b.qualifier &&
    a.low === b.low &&
    a.best === b.best &&
    a.high === b.high &&
    (head === other || (a.qualifier !== 'vague' && (ANYBODY.test(head) || ANYBODY.test(other))))
  );
}

/** Removes repeats: if two words of a sentence state the same count (“shot dead”), only the first is kept. */
function distinct(counts: readonly StatedCount[]): StatedCount[] {
  const kept: StatedCount[] = [];
  for (const count of counts) {
    const isSame = (other: StatedCount) =>
      isSameCount(other, count) && other.start < count.end && count.start < other.end;
    if (!kept.some(isSame)) kept.push(count);
  }
  return kept.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
