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

/** Whether a field says something of a file that another may contradict: a credit that one does not know contradicts no other. */
export const saysOfFile = (field: FieldOfFile, value: unknown): boolean =>
  field !== 'creditLine' || (value ?? UNKNOWN) !== UNKNOWN;

/** The fields in which two media differ that are one file. */
export const differingFields = (one: SaidOfFile, other: SaidOfFile): FieldOfFile[] =>
  OF_FILE.filter(
    (field) =>
      saysOfFile(field, one[field]) &&
      saysOfFile(field, other[field]) &&
      `${one[field] ?? ''}` !== `${other[field] ?? ''}`,
  );

/** Where two media of one article are one file, and differ: what is to be looked at before one of them goes. */
export function keptOfTwo(one: SaidOfFile, other: SaidOfFile): string {
  const fields = differingFields(one, other);
  return fields.length === 0 ? '' : ` They differ in ${fields.join(', ')}: keep what is right.`;
}
