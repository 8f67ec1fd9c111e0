import type { Medium } from './medium.ts';

/** What a file may tell that readers are not to learn: where it was made, and with which camera of all. */
export type Telltale = 'location' | 'serial';

/** The fields of a medium that a file may say of itself, in the order in which an entry has them. */
export const STATED_FIELDS = [
  ...(['altText', 'caption', 'creditLine', 'creator', 'source'] as const),
  ...(['copyrightNotice', 'licence', 'usageTerms', 'dateCreated'] as const),
];

/** A field of a medium that its file may say. */
export type StatedField = (typeof STATED_FIELDS)[number];

/**
 * What a file itself says in its IPTC, XMP and EXIF fields, under our names. It is offered to an archivist and never
 * published unasked. Each text is one line without control characters, of a length that its field takes.
 */
export interface StatedFields extends Partial<Pick<Medium, StatedField>> {
  /** What it is called (IPTC Title), and its headline. */
  title?: string;
  headline?: string;
  /** The names of persons and places that it shows (IPTC Person Shown, Location Shown); those of a place from the smallest up. */
  persons: string[];
  places: string[];
  /** What it tells besides. */
  tells: Telltale[];
}
