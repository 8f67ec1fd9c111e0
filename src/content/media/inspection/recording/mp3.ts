import type { FileBytes } from '../file-bytes.ts';
import { damaged, unfit } from '../media-fault.ts';
import { refuseTrailer } from '../trailer.ts';
import { type Frame, frameOf } from './mpeg-frame.ts';
import { beforeTags, tagLength } from './tag.ts';

/** What may stand between frames in all, where a recording was cut or put together; more is something else. */
const MOST_BETWEEN = 64 * 1024;
const FEWEST_FRAMES = 2;

/** Whether a frame stands at a place, and after it another, a tag or the end of the sound. */
function frameAt(bytes: FileBytes, at: number, last: number): Frame | undefined {
  const frame = at + 4 <= bytes.size ? frameOf(bytes.u32(at)) : undefined;
  if (!frame) return undefined;
  const next = at + frame.length;
  return next === last ||
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
  const last = beforeTags(bytes);
  let at = 0;
  let between = 0;
  let frames = 0;
  /** How many samples were taken at each rate: nearly always at one. */
  const samples = new Map<number, number>();
  let end = 0;
  while (at < last) {
    const tag = tagLength(bytes, at);
    if (tag > 0) {
      if (at + tag > bytes.size) throw damaged('this MP3 ends before its notes do');
      at += tag;
      end = at;
      continue;
    }
    // The last of them has no other behind it.
    const frame =
      frameAt(bytes, at, last) ??
      (between === 0 && frames > 0 ? frameOf(last - at >= 4 ? bytes.u32(at) : 0) : undefined);
    if (!frame) {
      if (++between > MOST_BETWEEN) break;
      at++;
      continue;
    }
    if (at + frame.length > last) {
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
  refuseTrailer(bytes, end === last ? bytes.size : end, 'MP3');
  return { seconds: [...samples].reduce((sum, [rate, count]) => sum + count / rate, 0) };
}
