import { UNKNOWN } from './credit.ts';

/** What is known of a file itself: each article that shows it says the same. Captions and alternative texts may differ. */
export const OF_FILE = [
  'kind',
  'creditLine',
  'creator',
  'copyrightNotice',
  'licence',
  'dateCreated',
] as const;

/** A field of a medium that tells of its file. */
export type FieldOfFile = (typeof OF_FILE)[number];

type SaidOfFile = { readonly [field in FieldOfFile]?: unknown };

/** The fields in which two media differ that are one file. A credit that one does not know contradicts no other. */
export const differingFields = (one: SaidOfFile, other: SaidOfFile): FieldOfFile[] =>
  OF_FILE.filter((field) => {
    const credits: unknown[] = [one.creditLine ?? UNKNOWN, other.creditLine ?? UNKNOWN];
    if (field === 'creditLine' && credits.includes(UNKNOWN)) return false;
    return `${one[field] ?? ''}` !== `${other[field] ?? ''}`;
  });
