import { mustHold } from '../unsound.ts';
import { exifOf, orientationIn } from './orientation.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const JFIF = 0xe0;
const EXIF = 0xe1;
const PROFILE = 0xe2;
const ADOBE = 0xee;
const FIRST_APPLICATION = 0xe0;
const LAST_APPLICATION = 0xef;
const COMMENT = 0xfe;

const EXIF_NAME = 'Exif\u0000\u0000';

const begins = (content: Buffer, name: string) =>
  content.toString('latin1', 0, name.length) === name;

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** JFIF’s own segment without the small picture that it may hold. */
function withoutThumbnail(content: Buffer): Buffer {
  const head = Buffer.from(content.subarray(0, 14));
  head.fill(0, 12);
  return head;
}

/** What is kept of a segment: what says how the picture is decoded, its colours and its rotation. */
function kept(marker: number, content: Buffer): Buffer | undefined {
  if (marker === COMMENT) return undefined;
  if (marker < FIRST_APPLICATION || marker > LAST_APPLICATION) return segment(marker, content);
  if (marker === JFIF && begins(content, 'JFIF\u0000') && content.length >= 14)
    return segment(marker, withoutThumbnail(content));
  if (marker === EXIF && begins(content, EXIF_NAME)) {
    const orientation = orientationIn(content.subarray(EXIF_NAME.length));
    if (orientation === 1) return undefined;
    return segment(marker, Buffer.concat([Buffer.from(EXIF_NAME, 'latin1'), exifOf(orientation)]));
  }
  if (marker === PROFILE && begins(content, 'ICC_PROFILE\u0000')) return segment(marker, content);
  if (marker === ADOBE && begins(content, 'Adobe')) return segment(marker, content);
  return undefined;
}

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Where the coded picture ends that begins at a place: at the next marker that is none of its own. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}

/**
 * A JPEG file without all that it tells beside the picture, whose bytes stay as they are. What follows the picture is
 * left out: cameras put further pictures and films there.
 *
 * @throws UnsoundFile
 */
export function strippedJpeg(bytes: Buffer): Uint8Array {
  mustHold(bytes[0] === 0xff && bytes[1] === START, 'It does not begin as a JPEG file does.');
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    // Before a marker there may be any number of the bytes that it begins with.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    mustHold(bytes[at] === 0xff && marker !== undefined, 'The JPEG file has no end.');
    if (marker === END) return Buffer.concat([...parts, Buffer.from([0xff, END])]);
    const isAlone = isRestart(marker) || marker === 0x01;
    mustHold(!isAlone && at + 4 <= bytes.length, 'The JPEG file has a marker in a wrong place.');
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    mustHold(end >= at + 4 && end <= bytes.length, 'A segment of the JPEG file is too long.');
    const part = kept(marker, bytes.subarray(at + 4, end));
    if (part) parts.push(part);
    at = end;
    if (marker !== SCAN) continue;
    const scanned = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, scanned));
    at = scanned;
  }
}
