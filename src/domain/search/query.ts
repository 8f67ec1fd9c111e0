import { queryWords } from './indexed-text.ts';
import type { Naming } from './naming.ts';
import type { Calendar } from './query/dates/dates.ts';
import type { Part } from './query/part.ts';
import { QueryReader } from './query/reader.ts';
import { signsOf } from './query/signs.ts';
import { Words } from './query/words.ts';

/** The parts of a query. */
export interface Query {
  parts: Part[];
  /** Parts without a letter or digit. They cannot be searched for. */
  ignored: string[];
  /** Operators that other searches have and this one does not; they were left out, and the words with them stayed. */
  unknown: string[];
  /** True where an `OR` lacks what it stands between. */
  isOpenOr: boolean;
}

/** The words of a query that may belong to names; letters that stand alone also together: “j p” as “jp”. */
export function wordsOfQuery(q: string): string[] {
  const words = queryWords(q);
  const rows = words
    .map((word) => (word.length === 1 ? word : ' '))
    .join('')
    .split(' ');
  return [...words, ...rows.filter((row) => row.length > 1)];
}

/**
 * Reads a query: names, dates, amounts, words, and phrases in quotation marks, which all must be found. A run of words that
 * spells a name becomes that name; the longest run is tried first. `OR` or `|` stands between two of which one is enough,
 * brackets hold several together; a minus or `NOT` excludes what follows, and `title:` asks for it in the headline.
 *
 * @param calendar tells dates from words; without it there are none
 */
export function queryParts(q: string, named: Naming, calendar?: Calendar): Query {
  const reader = new QueryReader(signsOf(q), named, calendar);
  const read = reader.sequence().flat();
  const { ignored, unknown, isOpenOr } = reader;
  // A query of an operator alone asks for that word.
  const parts = read.length > 0 ? read : new Words(bare(q), { named, calendar }).parts;
  return { parts: differing(parts), ignored: [...new Set(ignored)], unknown, isOpenOr };
}

/** A query without what is no word of it. */
const bare = (q: string) => q.replace(/["“”„«»()|]/gu, ' ');

/** Parts that ask for different things: one that is said twice asks for nothing more. */
const differing = (parts: readonly Part[]): Part[] =>
  [
    ...new Map(parts.toReversed().map((part) => [`${part.type} ${keyOf(part)}`, part])).values(),
  ].toReversed();

const keyOf = (part: Part) =>
  `${part.excluded} ${part.inTitle} ${part.words.join(' ') || part.written}`;
