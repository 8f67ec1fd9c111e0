import { mustHold } from '../unsound.ts';

const HEAD = 10;
const HAS_FOOTER = 0x10;
/** The length of the oldest kind of tag, and of what extends it. */
const OLD = 128;
const EXTENDED = 227;
const [LYRICS, LYRICS_END] = ['LYRICSBEGIN', 'LYRICSEND'];
/** The longest text of songs of the oldest kind, with its beginning and end. */
const LONGEST_LYRICS = 5100 + LYRICS.length + LYRICS_END.length;
/** Each is looked for anew. */
const MOST_SOUNDS = 500;
const APE_HEAD = 32;
const APE_HAS_HEAD = 0x80000000;

const startsWith = (bytes: Buffer, name: string) =>
  bytes.toString('latin1', 0, name.length) === name;

/** The length of a tag at the beginning, in bytes; 0 where there is none. */
function leading(bytes: Buffer): number {
  if (!startsWith(bytes, 'ID3') || bytes.length < HEAD) return 0;
  // Four times seven bits.
  const length = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (bytes.readUInt8(at) & 0x7f), 0);
  return HEAD + length + (bytes.readUInt8(5) & HAS_FOOTER ? HEAD : 0);
}

/** The length of a tag at the end, in bytes; 0 where there is none. */
function trailing(bytes: Buffer): number {
  const end = (length: number) => bytes.subarray(Math.max(0, bytes.length - length));
  if (bytes.length >= OLD && startsWith(end(OLD), 'TAG')) return OLD;
  if (bytes.length >= EXTENDED && startsWith(end(EXTENDED), 'TAG+')) return EXTENDED;
  if (bytes.length >= HEAD && startsWith(end(HEAD), '3DI')) {
    const foot = end(HEAD);
    return 2 * HEAD + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (foot.readUInt8(at) & 0x7f), 0);
  }
  if (bytes.length >= APE_HEAD && startsWith(end(APE_HEAD), 'APETAGEX')) {
    const foot = end(APE_HEAD);
    const hasHead = (foot.readUInt32LE(20) & APE_HAS_HEAD) !== 0;
    return foot.readUInt32LE(12) + (hasHead ? APE_HEAD : 0);
  }
  const lyrics = end(15);
  if (lyrics.length === 15 && lyrics.toString('latin1', 6) === 'LYRICS200')
    return 15 + Number(lyrics.toString('latin1', 0, 6));
  if (bytes.length >= LYRICS_END.length && startsWith(end(LYRICS_END.length), LYRICS_END)) {
    const from = end(LONGEST_LYRICS).lastIndexOf(LYRICS, undefined, 'latin1');
    return from < 0 ? 0 : end(LONGEST_LYRICS).length - from;
  }
  return 0;
}

const isFrame = (bytes: Buffer, at: number) =>
  bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xe0) === 0xe0;

/** Where one sound ends and another begins behind it, told by a tag between them; -1 where none does. */
function seam(bytes: Buffer): number {
  const before = bytes.indexOf('ID3', 1);
  const behind = bytes.indexOf('TAG', 1);
  for (let [one, other] = [before, behind]; one >= 0 || other >= 0; ) {
    const isOld = one < 0 || (other >= 0 && other < one);
    const at = isOld ? other : one;
    const rest = bytes.subarray(at);
    if (isOld && isFrame(rest, OLD)) return at + OLD;
    const isTag =
      !isOld && rest.length > HEAD && rest.subarray(6, HEAD).every((byte) => byte < 128);
    if (isTag && isFrame(rest, leading(rest))) return at;
    if (isOld) other = bytes.indexOf('TAG', at + 1);
    else one = bytes.indexOf('ID3', at + 1);
  }
  return -1;
}

/**
 * A sound without the tags in it: of several files that were put one behind the other, each with its own.
 *
 * @throws UnsoundFile
 */
export function withoutInnerTags(sound: Buffer): Buffer {
  const parts: Buffer[] = [];
  let rest = sound;
  for (let at = seam(rest); at >= 0; at = seam(rest)) {
    parts.push(withoutTags(rest.subarray(0, at)));
    mustHold(parts.length < MOST_SOUNDS, `It is put together of ${MOST_SOUNDS} sounds and more.`);
    rest = withoutTags(rest.subarray(at));
  }
  return parts.length === 0 ? sound : Buffer.concat([...parts, rest]);
}

/** A file without the tags before and after its sound: ID3 of both kinds, APE and Lyrics3. @throws UnsoundFile */
export function withoutTags(file: Buffer): Buffer {
  let bytes = file;
  for (let length = leading(bytes); length > 0; length = leading(bytes)) {
    mustHold(length <= bytes.length, 'A tag is longer than the file.');
    bytes = bytes.subarray(length);
  }
  for (let length = trailing(bytes); length > 0; length = trailing(bytes)) {
    mustHold(length <= bytes.length, 'A tag is longer than the file.');
    bytes = bytes.subarray(0, -length);
  }
  return bytes;
}
