import { boxesIn, inside } from '../box.ts';
import { mustHold } from '../unsound.ts';
import { strippedProfile } from './colour-profile.ts';

/** Markers of a codestream (ISO/IEC 15444-1, Annex A). */
const [START, END, TILE, DATA, COMMENT] = [0xff4f, 0xffd9, 0xff90, 0xff93, 0xff64];
/** Those that say how the picture is decoded. */
const KNOWN = new Set([
  0xff50, 0xff51, 0xff52, 0xff53, 0xff55, 0xff57, 0xff58, 0xff5c, 0xff5d, 0xff5e, 0xff5f, 0xff60,
  0xff61, 0xff63,
]);
const TILE_LENGTH = 12;
/** Boxes that say what the picture is, and how its numbers become colours; Annex I. */
const KEPT = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c']);
const KEPT_OF_HEAD = new Set(['ihdr', 'bpcc', 'colr', 'pclr', 'cmap', 'cdef', 'res ']);

/** Empties the comments among segments. @returns where the segments end: at the next tile, its data or the end */
function emptyComments(bytes: Buffer, from: number): number {
  for (let at = from; ; ) {
    const marker = bytes.readUInt16BE(at);
    if (marker === TILE || marker === DATA || marker === END) return at;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    mustHold(
      end <= bytes.length && (marker === COMMENT || KNOWN.has(marker)),
      'A part of a JPEG 2000 picture is none that is known.',
    );
    // Its first two bytes say what the comment is written in.
    if (marker === COMMENT) bytes.fill(0x20, Math.min(at + 6, end), end);
    at = end;
  }
}

/** A codestream whose comments are blanks; what follows its end is left out. */
function strippedCodestream(codestream: Buffer): Buffer {
  const bytes = Buffer.from(codestream);
  mustHold(bytes.readUInt16BE(0) === START, 'A JPEG 2000 picture does not begin as one.');
  let at = emptyComments(bytes, 2);
  while (bytes.readUInt16BE(at) === TILE) {
    const length = bytes.readUInt32BE(at + 6);
    // The last one may go on to the end.
    const end = length === 0 ? bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) : at + length;
    const data = emptyComments(bytes, at + TILE_LENGTH);
    mustHold(
      bytes.readUInt16BE(data) === DATA && end > data && end + 2 <= bytes.length,
      'A tile of a JPEG 2000 picture is torn.',
    );
    at = end;
  }
  mustHold(bytes.readUInt16BE(at) === END, 'A JPEG 2000 picture has no end.');
  return bytes.subarray(0, at + 2);
}

function boxOf(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

/** How the numbers of a picture become colours: a number stands for it, or a profile. */
function coloursOf(content: Buffer): Buffer {
  const [BY_NUMBER, BY_PROFILE] = [1, 2];
  const method = content[0];
  mustHold(
    method === BY_NUMBER || method === BY_PROFILE,
    'The colours of a JPEG 2000 picture are kept in a way that is not known.',
  );
  if (method === BY_NUMBER) return content.subarray(0, 7);
  return Buffer.concat([content.subarray(0, 3), strippedProfile(content.subarray(3))]);
}

/**
 * A JPEG 2000 file (JP2), or its codestream alone, without XMP, other data of programs, and comments. Its picture stays as
 * it is.
 *
 * @throws UnsoundFile
 */
export function strippedJpeg2000(bytes: Buffer): Uint8Array {
  if (bytes.readUInt16BE(0) === START) return strippedCodestream(bytes);
  const kept = boxesIn(bytes, 0, bytes.length).filter(({ type }) => KEPT.has(type));
  mustHold(
    kept.filter(({ type }) => type === 'jp2c').length === 1,
    'A JPEG 2000 file holds one picture.',
  );
  return Buffer.concat(
    kept.map((box) => {
      const content = bytes.subarray(box.content, box.end);
      if (box.type === 'jp2c') return boxOf(box.type, strippedCodestream(content));
      if (box.type !== 'jp2h') return boxOf(box.type, content);
      const fields = inside(bytes, box).filter(({ type }) => KEPT_OF_HEAD.has(type));
      return boxOf(
        box.type,
        Buffer.concat(
          fields.map(({ type, start, content, end }) =>
            type === 'colr'
              ? boxOf(type, coloursOf(bytes.subarray(content, end)))
              : bytes.subarray(start, end),
          ),
        ),
      );
    }),
  );
}
