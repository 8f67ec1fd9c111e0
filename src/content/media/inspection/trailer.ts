import type { FileBytes } from './file-bytes.ts';
import { unfit } from './media-fault.ts';

/** Cameras and phones write notes of their own after a picture; more is another file. */
const LITTLE = 64 * 1024;
/** A ZIP file is found from its end: the record of its end, and a comment of at most 65,535 bytes. */
const ZIP_END = 'PK\u0005\u0006';
const ZIP_END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

const CLEAN = 'Save it anew from its original with a program for such files.';
/** How programs, documents and archives begin. */
const OTHERS = ['MZ', '\u007fELF', '%PDF-', 'PK\u0003\u0004', '#!'];
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|img|a|meta|\?php|\?xml)\b/i;

/** @throws MediaFault where a file is a ZIP file too, whatever it is besides */
export function refuseZip(bytes: FileBytes, name: string): void {
  const length = Math.min(bytes.size, ZIP_END_LENGTH + LONGEST_COMMENT);
  const from = bytes.size - length;
  const tail = bytes.at(from, length);
  for (let at = tail.indexOf(ZIP_END, 0, 'latin1'); at >= 0; ) {
    const hasAll = at + ZIP_END_LENGTH <= length;
    const directory = hasAll ? tail.readUInt32LE(at + 12) + tail.readUInt32LE(at + 16) : Infinity;
    const comment = hasAll ? tail.readUInt16LE(at + 20) : -1;
    // Its places may be counted from where the ZIP file begins.
    if (directory <= from + at && at + ZIP_END_LENGTH + comment <= length)
      throw unfit(`this ${name} is a ZIP file too`, CLEAN);
    at = tail.indexOf(ZIP_END, at + 1, 'latin1');
  }
}

/** Where phones begin the film that goes with a picture, behind a name of their own. */
const [FILM, LONGEST_NAME] = ['ftyp', 64];

/** Whether a film stands behind a picture, which is left out of what is published. */
export const hasFilm = (bytes: FileBytes, end: number): boolean =>
  bytes.text(end, Math.min(LONGEST_NAME, bytes.size - end)).includes(FILM);

/** @throws MediaFault where after the end of what a file is stands more than a little, or something of another kind */
export function refuseTrailer(bytes: FileBytes, end: number, name: string): void {
  const length = bytes.size - end;
  if (length <= 0) return;
  if (length > LITTLE)
    throw unfit(
      `after the end of this ${name} stand ${length.toLocaleString('en')} bytes of something else`,
      CLEAN,
    );
  const trailer = bytes.at(end, length);
  const text = trailer.toString('latin1');
  if (MARKUP.test(text) || OTHERS.some((begins) => text.trimStart().startsWith(begins)))
    throw unfit(`after the end of this ${name} stands something of another kind`, CLEAN);
}
