import { mustHold } from '../unsound.ts';
import { withoutTags } from './id3.ts';

const STREAMINFO = 0;
const SEEKTABLE = 3;
const LAST = 0x80;
/** How long the first block is, and a point of the table of places, in bytes. */
const [INFO_LENGTH, POINT_LENGTH] = [34, 18];

/** The block of a type with a content, which is none of the last. */
function blockOf(type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUIntBE(content.length, 1, 3);
  head[0] = type;
  return Buffer.concat([head, content]);
}

/** Of a table of places those points that may be some: each behind the one before, and within the file. */
function pointsOf(table: Buffer, fileLength: number): Buffer {
  const points: Buffer[] = [];
  let [sample, place] = [-1n, -1n];
  for (let at = 0; at + POINT_LENGTH <= table.length; at += POINT_LENGTH) {
    const [nextSample, nextPlace] = [table.readBigUInt64BE(at), table.readBigUInt64BE(at + 8)];
    // A frame has at least one byte for as many samples as 16 bits can count.
    const most = BigInt(fileLength) * 0xffffn;
    if (nextSample <= sample || nextPlace <= place) continue;
    if (nextSample >= most || nextPlace >= BigInt(fileLength)) continue;
    [sample, place] = [nextSample, nextPlace];
    points.push(table.subarray(at, at + POINT_LENGTH));
  }
  return Buffer.concat(points);
}

/**
 * A FLAC file without all that it tells beside the sound: of its first blocks how the sound is kept, and where its parts lie.
 *
 * @throws UnsoundFile
 */
export function strippedFlac(file: Buffer): Uint8Array {
  const bytes = withoutTags(file);
  mustHold(bytes.toString('latin1', 0, 4) === 'fLaC', 'It does not begin as a FLAC file does.');
  let table: Buffer = Buffer.alloc(0);
  let at = 4;
  for (let isLast = false; !isLast; ) {
    mustHold(at + 4 <= bytes.length, 'The FLAC file holds no sound.');
    const head = bytes.readUInt8(at);
    const content = bytes.subarray(at + 4, at + 4 + bytes.readUIntBE(at + 1, 3));
    mustHold(
      content.length === bytes.readUIntBE(at + 1, 3),
      'A block of the FLAC file is too long.',
    );
    const isInfo = at === 4 && (head & ~LAST) === STREAMINFO && content.length === INFO_LENGTH;
    mustHold(at > 4 || isInfo, 'The FLAC file does not say what it holds.');
    if ((head & ~LAST) === SEEKTABLE) table = pointsOf(content, bytes.length);
    isLast = (head & LAST) !== 0;
    at += 4 + content.length;
  }
  const info = blockOf(
    table.length > 0 ? STREAMINFO : STREAMINFO | LAST,
    bytes.subarray(8, 8 + INFO_LENGTH),
  );
  const places = table.length > 0 ? [blockOf(SEEKTABLE | LAST, table)] : [];
  return Buffer.concat([bytes.subarray(0, 4), info, ...places, bytes.subarray(at)]);
}
