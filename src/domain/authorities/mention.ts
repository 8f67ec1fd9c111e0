import { type Folded, fold, foldWithOrigin } from '../language/fold.ts';
import type { Kind } from './authority.ts';

/** A spelling to look for, and the record that it belongs to. */
export interface Spelling {
  kind: Kind;
  id: string;
  spelling: string;
}

/** A place in a text where a spelling was found. */
export interface Mention {
  /** The records that have this spelling; more than one where the words alone do not tell which is meant. */
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

/** A spelling prepared for matching. */
export interface Form {
  folded: string;
  /** All in capitals, such as US or UNESCO: then the text must be too, or “us” would be the United States. */
  capitals: boolean;
  /** Begins with a capital: then the text must too, or every “jordan almond” would be Jordan. */
  initial: boolean;
}

interface Needle extends Form {
  records: { kind: Kind; id: string }[];
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
const ARABIC = ['', 'و', 'ف'].flatMap((and) =>
  ['', 'ب', 'ل', 'ك'].flatMap((by) => ['', 'ال'].map((the) => and + by + the)),
);
const HEBREW = ['', 'ש', 'כ'].flatMap((that) => Array.from('והבכלמש', (by) => that + by));
/** Particles that Arabic and Hebrew write together with the name that follows: wa-, fa-, bi-, li-, ka-, al-; ve-, be-… */
const PARTICLES = [...ARABIC.filter(Boolean), 'ولل', 'لل', ...HEBREW];
const ATTACHED = new RegExp(`(?:^|[^\\p{L}\\p{N}\\p{M}])(?:${PARTICLES.join('|')})$`, 'u');
const RTL = /^[\u0590-\u08ff]/u;

/** Prepares a spelling for matching. */
export const formOf = (spelling: string): Form => ({
  folded: fold(spelling),
  capitals: /\p{Lu}/u.test(spelling) && !/\p{Ll}/u.test(spelling),
  initial: /^\p{Lu}/u.test(spelling),
});

/** Prepares spellings for matching, the longest first, so that “Port Ansel Harbour Board” is not taken for Port Ansel. */
export function needles(spellings: readonly Spelling[]): Needle[] {
  const known = new Map<string, Needle>();
  for (const { kind, id, spelling } of spellings) {
    const form = formOf(spelling);
    if (form.folded === '') continue;
    const key = `${form.folded} ${form.capitals} ${form.initial}`;
    const needle = known.get(key) ?? { ...form, records: [] };
    if (!needle.records.some((record) => record.kind === kind && record.id === id)) {
      needle.records.push({ kind, id });
    }
    known.set(key, needle);
  }
  return [...known.values()].toSorted((a, b) => b.folded.length - a.folded.length);
}

/** A folded Arabic or Hebrew word with each particle attached in front; empty for other scripts. */
export const withParticles = (word: string): string[] =>
  RTL.test(word) ? PARTICLES.map((particle) => particle + word) : [];

function startsWord(text: string, at: number, needle: string): boolean {
  const before = text.slice(Math.max(0, at - 5), at);
  // In scripts without spaces (Chinese, Japanese, Thai) the edges of words cannot be seen.
  if (before === '' || !WORD.test(before.at(-1) ?? '') || unspaced(needle)) return true;
  return RTL.test(needle) && ATTACHED.test(at <= 5 ? ` ${before}` : before);
}

function endsWord(text: string, end: number, needle: string): boolean {
  return end >= text.length || !WORD.test(text.charAt(end)) || unspaced(needle);
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** True for words of a script that is written without spaces between words. */
export const unspaced = (words: string): boolean => UNSPACED.test(words);

function fitsCase(words: string, needle: Form): boolean {
  if (needle.capitals) return !/\p{Ll}/u.test(words);
  return !needle.initial || !/^\p{Ll}/u.test(words);
}

const others = (records: Mention['records'], known: Mention['records']) =>
  records.filter(({ kind, id }) => !known.some((one) => one.kind === kind && one.id === id));

/**
 * Finds a spelling in a text, as whole words, in order. A particle or possessive ending that is attached to it is not
 * part of the place.
 */
export function* placesOf(
  form: Form,
  text: string,
  folded: Folded,
): Generator<{ start: number; end: number }> {
  let at = folded.text.indexOf(form.folded);
  for (; at >= 0; at = folded.text.indexOf(form.folded, at + 1)) {
    const last = at + form.folded.length;
    if (!startsWord(folded.text, at, form.folded)) continue;
    if (!endsWord(folded.text, last, form.folded)) continue;
    const start = folded.origin(at);
    let end = folded.origin(last);
    // The end may include characters that folding dropped: accents belong to the last letter, spaces and dashes do not.
    while (end > start && /[\s\p{Pd}]/u.test(text.charAt(end - 1))) end--;
    if (fitsCase(text.slice(start, end), form)) yield { start, end };
  }
}

/** Finds spellings in a text as whole words, in order. Where two overlap, only the longer one counts. */
export function findMentions(text: string, looked: readonly Needle[]): Mention[] {
  const folded = foldWithOrigin(text);
  const found = new Map<number, Mention>();
  const covered = new Set<number>();
  const isCovered = (start: number, end: number) => {
    for (let at = start; at < end; at++) if (covered.has(at)) return true;
    return false;
  };
  for (const needle of looked) {
    for (const { start, end } of placesOf(needle, text, folded)) {
      if (isCovered(start, end)) {
        const same = found.get(start);
        // Two spellings that differ only in case have the same place: then all their records are meant, each once.
        if (same?.end === end)
          same.records = [...same.records, ...others(needle.records, same.records)];
        continue;
      }
      for (let at = start; at < end; at++) covered.add(at);
      found.set(start, { records: needle.records, start, end });
    }
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}
