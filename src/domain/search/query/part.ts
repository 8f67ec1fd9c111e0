import type { NamedRecord } from '../layout.ts';

/** Words next to each other, for each of them those that may stand in its place. */
export type Row = readonly (readonly string[])[];

interface Asked {
  words: string[];
  /** The words as the reader wrote them. */
  written: string;
  /** True after a minus: what is found must not have it. */
  excluded: boolean;
  /** True after `title:`: the headline must have it. Left out elsewhere. */
  inTitle?: true;
}

/**
 * A part of a query: a name that the archive knows, a word, a phrase, an amount in all the ways in which texts write it, a
 * date, or several groups of parts of which one is enough.
 */
export type Part = Asked &
  (
    | { type: 'name'; records: NamedRecord[] }
    | { type: 'word' | 'phrase' }
    | { type: 'amount'; rows: Row[] }
    | { type: 'date'; from: string; to: string }
    | { type: 'any'; groups: Part[][] }
  );

export type DatePart = Extract<Part, { type: 'date' }>;

/** The rows of words of which one is enough for a part. None for a date, nor for groups. */
export function rowsOfPart(part: Part): readonly Row[] {
  if (part.type === 'date' || part.type === 'any') return [];
  return part.type === 'amount' ? part.rows : [part.words.map((word) => [word])];
}

/** The parts in a part: those of its groups, or itself. */
export const withinPart = (part: Part): Part[] =>
  part.type === 'any' ? part.groups.flat().flatMap(withinPart) : [part];

/** Parts as a query that gives the same parts when it is read. */
export const queryOf = (parts: readonly Part[]): string => parts.map(partOf).join(' ');

function partOf(part: Part): string {
  const { type, written, excluded, inTitle } = part;
  const before = `${excluded ? '-' : ''}${inTitle ? 'title:' : ''}`;
  if (type === 'any') return before === '' ? written : `${before}(${written})`;
  // Out of its place a number might be read as a year.
  const isNumber = type === 'word' && /^\p{Nd}{4}$/u.test(written);
  const isQuoted = type === 'phrase' || isNumber || (before !== '' && /\s/u.test(written));
  return before + (isQuoted ? `"${written}"` : written);
}

/** Groups of parts of which one is enough, as one part. */
export function eitherOf(all: readonly Part[][]): Part {
  // What is said twice is no third way.
  const groups = [...new Map(all.map((parts) => [queryOf(parts), parts])).values()];
  const written = groups
    .map((parts) => (parts.length > 1 ? `(${queryOf(parts)})` : queryOf(parts)))
    .join(' OR ');
  return { type: 'any', words: [], written, excluded: false, groups };
}

/** Parts as one that excludes all that has them. */
export function excluding(parts: readonly Part[]): Part[] {
  const [only] = parts;
  if (parts.length === 1 && only) return [{ ...only, excluded: !only.excluded }];
  return [
    { type: 'any', words: [], written: queryOf(parts), excluded: true, groups: [[...parts]] },
  ];
}

/** A part that the headline must have. */
export const entitled = (part: Part): Part =>
  part.type === 'any'
    ? { ...part, inTitle: true, groups: part.groups.map((parts) => parts.map(entitled)) }
    : { ...part, inTitle: true };
