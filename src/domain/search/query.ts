import { foldWithOrigin } from '../language/fold.ts';
import { type IndexedWord, indexedWords } from './indexed-text.ts';
import type { NamedRecord } from './layout.ts';
import type { Naming } from './naming.ts';

/** A part of a query: a name that the archive knows, a word, or a phrase. */
export type Part = {
  words: string[];
  /** The words as the reader wrote them. */
  written: string;
  /** True after a minus: what is found must not have it. */
  excluded: boolean;
} & ({ type: 'name'; records: NamedRecord[] } | { type: 'word' | 'phrase' });

/** The parts of a query. */
export interface Query {
  parts: Part[];
  /** Parts without a letter or digit. They cannot be searched for. */
  ignored: string[];
}

const SEGMENT =
  /(?<minus>(?<![^\s])[-−–](?=["“”„«\p{L}\p{N}]))?(?:["“”„«»](?<quoted>[^"“”„«»]+)["“”„«»]|(?<plain>[^\s"“”„«»]+|["“”„«»]))/gu;
// Counted in words, or in characters for Chinese and Japanese.
const LONGEST_NAME = 24;

/**
 * Splits a query into names, words and phrases. A run of words that spells a name becomes that name; the longest run is
 * tried first. Words in quotation marks are a phrase, and so are words with only a sign between them: “2:30”. A minus
 * before a word, a one-word name or a quotation excludes it.
 */
export function queryParts(q: string, named: Naming): Query {
  const parts: Part[] = [];
  const ignored: string[] = [];
  let run = '';
  const flush = () => {
    parts.push(...namesAndWords(run, named, false));
    run = '';
  };
  for (const { 0: whole, groups = {} } of q.matchAll(SEGMENT)) {
    const { minus, quoted, plain = '' } = groups;
    const excluded = minus !== undefined;
    const written = quoted ?? plain;
    const words = wordsOf(indexedWords(foldWithOrigin(written).text));
    if (words.length === 0) {
      ignored.push(whole);
    } else if (quoted !== undefined) {
      flush();
      parts.push({ type: 'phrase', words, written: written.trim(), excluded });
    } else if (excluded) {
      flush();
      parts.push(...namesAndWords(written, named, true));
    } else run += ` ${written}`;
  }
  flush();
  return { parts: differing(parts), ignored: [...new Set(ignored)] };
}

/** The words of a query that may belong to names. */
export const wordsOfQuery = (q: string): string[] => wordsOf(indexedWords(foldWithOrigin(q).text));

const wordsOf = (words: readonly IndexedWord[]) => words.map(({ word }) => word);

function namesAndWords(text: string, named: Naming, excluded: boolean): Part[] {
  const { text: folded, origin } = foldWithOrigin(text);
  const words = indexedWords(folded);
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    const name = nameAt(words, at, named);
    let end = at + (name?.length ?? 1);
    if (!name) while (words[end]?.joined && !nameAt(words, end, named)) end++;
    const run = words.slice(at, end);
    const written = text.slice(origin(run[0]?.start ?? 0), origin(run.at(-1)?.end ?? 0)).trim();
    const part = { words: wordsOf(run), written, excluded };
    if (name) parts.push({ type: 'name', ...part, records: name.records });
    else parts.push({ type: run.length > 1 ? 'phrase' : 'word', ...part });
    at = end;
  }
  return parts;
}

/** A number, or a letter of a script that writes words with several. */
const LOOSE = /^(?:\p{Nd}+|\p{Lu}|\p{Ll})$/u;

/**
 * True for words that are joined to others and too little to be a name there: the 1 of “1.5” is no surname, nor is the X
 * of “X-ray”.
 */
function isPiece(words: readonly IndexedWord[], at: number, end: number): boolean {
  const isJoined = words[at]?.joined === true || words[end]?.joined === true;
  return isJoined && words.slice(at, end).every(({ word }) => LOOSE.test(word));
}

function nameAt(words: readonly IndexedWord[], at: number, named: Naming) {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
    if (isPiece(words, at, at + length)) continue;
    const records = named(wordsOf(words.slice(at, at + length)));
    if (records.length > 0) return { length, records };
  }
  return undefined;
}

/** Parts that ask for different things: one that is said twice asks for nothing more. */
const differing = (parts: readonly Part[]): Part[] =>
  [
    ...new Map(
      parts
        .toReversed()
        .map((part) => [`${part.excluded} ${part.type} ${part.words.join(' ')}`, part]),
    ).values(),
  ].toReversed();

/** Writes parts as a query that gives the same parts when it is read. */
export const queryOf = (parts: readonly Part[]): string =>
  parts
    .map(({ type, written, excluded }) => {
      const isQuoted = type === 'phrase' || (excluded && /\s/u.test(written));
      return `${excluded ? '-' : ''}${isQuoted ? `"${written}"` : written}`;
    })
    .join(' ');
