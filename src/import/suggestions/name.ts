import type { Kind } from '../../domain/authorities/authority.ts';
import { type Candidate, candidatesOf } from './name-candidate.ts';
import { kindOf } from './name-kind.ts';

/** A name that a text seems to hold. */
export interface FoundName {
  kind: Kind;
  name: string;
  /** Other words for the same in this text: “Mr Blinken” beside “Antony Blinken”. */
  aliases: string[];
}

const surname = (name: string) => name.split(' ').at(-1) ?? '';

/** The most different names of one text that are looked at, in the order in which they come; a book has fewer. */
const MOST_LOOKED_AT = 1000;

/** The names in an English text that its words and their surroundings give away. They are guesses, to be looked at. */
export function namesIn(paragraphs: readonly string[]): FoundName[] {
  const places = new Map<string, Candidate[]>();
  const titledWords = new Map<string, Set<string>>();
  for (const paragraph of paragraphs) {
    for (const candidate of candidatesOf(paragraph)) {
      const list = places.get(candidate.words);
      if (list) list.push(candidate);
      else if (places.size < MOST_LOOKED_AT) places.set(candidate.words, [candidate]);
      else continue;
      if (candidate.addressed)
        titledWords.set(
          candidate.words,
          (titledWords.get(candidate.words) ?? new Set()).add(candidate.addressed),
        );
    }
  }
  const found: FoundName[] = [];
  for (const [words, where] of places) {
    const kind = kindOf(words, where);
    if (kind) found.push({ kind, name: words, aliases: [] });
  }
  return joinBodies(joinSurnames(found, titledWords));
}

const OF_A_STATE =
  /^(?:US|U\.S\.|UK|U\.K\.|EU|British|American|Canadian|French|German|Australian) /u;

/** “State Department” is “US State Department” where the text has both. */
function joinBodies(found: readonly FoundName[]): FoundName[] {
  const short = (name: string) => name.replace(OF_A_STATE, '');
  const bodies = found.filter(({ kind }) => kind === 'organisations').map(({ name }) => name);
  const isWhole = (name: string) => bodies.some((other) => other !== name && short(other) === name);
  return found
    .filter(({ kind, name }) => kind !== 'organisations' || !isWhole(name))
    .map((one) =>
      one.kind === 'organisations' &&
      short(one.name) !== one.name &&
      bodies.includes(short(one.name))
        ? { ...one, aliases: [...one.aliases, short(one.name)] }
        : one,
    );
}

/** “Mr Blinken” is Antony Blinken where the text names one person of that surname. */
function joinSurnames(
  found: readonly FoundName[],
  titled: ReadonlyMap<string, ReadonlySet<string>>,
): FoundName[] {
  const people = found.filter(({ kind }) => kind === 'people');
  const whole = people.filter(({ name }) => name.includes(' '));
  return found.flatMap((one) => {
    const forms = [...(titled.get(one.name) ?? [])];
    if (one.kind !== 'people' || one.name.includes(' ')) {
      const short = [...(titled.get(surname(one.name)) ?? [])];
      const isOnly = whole.filter(({ name }) => surname(name) === surname(one.name)).length === 1;
      return [{ ...one, aliases: one.kind === 'people' && isOnly ? short : [] }];
    }
    if (whole.some(({ name }) => surname(name) === one.name)) return [];
    // A surname alone is filed under the words that the text has for the person.
    return [forms[0] ? { ...one, name: forms[0] } : one];
  });
}
