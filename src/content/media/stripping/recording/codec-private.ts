import { mustHold } from '../unsound.ts';
import { emptied } from './comments.ts';
import { stripObus } from './obus.ts';
import { AV1_HEAD } from './sample-entry.ts';

/** What an Opus head is long without a table of its channels, and where that says how many there are. */
const [OPUS_HEAD, CHANNELS, FAMILY] = [19, 9, 18];
export const AV1 = 'V_AV1';
/** What decoders of pictures are told: numbers alone. */
const NUMBERS = new Set(['V_VP9', AV1]);

/** The lengths of the first two of three packets, each as bytes of 255 and a last one. */
function lacedLengths(bytes: Buffer): { lengths: number[]; start: number } {
  mustHold(bytes[0] === 2, 'The sound of the film does not begin with three packets.');
  let at = 1;
  const lengths = [0, 1].map(() => {
    let length = 0;
    while (bytes[at] === 0xff) [length, at] = [length + 0xff, at + 1];
    return length + (bytes[at++] ?? 0);
  });
  return { lengths, start: at };
}

/**
 * Takes out of what a decoder is told before the first picture or sound (`CodecPrivate`) all comments. It stays as long as it
 * was.
 *
 * @param bytes are changed
 * @param codec as Matroska names it
 * @throws UnsoundFile where the codec is none that is known
 */
export function stripCodecPrivate(bytes: Buffer, codec: string): void {
  if (codec === 'A_VORBIS') {
    const { lengths, start } = lacedLengths(bytes);
    const [first = 0, second = 0] = lengths;
    const comments = bytes.subarray(start + first, start + first + second);
    mustHold(comments.length === second, 'The sound of the film is torn.');
    emptied(comments, '\u0003vorbis', true).copy(comments);
    return;
  }
  if (codec === 'A_OPUS') {
    const table = bytes.readUInt8(FAMILY) === 0 ? 0 : 2 + bytes.readUInt8(CHANNELS);
    bytes.fill(0, Math.min(bytes.length, OPUS_HEAD + table));
    return;
  }
  if (codec === AV1) stripObus(bytes, Math.min(bytes.length, AV1_HEAD), bytes.length);
  mustHold(NUMBERS.has(codec), 'What the decoder of the film is told is in no form that is known.');
}
