import type { Kind } from './authority.ts';
import { fold, foldWithOrigin } from './fold.ts';

/** A spelling to look for, and the record that it belongs to. */
export interface Spelling {
  kind: Kind;
  id: string;
  spelling: string;
}

/** A place in a text where one of the spellings stands. */
export interface Mention {
  /** The records that go by this spelling among those looked for; more than one where the words alone do not tell. */
  records: { kind: Kind; id: string }[];
  /** Index of the first character in the text, in UTF-16 units, as `slice` counts. */
  start: number;
  /** Index one past the last character. */
  end: number;
}

/** One mention of a record in an article. */
export interface RecordMention {
  kind: Kind;
  id: string;
  /** Id of the paragraph. */
  paragraph: string;
  /** Where in the paragraph's text, in UTF-16 units. */
  start: number;
  end: number;
}

interface Needle {
  folded: string;
  records: { kind: Kind; id: string }[];
  /** Upper-case throughout, as US or UNESCO: then the text must be too, or “us” would be the United States. */
  capitals: boolean;
  /** Begins with a capital, as most names do: then the text must too, or every “jordan” almond would be Jordan. */
  initial: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
// Particles that Arabic and Hebrew write together with the name that follows: wa-, fa-, bi-, li-, ka-, al-; ve-, be-…
const ATTACHED = /(?:^|[^\p{L}\p{N}\p{M}])(?:[وف]?[بلك]?(?:ال)?|ولل|لل|[ושכ]?[והבכלמש])$/u;
const RTL = /^[\u0590-\u08ff]/u;

/** The spellings made ready to be looked for, the longest first, so that “Port Ansel Harbour Board” is not a port. */
export function needles(spellings: readonly Spelling[]): Needle[] {
  const known = new Map<string, Needle>();
  for (const { kind, id, spelling } of spellings) {
    const folded = fold(spelling);
    if (folded === '') continue;
    const capitals = /\p{Lu}/u.test(spelling) && !/\p{Ll}/u.test(spelling);
    const initial = /^\p{Lu}/u.test(spelling);
    const key = `${folded} ${capitals} ${initial}`;
    const needle = known.get(key) ?? { folded, records: [], capitals, initial };
    if (!needle.records.some((record) => record.kind === kind && record.id === id)) {
      needle.records.push({ kind, id });
    }
    known.set(key, needle);
  }
  return [...known.values()].toSorted((a, b) => b.folded.length - a.folded.length);
}

function startsWord(text: string, at: number, needle: string): boolean {
  const before = text.slice(Math.max(0, at - 5), at);
  // Scripts without spaces (Chinese, Japanese, Thai) have no edges of words to ask for.
  if (before === '' || !WORD.test(before.at(-1) ?? '') || unspaced(needle)) return true;
  return RTL.test(needle) && ATTACHED.test(at <= 5 ? ` ${before}` : before);
}

function endsWord(text: string, end: number, needle: string): boolean {
  return end >= text.length || !WORD.test(text.charAt(end)) || unspaced(needle);
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const unspaced = (needle: string) => UNSPACED.test(needle);

function fitsCase(words: string, needle: Needle): boolean {
  if (needle.capitals) return !/\p{Ll}/u.test(words);
  return !needle.initial || !/^\p{Ll}/u.test(words);
}

const others = (records: Mention['records'], known: Mention['records']) =>
  records.filter(({ kind, id }) => !known.some((one) => one.kind === kind && one.id === id));

/**
 * Finds where the spellings stand in a text: whole words, folded, in order; where two overlap the longer one counts.
 * An attached particle or a possessive ending is not part of the mention.
 */
export function findMentions(text: string, looked: readonly Needle[]): Mention[] {
  const folded = foldWithOrigin(text);
  const found: Mention[] = [];
  for (const needle of looked) {
    let at = folded.text.indexOf(needle.folded);
    for (; at >= 0; at = folded.text.indexOf(needle.folded, at + 1)) {
      const end = at + needle.folded.length;
      if (!startsWord(folded.text, at, needle.folded)) continue;
      if (!endsWord(folded.text, end, needle.folded)) continue;
      const mention = {
        records: needle.records,
        start: folded.origin(at),
        end: folded.origin(end),
      };
      // Marks that folding dropped belong to the letter before them; a space or a dash does not.
      while (mention.end > mention.start && /[\s\p{Pd}]/u.test(text.charAt(mention.end - 1)))
        mention.end--;
      if (!fitsCase(text.slice(mention.start, mention.end), needle)) continue;
      if (found.some((other) => mention.start < other.end && other.start < mention.end)) {
        const same = found.find(
          (other) => other.start === mention.start && other.end === mention.end,
        );
        // Two records under one spelling, told apart only by its case: both are meant. One record may have both spellings.
        if (same) same.records = [...same.records, ...others(needle.records, same.records)];
        continue;
      }
      found.push(mention);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
