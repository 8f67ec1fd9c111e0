import { isUtf8 } from 'node:buffer';
import { type MediaFault, unfit } from './media-fault.ts';

/** Files that are no medium of the archive, told by how they begin, and what to do with each. */

const AS_JPEG = 'Save it as a JPEG, and take that.';
const AS_FILM = 'Save it as MP4 (H.264 and AAC) or WebM.';
const AS_SOUND = 'Save it as MP3, M4A, Opus or FLAC.';
const AS_PDF = 'Save it as a PDF.';
const NO_MEDIUM = 'Take the picture, document, sound or film itself.';

const BEGINNINGS: readonly [start: string, what: string, fix: string][] = [
  ['BM', 'a BMP picture', 'Save it as a PNG.'],
  ['8BPS', 'a Photoshop document', 'Save it as a JPEG, PNG or TIFF.'],
  ['\0\0\u0001\0', 'an icon (ICO)', 'Save it as a PNG.'],
  ['\0\0\0\fjP  ', 'a JPEG 2000 picture', 'Save it as a TIFF or JPEG.'],
  ['\0\0\0\fJXL ', 'a JPEG XL picture', AS_JPEG],
  ['\u00ff\n', 'a JPEG XL picture', AS_JPEG],
  ['II+\0', 'a BigTIFF picture', 'Save it as a TIFF, or its pages as files of their own.'],
  ['MM\0+', 'a BigTIFF picture', 'Save it as a TIFF, or its pages as files of their own.'],
  ['AT&TFORM', 'a DjVu document', AS_PDF],
  ['%!PS', 'a PostScript document', AS_PDF],
  ['{\\rtf', 'a text document (RTF)', AS_PDF],
  ['\u00d0\u00cf\u0011\u00e0', 'a document of Word, Excel or PowerPoint', AS_PDF],
  [
    'PK\u0003\u0004',
    'a ZIP file, or a document that is one (docx, odt, epub)',
    'Unpack it and take what is in it, or save the document as a PDF.',
  ],
  ['PK\u0005\u0006', 'a ZIP file', NO_MEDIUM],
  ['Rar!', 'a RAR file', 'Unpack it, and take what is in it.'],
  ['7z\u00bc\u00af', 'a 7z file', 'Unpack it, and take what is in it.'],
  ['\u001f\u008b', 'a file packed with gzip', 'Unpack it, and take what is in it.'],
  ['BZh', 'a file packed with bzip2', 'Unpack it, and take what is in it.'],
  ['MZ', 'a program', NO_MEDIUM],
  ['\u007fELF', 'a program', NO_MEDIUM],
  ['\u00ca\u00fe\u00ba\u00be', 'a program', NO_MEDIUM],
  ['\u00cf\u00fa\u00ed\u00fe', 'a program', NO_MEDIUM],
  ['\0asm', 'a program', NO_MEDIUM],
  ['#!', 'a program', NO_MEDIUM],
  ['FORM', 'an AIFF sound', AS_SOUND],
  ['MThd', 'a list of notes (MIDI)', AS_SOUND],
  ['#!AMR', 'an AMR sound', AS_SOUND],
  ['RF64', 'a WAV sound of more than 4 GB', AS_SOUND],
  ['0&\u00b2u', 'a sound or film of Windows Media', AS_FILM],
  ['FLV', 'a Flash film', AS_FILM],
  ['FWS', 'a Flash program', AS_FILM],
  ['CWS', 'a Flash program', AS_FILM],
  ['\0\0\u0001\u00ba', 'an MPEG film', AS_FILM],
  ['\0\0\u0001\u00b3', 'an MPEG film', AS_FILM],
];

const BRANDS: readonly [brands: readonly string[], what: string, fix: string][] = [
  [
    ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'],
    'a HEIC picture, which browsers do not show',
    AS_JPEG,
  ],
  [['avis'], 'a moving AVIF picture', 'Save it as WebP or as a film.'],
  [['qt  '], 'a QuickTime film', AS_FILM],
  [['crx '], 'what a camera took down (CR3)', AS_JPEG],
  [['jp2 ', 'jpx '], 'a JPEG 2000 picture', 'Save it as a TIFF or JPEG.'],
  [['jxl '], 'a JPEG XL picture', AS_JPEG],
];

const MARKUP = /^\s{0,100}<(?:!doctype html|html|head|body|script|iframe|svg|\?php|!--)/i;

/** The fault of a container of Apple’s kind (ISO 14496-12) by its main brand; undefined where browsers play it. */
export function brandFault(brand: string): MediaFault | undefined {
  const [, what, fix] = BRANDS.find(([brands]) => brands.includes(brand)) ?? [];
  return what && fix ? unfit(`this is ${what}`, fix) : undefined;
}

/** The fault of a file that begins as none of those that the archive takes. @param start its first bytes */
export function foreignFault(start: Buffer): MediaFault {
  const text = start.toString('latin1');
  if (start.length === 0) return unfit('this one is empty', 'Copy it again.');
  const [, what, fix] = BEGINNINGS.find(([begins]) => text.startsWith(begins)) ?? [];
  if (what && fix) return unfit(`this is ${what}`, fix);
  if (text.startsWith('RIFF') && text.startsWith('AVI ', 8))
    return unfit('this is an AVI film', AS_FILM);
  if (text.includes('%PDF-'))
    return unfit('this PDF begins after something else', 'Save it as a PDF anew.');
  if (MARKUP.test(text))
    return unfit(
      'this is a page of the web (HTML)',
      'Save the picture itself, not the page that shows it.',
    );
  // The last character may be cut off with the rest of the file.
  const isText = [0, 1, 2, 3].some((cut) => isUtf8(start.subarray(0, start.length - cut)));
  if (isText && !text.includes('\0'))
    return unfit('this is text', 'A text belongs into the body of an article, or is a transcript.');
  return unfit('this is of a kind that is not known', 'Save it as a JPEG, PNG, PDF, MP3 or MP4.');
}
