/** A piece of a file: where it begins, and where it ends, in bytes. */
export type Piece = readonly [start: number, end: number];

const ascii = (bytes: Buffer, start: number, end: number) => bytes.toString('latin1', start, end);

/** From the first scan of a JPEG on: before it are profiles, tables and previews that other pictures have too. */
function piecesOfJpeg(bytes: Buffer): Piece[] {
  let at = 2;
  while (at + 4 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda)
    at += 2 + bytes.readUInt16BE(at + 2);
  return [[Math.min(at, bytes.length), bytes.length]];
}

/** The chunks of a PNG that hold its points. */
function piecesOfPng(bytes: Buffer): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (['IDAT', 'fdAT'].includes(ascii(bytes, at + 4, at + 8)))
      pieces.push([at + 8, Math.min(bytes.length, at + 8 + bytes.readUInt32BE(at))]);
  return pieces;
}

/** The chunks of a WebP that hold its points. */
function piecesOfWebp(bytes: Buffer): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    if (/^(?:VP8[ L]|ALPH|ANMF)$/.test(ascii(bytes, at, at + 4)))
      pieces.push([at + 8, Math.min(bytes.length, at + 8 + length)]);
    at += 8 + length + (length % 2);
  }
  return pieces;
}

/** A dictionary of a PDF before a stream that other PDFs have too: of a font, or of a profile of colours. */
const SHARED = /\/Length1\b|\/FontFile|\/Type1C\b|\/CIDFontType0C\b|\/OpenType\b|\/N [134]\b/;
const DICTIONARY = 400;

/** The streams of a PDF, but for fonts and profiles. */
export function streamsOfPdf(bytes: Buffer): Piece[] {
  const pieces: Piece[] = [];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (ascii(bytes, at - 3, at) === 'end') continue;
    const found = bytes.indexOf('endstream', at);
    const end = found < 0 ? bytes.length : found;
    const before = ascii(bytes, Math.max(0, at - DICTIONARY), at);
    const start = at + 6 + (bytes[at + 6] === 13 ? 2 : 1);
    if (!SHARED.test(before.slice(before.lastIndexOf(' obj') + 1)) && end - start >= 64)
      pieces.push([start, end]);
    at = end;
  }
  return pieces;
}

/** What comes after the tag with cover and titles that begins an MP3: a series has one cover. */
function piecesOfMp3(bytes: Buffer): Piece[] {
  const size = [6, 7, 8, 9].reduce((sum, at) => (sum << 7) | ((bytes[at] ?? 0) & 0x7f), 0);
  return [[Math.min(bytes.length, 10 + size), bytes.length]];
}

/** The boxes of a film or a sound that hold it. */
function piecesOfMp4(bytes: Buffer): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at + 16 <= bytes.length; ) {
    const short = bytes.readUInt32BE(at);
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short || bytes.length - at;
    if (length < 8) break;
    if (ascii(bytes, at + 4, at + 8) === 'mdat')
      pieces.push([at + 8, Math.min(bytes.length, at + length)]);
    at += length;
  }
  return pieces;
}

/** The pieces of a file that are of it alone, and not what files of one kind or maker share. */
export function ownPieces(bytes: Buffer): readonly Piece[] {
  const start = ascii(bytes, 0, 12);
  const pieces = start.startsWith('\xff\xd8\xff')
    ? piecesOfJpeg(bytes)
    : start.startsWith('\x89PNG')
      ? piecesOfPng(bytes)
      : start.startsWith('RIFF') && start.endsWith('WEBP')
        ? piecesOfWebp(bytes)
        : start.startsWith('%PDF')
          ? streamsOfPdf(bytes)
          : start.startsWith('ID3')
            ? piecesOfMp3(bytes)
            : start.slice(4, 8) === 'ftyp'
              ? piecesOfMp4(bytes)
              : [];
  return pieces.length > 0 ? pieces : [[0, bytes.length]];
}
