import { basename } from 'node:path';
import { endingIn, endingsOf } from '../../../domain/media/file-ending.ts';
import { endingOf, type MediaType } from '../../../domain/media/media-type.ts';
import { MediaFault } from './media-fault.ts';

const NAMES: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
  'image/gif': 'GIF',
  'image/tiff': 'TIFF',
  'image/svg+xml': 'SVG',
  'application/pdf': 'PDF',
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
  'audio/ogg': 'Ogg',
  'audio/wav': 'WAV',
  'audio/flac': 'FLAC',
  'video/mp4': 'MP4',
  'video/webm': 'WebM',
};

/** What people call a type. */
export const nameOf = (type: MediaType): string => NAMES[type];

/** The same with its article: a JPEG, an MP3. */
export const oneOf = (name: string): string => `${/^[AMOS]/.test(name) ? 'an' : 'a'} ${name}`;

/** @throws MediaFault where the ending of a file says that it is another type than its content */
export function refuseOtherEnding(path: string, type: MediaType): void {
  const ending = endingIn(basename(path));
  if (endingsOf(type).includes(ending)) return;
  throw new MediaFault(
    'media/ending',
    `The ending of a file says what its content is: this one ends in ${ending === '' ? 'none that is known' : `.${ending}`} and is ${oneOf(nameOf(type))}.`,
    `Rename it to end in .${endingOf(type)}, or put the right file in its place.`,
  );
}
