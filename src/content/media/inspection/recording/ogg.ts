import type { FileBytes } from '../file-bytes.ts';
import { damaged, unfit } from '../media-fault.ts';
import { refuseTrailer } from '../trailer.ts';

/** The sum that each page has: CRC-32 with the polynomial 0x04c11db7, not mirrored (RFC 3533). */
const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit++) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum >>> 0;
});
function sumOf(page: Buffer): number {
  let sum = 0;
  // The sum itself, of four bytes from 22 on, counts as nothing.
  for (let at = 0; at < page.length; at++) {
    const byte = at >= 22 && at < 26 ? 0 : (page[at] ?? 0);
    sum = (sum << 8) ^ (SUMS[((sum >>> 24) ^ byte) & 0xff] ?? 0);
  }
  return sum >>> 0;
}

const UNKNOWN = 2 ** 63;
const [BEGINS] = [2];

/** One sound of a file: by what its places are counted, and where it begins and ends. */
interface Stream {
  rate: number;
  skipped: number;
  last: number;
}

/** What a stream is by its first packet. @throws MediaFault where browsers do not play it */
function streamOf(packet: Buffer): Stream {
  const text = packet.toString('latin1');
  if (text.startsWith('OpusHead') && packet.length >= 19)
    return { rate: 48_000, skipped: packet.readUInt16LE(10), last: 0 };
  if (text.startsWith('\u0001vorbis') && packet.length >= 30)
    return { rate: packet.readUInt32LE(12), skipped: 0, last: 0 };
  // Its notes lie in packets of their own, which are not looked through.
  if (text.startsWith('\u007fFLAC'))
    throw unfit('this Ogg holds FLAC', 'Save it as a FLAC file of its own (.flac).');
  const what = text.startsWith('Speex')
    ? 'speech as Speex'
    : text.startsWith('\u0080theora')
      ? 'a film (Theora)'
      : 'something else than Opus or Vorbis';
  throw unfit(
    `this Ogg holds ${what}, which browsers do not play`,
    text.startsWith('\u0080theora') ? 'Save it as WebM or MP4.' : 'Save it as Opus or MP3.',
  );
}

/** How long an Ogg is, in seconds: each of its sounds after the other. @throws MediaFault where it is not whole; CutOff where it ends too early */
export function inspectOgg(bytes: FileBytes): { seconds: number } {
  const streams = new Map<number, Stream>();
  let at = 0;
  while (at + 27 <= bytes.size && bytes.text(at, 4) === 'OggS') {
    const segments = bytes.at(at + 27, bytes.u8(at + 26));
    const header = 27 + segments.length;
    const length = header + segments.reduce((sum, one) => sum + one, 0);
    const page = bytes.at(at, length);
    if (page.readUInt32LE(22) !== sumOf(page))
      throw damaged('a page of this Ogg is not as it was written');
    const serial = page.readUInt32LE(14);
    if ((page[5] ?? 0) & BEGINS) streams.set(serial, streamOf(page.subarray(header)));
    const stream = streams.get(serial);
    if (!stream) throw damaged('this Ogg does not begin with its beginning');
    const place = page.readUInt32LE(6) + page.readUInt32LE(10) * 2 ** 32;
    if (place < UNKNOWN) stream.last = Math.max(stream.last, place);
    at += length;
    if (streams.size > 1000) throw damaged('this Ogg has too many sounds');
  }
  const seconds = [...streams.values()].reduce(
    (sum, { rate, skipped, last }) => sum + (rate > 0 ? Math.max(0, last - skipped) / rate : 0),
    0,
  );
  if (seconds === 0) throw damaged('this Ogg has no sound in it');
  if (at < bytes.size && bytes.text(at, Math.min(4, bytes.size - at)) === 'OggS')
    throw damaged('this Ogg ends in the middle of its sound');
  refuseTrailer(bytes, at, 'Ogg');
  return { seconds };
}
