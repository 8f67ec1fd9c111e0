import type { MediaType } from '../../../domain/media/media-type.ts';
import { oneOf } from './ending.ts';
import { large } from './media-fault.ts';

/** What the archive takes at most, and why. */

const MB = 1024 * 1024;
/** Scans of whole pages of newspapers, as libraries keep them; they are published in pieces, not as they are. */
const SCAN = 1024 * MB;
const LARGE_PICTURE = 256 * MB;
const PICTURE = 64 * MB;
/** It is given to browsers as it is, with its whole text. */
const DRAWING = 4 * MB;
/** The most that GitHub keeps as one file; it is published as it is. */
const DOCUMENT = 100 * MB;
const SOUND = 512 * MB;
/** What servers, zip files and the disks of many hosts take as one file without special care: 2^31 - 1 bytes. */
const FILM = 2048 * MB - 1;

const LARGEST: readonly [types: readonly MediaType[], bytes: number, fix: string][] = [
  [
    ['image/tiff'],
    SCAN,
    'Save it with compression (LZW, Deflate or JPEG), or its pages as files of their own.',
  ],
  [['image/jpeg', 'image/png'], LARGE_PICTURE, 'Save it smaller, or a scan as TIFF.'],
  [
    ['image/webp', 'image/avif', 'image/gif'],
    PICTURE,
    'Save it smaller, or a moving picture as a film.',
  ],
  [['image/svg+xml'], DRAWING, 'Draw it simpler, or save it as a picture (PNG).'],
  [['application/pdf'], DOCUMENT, 'Save it with smaller pictures, or part it into several.'],
  [
    ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav', 'audio/flac'],
    SOUND,
    'Save it as Opus, AAC or MP3, or part it into several.',
  ],
  [['video/mp4', 'video/webm'], FILM, 'Save it at a lower rate, or part it into several.'],
];

/** The most pixels of a picture, and of one that must be in memory as a whole before its first line is known. */
export const MOST_PIXELS = 400_000_000;
const MOST_PIXELS_AT_ONCE = 100_000_000;
/** The most pixels of all pages of a scan together: an issue of a newspaper. */
export const MOST_PIXELS_OF_PAGES = 4_000_000_000;
/** The most pictures of a moving picture, and pages of a document. */
export const MOST_FRAMES = 1000;
export const MOST_PAGES = 2000;

const counted = (count: number) => count.toLocaleString('en');

/** @throws MediaFault where a file of a type has more bytes than are taken */
export function refuseLarge(type: MediaType, name: string, size: number): void {
  const [, most, fix] = LARGEST.find(([types]) => types.includes(type)) ?? [[], PICTURE, ''];
  if (size > most)
    throw large(
      `${oneOf(name)} has at most ${counted(Math.ceil(most / MB))} MB, this one has ${counted(Math.ceil(size / MB))}`,
      fix,
    );
}

/** @throws MediaFault where a picture has more pixels than are taken @param isWhole whether it is in memory as a whole */
export function refuseManyPixels(
  name: string,
  width: number,
  height: number,
  isWhole: boolean,
): void {
  const most = isWhole ? MOST_PIXELS_AT_ONCE : MOST_PIXELS;
  if (width * height > most)
    throw large(
      `${oneOf(name)}${isWhole ? ' that must be unpacked as a whole' : ''} has at most ${most / 1_000_000} megapixels, this one has ${counted(width)} x ${counted(height)}`,
      isWhole
        ? 'Save it smaller, or as a baseline JPEG or a TIFF.'
        : 'Save it smaller, or in several parts.',
    );
}

/** @throws MediaFault where there are more than are taken @param what is counted, as “pages” */
export function refuseMany(name: string, what: string, count: number, most: number): void {
  if (count > most)
    throw large(
      `${oneOf(name)} has at most ${counted(most)} ${what}, this one has ${counted(count)}`,
      'Part it into several files.',
    );
}

/** @throws MediaFault where the pictures of one file have more pixels together than are taken */
export function refuseManyInAll(name: string, pixels: number, most: number): void {
  if (pixels > most)
    throw large(
      `the pictures of one ${name} have at most ${counted(most / 1_000_000)} megapixels together, these have ${counted(Math.ceil(pixels / 1_000_000))}`,
      'Part it into several files, or save it smaller.',
    );
}
