import { withoutFullStop } from '../domain/language/abbreviation.ts';
import { openingWords } from '../domain/language/sentence.ts';
import { UNKNOWN } from '../domain/media/credit.ts';
import { type FileFacts, isPicture, type MediumKind } from '../domain/media/media-type.ts';
import type { Medium } from '../domain/media/medium.ts';
import { counted, number } from './wording.ts';

/** What a medium is, as a reader says it. */
export const MEDIUM_NOUNS: Record<MediumKind, string> = {
  photograph: 'Photograph',
  graphic: 'Graphic',
  facsimile: 'Facsimile',
  document: 'Document',
  audio: 'Sound recording',
  video: 'Film',
};

const FIELD_NOUNS = {
  caption: 'caption',
  creator: 'maker',
  creditLine: 'credit',
  altText: 'description',
} as const;

/** Of which medium some words are told: “caption of a photograph”. @param isHere whether the archive has its file */
export const toldWhere = (
  kind: MediumKind,
  field: keyof typeof FIELD_NOUNS,
  isHere: boolean,
): string =>
  `${FIELD_NOUNS[field]} of a ${MEDIUM_NOUNS[kind].toLowerCase()}${isHere ? '' : ' that is not in the archive'}`;

const COUNTED: Record<MediumKind, readonly [one: string, many: string]> = {
  photograph: ['photograph', 'photographs'],
  graphic: ['graphic', 'graphics'],
  facsimile: ['facsimile', 'facsimiles'],
  document: ['document', 'documents'],
  audio: ['sound recording', 'sound recordings'],
  video: ['film', 'films'],
};

/** How many media there are of a kind. */
export interface KindCount {
  kind: MediumKind;
  count: number;
}

/** How many there are of each kind: “12 photographs, 1 film”. */
export const countedMedia = (counts: readonly KindCount[], lang: string): string =>
  counts.map(({ kind, count }) => counted(count, ...COUNTED[kind], lang)).join(', ');

/** The name of the list of a kind: “Photographs”. */
export function kindHeading(kind: MediumKind): string {
  const [, many] = COUNTED[kind];
  return many.charAt(0).toUpperCase() + many.slice(1);
}

const PICTURES: readonly MediumKind[] = ['photograph', 'graphic'];

/** The heading over media that stand together. */
export function mediaHeading(kinds: readonly MediumKind[]): string {
  if (kinds.every((kind) => PICTURES.includes(kind)))
    return kinds.length === 1 ? 'A picture' : 'Pictures';
  if (kinds.every((kind) => kind === 'facsimile')) return 'In facsimile';
  if (kinds.every((kind) => kind === 'document'))
    return kinds.length === 1 ? 'A document' : 'Documents';
  return 'Pictures and other media';
}

const LONGEST_TITLE = 90;

/** The words by which a medium is named in lists and titles: the opening words of its caption, else what is to be seen. */
export const mediumTitle = (
  { kind, caption, altText }: Pick<Medium, 'kind' | 'caption' | 'altText'>,
  lang: string,
): string =>
  withoutFullStop(openingWords(caption ?? altText ?? '', lang, LONGEST_TITLE), lang) ||
  MEDIUM_NOUNS[kind];

/** A credit line for readers. */
export const creditWords = (creditLine: string): string =>
  creditLine === UNKNOWN ? 'Whose work it is, is not known.' : creditLine;

/** The words of the link from a medium in a text to its page. @param isMoving where the text shows it still */
export const aboutWords = (kind: MediumKind, isMoving: boolean): string => {
  if (isMoving) return 'See it move';
  return `About this ${kind === 'photograph' ? 'picture' : COUNTED[kind][0]}`;
};

const CC = /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/;
const PUBLIC = new Map([
  ['zero', 'CC0'],
  ['mark', 'Public domain'],
]);

/** The name of a licence by its address; of one that is not known here the name of its host. */
export function licenceName(address: string): string {
  const [, terms = '', version] = CC.exec(address) ?? [];
  if (version) return `CC ${terms.toUpperCase()} ${version}`;
  const [, dedication = ''] =
    /^https?:\/\/creativecommons\.org\/publicdomain\/(zero|mark)\//.exec(address) ?? [];
  return PUBLIC.get(dedication) ?? new URL(address).hostname.replace(/^www\./, '');
}

const TYPE_NAMES: Partial<Record<FileFacts['type'], string>> = {
  'image/svg+xml': 'SVG',
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
  'video/mp4': 'MP4',
};

/** The name of a format: JPEG, PDF. */
const typeName = (type: FileFacts['type']): string =>
  TYPE_NAMES[type] ?? type.slice(type.indexOf('/') + 1).toUpperCase();

/** How large a file is: “640 kB”, “3.2 MB”. */
export function fileSize(bytes: number, lang: string): string {
  const [unit, value] =
    bytes < 999_500 ? (['kilobyte', bytes / 1000] as const) : (['megabyte', bytes / 1e6] as const);
  const digits = unit === 'megabyte' && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(lang, {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
    maximumFractionDigits: digits,
  }).format(unit === 'kilobyte' ? Math.max(1, value) : value);
}

/** How long a sound or film is: “2:05”, “1:00:09”. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (value: number) => `${value}`.padStart(2, '0');
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

/** What is drawn in any size: the pixels of its preview say nothing of the file. */
const SIZELESS: ReadonlySet<FileFacts['type']> = new Set(['image/svg+xml', 'application/pdf']);

/** What a file is, for readers: its format, and how large, long or many-paged it is. */
export function fileWords(
  { type, bytes, width, height, pages, seconds, frames }: Omit<FileFacts, 'sha256'>,
  lang: string,
): string {
  const size = width && height ? [`${number(width, lang)} × ${number(height, lang)} pixels`] : [];
  return [
    typeName(type),
    ...(SIZELESS.has(type) ? [] : size),
    ...(frames && frames > 1 ? ['moving'] : []),
    ...(pages ? [counted(pages, 'page', 'pages', lang)] : []),
    ...(seconds ? [duration(seconds)] : []),
    fileSize(bytes, lang),
  ].join(', ');
}

/** What of a file is not published with it, in a sentence: a picture may be of a camera, another file is of programs. */
export const publishedWithout = (type: FileFacts['type']): string =>
  isPicture(type)
    ? 'What is shown here carries neither place nor serial numbers of a camera.'
    : 'What is published here leaves out what the file tells beside its content, such as author, times and notes of programs.';
