import type { Token } from '../../token.ts';
import { AUXILIARIES, MODALS, type Trigger } from './lexicon.ts';
import type { Party } from './party.ts';

/** The parts of a sentence: its tokens, the words that say what happened (by index), and the people it counts. */
export interface Parts {
  all: readonly Token[];
  triggers: ReadonlyMap<number, PlacedTrigger>;
  parties: readonly Party[];
}

/** A trigger with the index one past its last token. */
export type PlacedTrigger = Trigger & { to: number };

const FURTHEST = 14;
const BE = /^(?:is|are|was|were|be|been|being|get|got|getting)$/;
const HAVE = /^(?:is|are|was|were|have|had|has|been|still)$/;

const wordAt = ({ all }: Parts, at: number): string => all[at]?.word ?? '';

/** Where the auxiliaries before a verb begin. In “were knifed and shot” they are before the first of the two verbs. */
function verbStart(parts: Parts, at: number): number {
  const isOfParty = (index: number) =>
    parts.parties.some(({ from, close }) => from <= index && index < close);
  let start = at;
  while (start > 0 && AUXILIARIES.has(wordAt(parts, start - 1)) && !isOfParty(start - 1)) start--;
  const isJoined =
    start === at &&
    wordAt(parts, at - 1) === 'and' &&
    /(?:ed|en)$/.test(wordAt(parts, at - 2)) &&
    BE.test(wordAt(parts, at - 3)) &&
    !parts.triggers.has(at - 2);
  return isJoined ? verbStart(parts, at - 2) : start;
}

function isPassive(parts: Parts, at: number): boolean {
  for (let before = verbStart(parts, at); before < at; before++)
    if (BE.test(wordAt(parts, before))) return true;
  return false;
}

/** Whether what happened is only possible, planned or denied: “could kill”, “to arrest”, “was not hurt”. */
export function isDenied(parts: Parts, at: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - 4; before--) {
    const word = wordAt(parts, before);
    // “Feared to have died” and “caused 40 persons to disappear” are reports. “To die” is not.
    if (word === 'to' && before < at - 1) return false;
    if (word === 'to' && causes(parts, before)) return false;
    if (MODALS.has(word)) return true;
    if (!AUXILIARIES.has(word)) return false;
  }
  return false;
}

const causes = (parts: Parts, to: number) =>
  parts.parties.some(
    ({ from, close }) =>
      close === to && /^(?:caus|forc|lea)(?:e|ed|ing|es|d|ds)$/.test(wordAt(parts, from - 1)),
  );

/** Whether the count is of two measures at once: “3,000 men killed or wounded” gives a number for neither. */
export function isShared(parts: Parts, at: number): boolean {
  const { triggers } = parts;
  const { measure, to = at } = triggers.get(at) ?? {};
  const isOther = (index: number) =>
    triggers.has(index) && triggers.get(index)?.measure !== measure;
  const isJoint = (index: number) => /^(?:or|and)$/.test(wordAt(parts, index));
  // “Killed, wounded or captured”, “died or were missing”.
  let next = to;
  while (/^(?:,|or|and|is|are|was|were)$/.test(wordAt(parts, next))) next++;
  if (wordAt(parts, to) === ',' ? inList(parts, to + 1, isOther) : isJoint(to) && isOther(next))
    return true;
  return (
    (isJoint(at - 1) || wordAt(parts, at - 1) === ',') &&
    [...triggers].some(([start, other]) => other.to === at - 1 && isOther(start))
  );
}

/** Whether the word after a comma is the next verb in a list: “killed, wounded or captured”. */
function inList(parts: Parts, at: number, isOther: (index: number) => boolean): boolean {
  const to = parts.triggers.get(at)?.to ?? at;
  return isOther(at) && /^(?:or|and|,)$/.test(wordAt(parts, to)) && parts.triggers.has(to + 1);
}

/** Whether the words before `at` have a verb of their own after them: “… and 30 were hurt”. */
const hasOwnVerb = (parts: Parts, at: number) =>
  parts.triggers.has(at) || HAVE.test(wordAt(parts, at));

/** The people counted to the right of a trigger: “killed two soldiers and three civilians”, “the loss of 30 lives”. */
export function objects(parts: Parts, at: number, { takes, to }: PlacedTrigger): Party[] {
  if (takes === 'suffers' || takes === 'is') return [];
  if (takes === 'acts' && isPassive(parts, at)) return [];
  const partyAt = (index: number) => parts.parties.find(({ from }) => from === index);
  let next = to;
  while (/^(?:the|all|also|and|only|both)$/.test(wordAt(parts, next)) && next < to + 3) next++;
  const found: Party[] = [];
  for (let party = partyAt(next); party; party = partyAt(next)) {
    const isNext =
      found.length > 0
        ? hasOwnVerb(parts, party.close) || party.isOfThem
        : takes === 'acts' && parts.triggers.has(party.close);
    if (isNext) break;
    found.push(party);
    next = party.close;
    while (/^(?:,|and|or|as|well|including|among|them)$/.test(wordAt(parts, next))) next++;
    if (next === party.close) break;
  }
  return found;
}

const LINK = /^,?(?: ?and| ?including| ?among them| ?as well as)?(?: the)?$/;

/**
 * The people counted to the left of a trigger: “20 people were killed”, “at least another 20 dead”, “six people,
 * including four policemen”.
 */
export function subjects(parts: Parts, at: number, { takes }: PlacedTrigger): Party[] {
  if (takes === 'of') return [];
  const before = wordAt(parts, at - 1) === 'to' ? at - 1 : verbStart(parts, at);
  const adjoins = takes === 'acts' && !isPassive(parts, at);
  const found: Party[] = [];
  for (const party of parts.parties.toReversed()) {
    const [last] = found.slice(-1);
    if (party.close > (last?.from ?? before)) continue;
    if (last) {
      const link = parts.all
        .slice(party.close, last.from)
        .map(({ word }) => word)
        .join(' ')
        .replace(' ,', ',');
      if (link === '' || !LINK.test(link)) break;
    } else if (!leadsOn(parts, party.close, before, adjoins)) break;
    found.push(party);
  }
  return found;
}

const SAYS_MORE = /^(?:in|of|from|at|aboard|on|near|inside|outside|among|with|including|,)$/;
const RELATIVE = /^(?:who|which|that)$/;
const BREAKS = /^(?:said|says|but|when|while|after|;|:)$/;

/** Whether the words between a party and its verb only say more about the party. */
function leadsOn(parts: Parts, from: number, to: number, adjoins: boolean): boolean {
  if (from === to) return true;
  // Without “were”, only words that adjoin: “220 men killed”.
  if (adjoins || to - from > FURTHEST) return false;
  const words = parts.all.slice(from, to).map(({ word }) => word);
  const [first = ''] = words;
  for (let at = from; at < to; at++) if (parts.triggers.has(at)) return false;
  // “50 children a year”, “passengers and crew”.
  if (words.length === 2 && /^(?:a|each|every|per|and)$/.test(first)) return true;
  if (words.some((word) => BREAKS.test(word))) return false;
  if (RELATIVE.test(first)) return !words.includes('and');
  return (
    (SAYS_MORE.test(first) || /(?:ed|ing)$/.test(first)) && !words.some((word) => HAVE.test(word))
  );
}
