import { mustHold } from '../unsound.ts';
import { emptied } from './comments.ts';

const HEAD = 27;
const BEGINS = 0x02;
const CHECK = 22;
const FULL = 255;

/** A page of an Ogg file (RFC 3533): where it lies, and the parts of packets that it holds. */
interface OggPage {
  start: number;
  end: number;
  serial: number;
  begins: boolean;
  parts: { start: number; end: number; ends: boolean }[];
}

/** The pages of a file. @throws UnsoundFile */
function* pagesOf(bytes: Buffer): Iterable<OggPage> {
  for (let start = 0; start < bytes.length; ) {
    const isPage = bytes.toString('latin1', start, start + 4) === 'OggS';
    mustHold(isPage && start + HEAD <= bytes.length, 'A page of the Ogg file is missing.');
    const lengths = bytes.subarray(start + HEAD, start + HEAD + bytes.readUInt8(start + 26));
    let at = start + HEAD + lengths.length;
    const parts: OggPage['parts'] = [];
    let from = at;
    for (const length of lengths) {
      at += length;
      if (length === FULL) continue;
      parts.push({ start: from, end: at, ends: true });
      from = at;
    }
    if (from < at) parts.push({ start: from, end: at, ends: false });
    mustHold(at <= bytes.length, 'The Ogg file has no end.');
    const begins = (bytes.readUInt8(start + 5) & BEGINS) !== 0;
    yield { start, end: at, serial: bytes.readUInt32LE(start + 14), begins, parts };
    start = at;
  }
}

/** The kinds of sound: how the first packet begins, and the second, which holds the comments; and whether a bit ends it. */
const SOUNDS: readonly [first: string, comments: string, hasBit: boolean][] = [
  ['\u0001vorbis', '\u0003vorbis', true],
  ['OpusHead', 'OpusTags', false],
];

const begins = (bytes: Buffer, at: number, words: string) =>
  bytes.toString('latin1', at, at + words.length) === words;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++)
    value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

/** The check sum of a page; that in the page itself counts as 0. */
function checkOf(page: Buffer): number {
  let sum = 0;
  page.forEach((byte, at) => {
    const counted = at >= CHECK && at < CHECK + 4 ? 0 : byte;
    sum = ((sum << 8) ^ (TABLE[((sum >>> 24) ^ counted) & 0xff] ?? 0)) >>> 0;
  });
  return sum;
}

/** Empties the comments of a sound. @param first its first page @param rest the others, in order */
function emptyComments(bytes: Buffer, first: OggPage, rest: readonly OggPage[]): void {
  const [head] = first.parts;
  mustHold(first.begins && head !== undefined, 'The Ogg file does not begin.');
  const isSole = rest.every(({ serial }) => serial === first.serial);
  mustHold(isSole, 'The Ogg file holds several streams.');
  const sound = SOUNDS.find(([start]) => begins(bytes, head.start, start));
  mustHold(sound !== undefined, 'The Ogg file holds no Vorbis or Opus.');
  const [, comments, hasBit] = sound;
  const parts = rest.flatMap((page) => page.parts.map((part) => ({ page, part })));
  const last = parts.findIndex(({ part }) => part.ends);
  mustHold(last >= 0, 'The Ogg file does not say where its comments are.');
  const spans = parts.slice(0, last + 1);
  const packet = Buffer.concat(spans.map(({ part }) => bytes.subarray(part.start, part.end)));
  const empty = emptied(packet, comments, hasBit);
  let at = 0;
  for (const { page, part } of spans) {
    at += empty.copy(bytes, part.start, at, at + part.end - part.start);
    bytes.writeUInt32LE(checkOf(bytes.subarray(page.start, page.end)), page.start + CHECK);
  }
}

/**
 * An Ogg file of one sound or of several after each other (Vorbis, Opus) whose comments say nothing. All else stays where
 * it was.
 *
 * @throws UnsoundFile also where it holds other streams, or several at once
 */
export function strippedOgg(file: Buffer): Uint8Array {
  const bytes = Buffer.from(file);
  const sounds: [OggPage, ...OggPage[]][] = [];
  for (const page of pagesOf(bytes)) {
    const last = sounds.at(-1);
    if (page.begins || !last) sounds.push([page]);
    else last.push(page);
  }
  mustHold(sounds.length > 0, 'The Ogg file does not begin.');
  for (const [first, ...rest] of sounds) emptyComments(bytes, first, rest);
  return bytes;
}
