import type { FileBytes } from '../file-bytes.ts';
import { damaged } from '../media-fault.ts';
import { refuseTrailer } from '../trailer.ts';
import { behindTags } from './tag.ts';

const MOST_BLOCKS = 10_000;
/** A frame holds at most 65,535 samples of eight channels; programs write 4,096 of two. */
const LONGEST_FRAME = 1024 * 1024;
const ID3_V1 = 128;

/** Tables of the sums that end a frame: CRC-16 with the polynomial 0x8005 (RFC 9639). */
const SUMS = Uint16Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 8;
  for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000 ? (sum << 1) ^ 0x8005 : sum << 1;
  return sum;
});
function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) & 0xffff) ^ (SUMS[(sum >> 8) ^ byte] ?? 0);
  return sum;
}

/** Whether a file ends with a whole frame: no one who cuts it off leaves one whose sum is right. */
function endsWhole(bytes: FileBytes, start: number, end: number): boolean {
  const from = Math.max(start, end - LONGEST_FRAME);
  const tail = Buffer.from(bytes.at(from, end - from));
  // From the end back, so that the first place whose sum is right is that of the last frame. Each place costs a sum.
  let tries = 0;
  for (
    let at = tail.lastIndexOf(0xff, -3);
    at >= 0 && tries < 200;
    at = at > 0 ? tail.lastIndexOf(0xff, at - 1) : -1
  ) {
    if (((tail[at + 1] ?? 0) & 0xfe) !== 0xf8) continue;
    tries++;
    // With its own sum behind it, what a frame holds has the sum 0.
    if (sumOf(tail.subarray(at)) === 0) return true;
  }
  return false;
}

/** How long a FLAC is, in seconds. @throws MediaFault where it is not whole; CutOff where it ends too early */
export function inspectFlac(bytes: FileBytes): { seconds?: number } {
  let at = behindTags(bytes) + 4;
  let seconds: number | undefined;
  for (let count = 0; ; count++) {
    const head = bytes.u8(at);
    const length = bytes.u24(at + 1);
    if (count === 0) {
      if ((head & 0x7f) !== 0 || length !== 34)
        throw damaged('this FLAC does not say how its sound is kept');
      const rate = bytes.u24(at + 14) >> 4;
      const samples = (bytes.u8(at + 17) & 0x0f) * 2 ** 32 + bytes.u32(at + 18);
      if (rate === 0) throw damaged('this FLAC does not say how its sound is kept');
      // Programs that write as they hear do not know how long it will be.
      if (samples > 0) seconds = samples / rate;
    }
    at += 4 + length;
    if (head & 0x80) break;
    if (count > MOST_BLOCKS) throw damaged('this FLAC has too many parts');
  }
  if (bytes.u8(at) !== 0xff || (bytes.u8(at + 1) & 0xfe) !== 0xf8)
    throw damaged('this FLAC has no sound in it');
  const hasTag = bytes.size - at > ID3_V1 && bytes.text(bytes.size - ID3_V1, 3) === 'TAG';
  const end = bytes.size - (hasTag ? ID3_V1 : 0);
  if (!endsWhole(bytes, at, end))
    throw damaged('this FLAC ends in the middle of its sound, or with something else');
  refuseTrailer(bytes, end, 'FLAC');
  return seconds === undefined ? {} : { seconds };
}
