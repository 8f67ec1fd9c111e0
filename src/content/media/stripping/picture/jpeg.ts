import { mustHold } from '../unsound.ts';
import { strippedProfile } from './colour-profile.ts';
import { decodingOf } from './jpeg-segment.ts';
import { exifOf, orientationIn } from './orientation.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const JFIF = 0xe0;
const EXIF = 0xe1;
const PROFILE = 0xe2;
const ADOBE = 0xee;
/** The mark of Adobe: its name, a version, flags, and how the colours are turned into each other. */
const ADOBE_LENGTH = 12;
/** A profile lies in several segments, of which each says which it is, and of how many. */
const PROFILE_NAME = 'ICC_PROFILE\u0000';
const LONGEST = 0xffff - 2 - PROFILE_NAME.length - 2;

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

/** What is kept of a segment: what says how the picture is decoded, its rotation and the mark of its colours. */
function kept(marker: number, content: Buffer, isBegun: boolean): Buffer | undefined {
  if (marker === JFIF && begins(content, 'JFIF\u0000') && content.length >= 14)
    return segment(marker, withoutThumbnail(content));
  if (marker === EXIF && begins(content, EXIF_NAME)) {
    const orientation = orientationIn(content.subarray(EXIF_NAME.length));
    if (orientation === 1) return undefined;
    return segment(marker, Buffer.concat([Buffer.from(EXIF_NAME, 'latin1'), exifOf(orientation)]));
  }
  if (marker === ADOBE && begins(content, 'Adobe') && content.length >= ADOBE_LENGTH)
    return segment(marker, content.subarray(0, ADOBE_LENGTH));
  const decoding = decodingOf(marker, content, isBegun);
  return decoding && segment(marker, decoding);
}

/** A profile in as many segments as it needs. @param parts as the file has it, by which they are */
function profileSegments(parts: ReadonlyMap<number, Buffer>): Buffer {
  const inOrder = [...parts].toSorted(([one], [other]) => one - other).map(([, part]) => part);
  const profile = strippedProfile(Buffer.concat(inOrder));
  const count = Math.ceil(profile.length / LONGEST);
  const segments = Array.from({ length: count }, (_, index) =>
    segment(
      PROFILE,
      Buffer.concat([
        Buffer.from(PROFILE_NAME, 'latin1'),
        Buffer.from([index + 1, count]),
        profile.subarray(index * LONGEST, (index + 1) * LONGEST),
      ]),
    ),
  );
  return Buffer.concat(segments);
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
  const parts: Buffer[] = [];
  const profile = new Map<number, Buffer>();
  let isBegun = false;
  let at = 2;
  for (;;) {
    // Before a marker there may be any number of the bytes that it begins with.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    mustHold(bytes[at] === 0xff && marker !== undefined, 'The JPEG file has no end.');
    if (marker === END) break;
    const isAlone = isRestart(marker) || marker === 0x01;
    mustHold(!isAlone && at + 4 <= bytes.length, 'The JPEG file has a marker in a wrong place.');
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    mustHold(end >= at + 4 && end <= bytes.length, 'A segment of the JPEG file is too long.');
    const content = bytes.subarray(at + 4, end);
    const part = kept(marker, content, isBegun);
    if (part) parts.push(part);
    if (marker === PROFILE && begins(content, PROFILE_NAME))
      profile.set(content[PROFILE_NAME.length] ?? 0, content.subarray(PROFILE_NAME.length + 2));
    at = end;
    if (marker !== SCAN) continue;
    isBegun = true;
    const scanned = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, scanned));
    at = scanned;
  }
  // The segment of JFIF is the first.
  const first = parts[0]?.[1] === JFIF ? 1 : 0;
  if (profile.size > 0) parts.splice(first, 0, profileSegments(profile));
  return Buffer.concat([bytes.subarray(0, 2), ...parts, Buffer.from([0xff, END])]);
}
