import type { TranscriptTime } from './transcript-time.ts';

/** The kinds of files that an archive publishes, by the ending that they are published with. */
export const MEDIA_TYPES = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  tif: 'image/tiff',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  oga: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  webm: 'video/webm',
} as const;

export type MediaEnding = keyof typeof MEDIA_TYPES;

/** The media type of a file (RFC 6838), as its content shows it. */
export type MediaType = (typeof MEDIA_TYPES)[MediaEnding];

const ENDINGS = new Map(
  Object.entries(MEDIA_TYPES).map(([ending, type]) => [type, ending as MediaEnding]),
);

/** The ending with which a file of a type is published. */
export const endingOf = (type: MediaType): MediaEnding => ENDINGS.get(type) as MediaEnding;

/** The size of a page or picture, in pixels. */
export interface PageSize {
  width: number;
  height: number;
}

/** What a file is by its content, whatever its name says. */
export interface FileFacts {
  /** SHA-256 of all bytes, in hexadecimal. */
  sha256: string;
  /** Its size in bytes. */
  bytes: number;
  type: MediaType;
  /**
   * Of a picture or film, in pixels and as it is shown: a rotation that the file states is done. Of a PDF those of its
   * first page as it is drawn (`drawnSize`).
   */
  width?: number;
  height?: number;
  /** How many pictures a moving picture (GIF, WebP, AVIF) has; left out where it is one. */
  frames?: number;
  /** How many pages a PDF or a scan (TIFF) has. */
  pages?: number;
  /** The size of each of these pages in pixels, in order; left out where all have that of the first. */
  pageSizes?: PageSize[];
  /** How long a sound or film is, in seconds; left out where the file does not say it. */
  seconds?: number;
  /** The words of each page of a PDF, in order; of a scan those that its ALTO or hOCR file gives. */
  texts?: string[];
  /** When the parts of its transcript are heard, in order; left out where the transcript does not say it. */
  times?: TranscriptTime[];
  /** A digest of the files with its words, its transcript and its captions; left out where it has none. */
  words?: string;
}

const starts = (prefix: string) => (type: MediaType) => type.startsWith(prefix);

/** Whether a file is a picture that browsers may be given in several sizes. An SVG is drawn by them as it is. */
export const isPicture = (type: MediaType): boolean =>
  starts('image/')(type) && type !== 'image/svg+xml';

/** The types that a medium of each kind may have. */
export const TYPES_OF_KIND = {
  photograph: isPicture,
  graphic: starts('image/'),
  facsimile: (type: MediaType) => isPicture(type) || type === 'application/pdf',
  document: (type: MediaType) => type === 'application/pdf',
  audio: starts('audio/'),
  video: starts('video/'),
} as const;

/** What a medium is: how it is shown follows from it. */
export type MediumKind = keyof typeof TYPES_OF_KIND;
