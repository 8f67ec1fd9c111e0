import type { MediaType } from '../../../domain/media/media-type.ts';
import { brandFault, foreignFault } from './foreign.ts';

/** How many bytes of the beginning of a file tell what it is. */
export const BEGINNING = 4096;

const MARK = '\u00ef\u00bb\u00bf';
/** What may stand before the first element of XML: comments and instructions. */
const BEFORE: readonly [begins: string, ends: string][] = [
  ['<!--', '-->'],
  ['<?', '?>'],
];

/** Whether a text begins as an SVG: with its element or document type, after comments and instructions. */
function isSvg(text: string): boolean {
  let rest = (text.startsWith(MARK) ? text.slice(MARK.length) : text).trimStart();
  for (;;) {
    const [begins, ends] = BEFORE.find(([sign]) => rest.startsWith(sign)) ?? [];
    if (!begins || !ends) break;
    const end = rest.indexOf(ends);
    if (end < 0) return false;
    rest = rest.slice(end + ends.length).trimStart();
  }
  if (/^<!doctype\s{1,20}svg\b/i.test(rest)) return true;
  return /^<(?:[A-Za-z][\w.-]{0,20}:)?svg[\s>/]/.test(rest);
}

/** Whether bytes begin a frame of MPEG audio, layer III. */
const isMp3Frame = (start: Buffer): boolean =>
  start.length > 3 &&
  start[0] === 0xff &&
  ((start[1] ?? 0) & 0xe6) === 0xe2 &&
  ((start[1] ?? 0) & 0x18) !== 0x08 &&
  ((start[2] ?? 0) & 0xf0) !== 0xf0 &&
  ((start[2] ?? 0) & 0x0c) !== 0x0c;

const SIGNS: readonly [MediaType, (text: string, start: Buffer) => boolean][] = [
  ['image/jpeg', (text) => text.startsWith('\u00ff\u00d8\u00ff')],
  ['image/png', (text) => text.startsWith('\u0089PNG\r\n\u001a\n')],
  ['image/gif', (text) => text.startsWith('GIF87a') || text.startsWith('GIF89a')],
  ['image/webp', (text) => text.startsWith('RIFF') && text.startsWith('WEBP', 8)],
  ['audio/wav', (text) => text.startsWith('RIFF') && text.startsWith('WAVE', 8)],
  ['image/tiff', (text) => text.startsWith('II*\0') || text.startsWith('MM\0*')],
  ['application/pdf', (text) => text.startsWith('%PDF-')],
  ['audio/ogg', (text) => text.startsWith('OggS')],
  ['audio/flac', (text) => text.startsWith('fLaC')],
  ['video/webm', (text) => text.startsWith('\u001aE\u00df\u00a3')],
  ['audio/mpeg', (text, start) => text.startsWith('ID3') || isMp3Frame(start)],
  ['image/svg+xml', (text) => isSvg(text)],
];

/**
 * The type of a file by how it begins. One of sound alone in a container of films is told apart later.
 *
 * @param start its first bytes
 * @throws MediaFault which names what it is, where the archive does not take that
 */
export function typeBySignature(start: Buffer): MediaType {
  const text = start.toString('latin1');
  if (text.startsWith('ftyp', 4)) return typeByBrand(text, start);
  const [type] = SIGNS.find(([, is]) => is(text, start)) ?? [];
  if (!type) throw foreignFault(start);
  return type;
}

function typeByBrand(text: string, start: Buffer): MediaType {
  const length = Math.min(start.readUInt32BE(0), start.length);
  const main = text.slice(8, 12);
  const brands = [main];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(text.slice(at, at + 4));
  // A picture may name the general brand of its container first.
  if (main === 'avif' || (main === 'mif1' && brands.includes('avif'))) return 'image/avif';
  const fault = brandFault(main);
  if (fault) throw fault;
  return main === 'M4A ' || main === 'M4B ' ? 'audio/mp4' : 'video/mp4';
}
