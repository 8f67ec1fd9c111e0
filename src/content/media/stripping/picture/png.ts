import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { mustHold } from '../unsound.ts';
import { strippedProfile } from './colour-profile.ts';
import { exifOf, orientationIn } from './orientation.ts';
import { ownLength } from './png-data.ts';

const SIGNATURE = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');

/**
 * What says how the picture is decoded and its colours (PNG, third edition), each with the most bytes that it has. What is
 * longer holds something else besides, and no reader takes it. Of one that moves the first picture alone is kept.
 */
const KEPT = new Map([
  ...['IHDR', 'IDAT', 'IEND', 'iCCP'].map((name) => [name, Number.POSITIVE_INFINITY] as const),
  ...([
    ['PLTE', 768],
    ['tRNS', 256],
    ['gAMA', 4],
    ['cHRM', 32],
    ['sRGB', 1],
    ['cICP', 4],
    ['mDCV', 24],
    ['cLLI', 8],
    ['sBIT', 4],
    ['bKGD', 6],
    ['pHYs', 9],
  ] as const),
]);
const MOST_UNPACKED = 16 * 1024 * 1024;

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A colour profile without what it tells; its own name is lost. @param content name, packing and packed profile */
function profile(content: Buffer): Buffer {
  const packed = content.subarray(content.indexOf(0) + 2);
  const unpacked = inflateSync(packed, { maxOutputLength: MOST_UNPACKED });
  const named = Buffer.from('ICC\u0000\u0000', 'latin1');
  return chunk('iCCP', Buffer.concat([named, deflateSync(strippedProfile(unpacked))]));
}

/** What is kept of a chunk. */
function kept(type: string, whole: Buffer): Buffer | undefined {
  const content = whole.subarray(8, -4);
  if (type === 'iCCP') return profile(content);
  if (type === 'IEND') return chunk(type, Buffer.alloc(0));
  if (content.length <= (KEPT.get(type) ?? -1)) return whole;
  const orientation = type === 'eXIf' ? orientationIn(content) : 1;
  return orientation === 1 ? undefined : chunk(type, exifOf(orientation));
}

/** The chunks of a file, to its end. @throws UnsoundFile */
function* chunksOf(bytes: Buffer): Generator<{ type: string; whole: Buffer }> {
  for (let at = 8; ; ) {
    mustHold(at + 12 <= bytes.length, 'The PNG file has no end.');
    const end = at + 12 + bytes.readUInt32BE(at);
    mustHold(end <= bytes.length, 'A part of the PNG file is too long.');
    const type = bytes.toString('latin1', at + 4, at + 8);
    yield { type, whole: bytes.subarray(at, end) };
    if (type === 'IEND') return;
    at = end;
  }
}

/** A chunk of the picture as far as its bytes are the picture’s own. */
function cut(whole: Buffer, length: number): Buffer[] {
  if (length >= whole.length - 12) return [whole];
  return length > 0 ? [chunk('IDAT', whole.subarray(8, 8 + length))] : [];
}

/**
 * A PNG file without all that it tells beside the picture, whose bytes stay as they are. What follows its end is left out:
 * programs that write a smaller picture over a larger one leave the rest of that there.
 *
 * @throws UnsoundFile
 */
export async function strippedPng(bytes: Buffer): Promise<Uint8Array> {
  mustHold(bytes.subarray(0, 8).equals(SIGNATURE), 'It does not begin as a PNG file does.');
  const chunks = [...chunksOf(bytes)];
  const data = chunks.filter(({ type }) => type === 'IDAT');
  const [head] = chunks;
  mustHold(
    head?.type === 'IHDR' && head.whole.length === 25 && data.length > 0,
    'The PNG file does not say what it holds.',
  );
  let left = await ownLength(
    head.whole.subarray(8, -4),
    data.map(({ whole }) => whole.subarray(8, -4)),
  );
  const parts = chunks.flatMap(({ type, whole }) => {
    if (type !== 'IDAT') return kept(type, whole) ?? [];
    const own = cut(whole, left);
    left = Math.max(0, left - (whole.length - 12));
    return own;
  });
  return Buffer.concat([SIGNATURE, ...parts]);
}
