import type { FileBytes } from '../file-bytes.ts';
import { damaged, unfit } from '../media-fault.ts';
import { refuseTrailer } from '../trailer.ts';

/** Kilobits a second, by the number that a frame states: of MPEG-1, then of MPEG-2 and 2.5, layer III. */
const RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const SAMPLE_RATES = [44_100, 48_000, 32_000];
/** What may stand between frames in all, where a recording was cut or put together; more is something else. */
const MOST_BETWEEN = 64 * 1024;
const FEWEST_FRAMES = 2;

interface Frame {
  /** In bytes, with its header. */
  length: number;
  samples: number;
  rate: number;
}

/** The frame whose header this is; undefined where it is none of MPEG audio, layer III, or does not say its length. */
function frameOf(header: number): Frame | undefined {
  const version = (header >>> 19) & 3;
  const [bitRate, sampleRate] = [(header >>> 12) & 15, (header >>> 10) & 3];
  if (header >>> 21 !== 0x7ff || version === 1 || ((header >>> 17) & 3) !== 1) return undefined;
  const isFirst = version === 3;
  const bits = (RATES[isFirst ? 0 : 1]?.[bitRate] ?? 0) * 1000;
  const rate = (SAMPLE_RATES[sampleRate] ?? 0) / (isFirst ? 1 : version === 2 ? 2 : 4);
  if (bits === 0 || rate === 0) return undefined;
  const samples = isFirst ? 1152 : 576;
  return {
    length: Math.floor((samples / 8) * (bits / rate)) + ((header >>> 9) & 1),
    samples,
    rate,
  };
}

/** The bytes of a tag at a place, before the sound or behind it; 0 where none is. */
function tagLength(bytes: FileBytes, at: number): number {
  if (at + 10 > bytes.size) return 0;
  const sign = bytes.text(at, 3);
  if (sign === 'ID3') {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.at(at + 6, 4);
    return 10 + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127);
  }
  if (sign === 'TAG') return 128;
  if (at + 32 <= bytes.size && bytes.text(at, 8) === 'APETAGEX') return 32 + bytes.u32le(at + 12);
  return 0;
}

/** Whether a frame stands at a place, and after it another, a tag or the end. */
function frameAt(bytes: FileBytes, at: number): Frame | undefined {
  const frame = at + 4 <= bytes.size ? frameOf(bytes.u32(at)) : undefined;
  if (!frame) return undefined;
  const next = at + frame.length;
  return next === bytes.size ||
    tagLength(bytes, next) > 0 ||
    (next + 4 <= bytes.size && frameOf(bytes.u32(next)))
    ? frame
    : undefined;
}

/** Whether the first frame of a sound holds a table of the others (Xing, Info, VBRI) and no sound. */
const isTable = (bytes: FileBytes, at: number, { length }: Frame): boolean =>
  /Xing|Info|VBRI/.test(bytes.text(at, Math.min(length, 200, bytes.size - at)));

/** How long an MP3 is, in seconds, as its frames are. @throws MediaFault where it is not whole, or something else besides */
export function inspectMp3(bytes: FileBytes): { seconds: number } {
  let at = 0;
  let between = 0;
  let frames = 0;
  /** How many samples were taken at each rate: nearly always at one. */
  const samples = new Map<number, number>();
  let end = 0;
  while (at < bytes.size) {
    const tag = tagLength(bytes, at);
    if (tag > 0) {
      if (at + tag > bytes.size) throw damaged('this MP3 ends before its notes do');
      at += tag;
      end = at;
      continue;
    }
    // The last of them has no other behind it.
    const frame =
      frameAt(bytes, at) ??
      (between === 0 && frames > 0 ? frameOf(bytes.size - at >= 4 ? bytes.u32(at) : 0) : undefined);
    if (!frame) {
      if (++between > MOST_BETWEEN) break;
      at++;
      continue;
    }
    if (at + frame.length > bytes.size) {
      if (frames < FEWEST_FRAMES) break;
      throw damaged('this MP3 ends in the middle of its sound');
    }
    if (frames++ > 0 || !isTable(bytes, at, frame))
      samples.set(frame.rate, (samples.get(frame.rate) ?? 0) + frame.samples);
    at += frame.length;
    end = at;
  }
  if (frames < FEWEST_FRAMES) throw damaged('this MP3 has no sound in it');
  if (between > MOST_BETWEEN)
    throw unfit(`between the sound of this MP3 stands something else`, 'Save it anew as MP3.');
  refuseTrailer(bytes, end, 'MP3');
  return { seconds: [...samples].reduce((sum, [rate, count]) => sum + count / rate, 0) };
}
