import { queryWords } from './indexed-text.ts';

/** A part of a query: a name that the archive knows, a word, or a phrase in quotation marks. */
export type Part =
  | { type: 'name'; words: string[]; records: number[] }
  | { type: 'word'; words: [string] }
  | { type: 'phrase'; words: string[] };

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;
const LONGEST_NAME = 8;

/**
 * Parts a query into names, words and phrases. A run of words that is a spelling of a name is the name, the longest run
 * first; in quotation marks words are taken as they stand. `named` gives the records of a spelling.
 */
export function queryParts(q: string, named: (words: readonly string[]) => number[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of q.matchAll(QUOTED)) {
    parts.push(...namesAndWords(q.slice(at, match.index), named));
    const words = queryWords(match[1] ?? '');
    if (words.length > 0) parts.push({ type: 'phrase', words });
    at = match.index + match[0].length;
  }
  parts.push(...namesAndWords(q.slice(at), named));
  return parts;
}

function namesAndWords(text: string, named: (words: readonly string[]) => number[]): Part[] {
  const words = queryWords(text);
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    const name = nameAt(words, at, named);
    if (name) parts.push(name);
    else parts.push({ type: 'word', words: [words[at] ?? ''] });
    at += name ? name.words.length : 1;
  }
  return parts;
}

function nameAt(
  words: readonly string[],
  at: number,
  named: (words: readonly string[]) => number[],
) {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
    const run = words.slice(at, at + length);
    const records = named(run);
    if (records.length > 0) return { type: 'name' as const, words: run, records };
  }
  return undefined;
}
