import { UNKNOWN } from '../../domain/media/credit.ts';
import type { MediumFields } from '../writing/medium-fields.ts';
import { together } from './located.ts';

/** A word that a gap says and the record of its file does not. */
export interface JoinedWord {
  field: 'caption' | 'creditLine';
  /** What the record says then. */
  value: string;
  /** What it says now. */
  replaced: string | undefined;
}

const credited = (line: string | undefined) => (line === UNKNOWN ? undefined : line);

/** What the record of a file says once a gap is joined to it, of that in which it says less than the gap. */
export function joinedWords(
  { caption, creditLine }: MediumFields,
  gap: MediumFields,
): JoinedWord[] {
  const both = [
    { field: 'caption', replaced: caption, value: together(caption, gap.caption, ' ') },
    {
      field: 'creditLine',
      replaced: creditLine,
      value: together(credited(creditLine), credited(gap.creditLine), '; ') ?? creditLine,
    },
  ] as const;
  return both.flatMap(({ value, ...word }) =>
    value === undefined || value === word.replaced ? [] : [{ ...word, value }],
  );
}
