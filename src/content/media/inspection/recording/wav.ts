import type { FileBytes } from '../file-bytes.ts';
import { damaged, unfit } from '../media-fault.ts';
import { endOfRiff } from '../riff.ts';
import { refuseTrailer } from '../trailer.ts';

const [PCM, FLOAT, EXTENSIBLE] = [1, 3, 0xfffe];
const MOST_CHUNKS = 10_000;

/** How many bytes a second of sound takes. @throws MediaFault where it is in a form that browsers do not play */
function rateOf(bytes: FileBytes, at: number, length: number): number {
  if (length < 16) throw damaged('this WAV does not say how its sound is kept');
  const stated = bytes.u16le(at);
  const form = stated === EXTENSIBLE && length >= 26 ? bytes.u16le(at + 24) : stated;
  const bits = bytes.u16le(at + 14);
  if (!(form === PCM && [8, 16, 24, 32].includes(bits)) && !(form === FLOAT && bits === 32))
    throw unfit(
      'this WAV holds another sound than PCM, which not all browsers play',
      'Save it as WAV (PCM), FLAC or Opus.',
    );
  const channels = bytes.u16le(at + 2);
  const frame = bytes.u16le(at + 12);
  const rate = bytes.u32le(at + 4);
  if (channels === 0 || frame !== (channels * bits) / 8 || rate === 0)
    throw damaged('what this WAV says of its sound does not fit together');
  return rate * frame;
}

/** How long a WAV is, in seconds. @throws MediaFault where it is not whole, or no PCM; CutOff where it ends too early */
export function inspectWav(bytes: FileBytes): { seconds: number } {
  const end = endOfRiff(bytes, 'WAV');
  let rate: number | undefined;
  let sound: number | undefined;
  let at = 12;
  for (let count = 0; at + 8 <= end && count < MOST_CHUNKS; count++) {
    const type = bytes.text(at, 4);
    const length = bytes.u32le(at + 4);
    if (at + 8 + length > end) throw damaged('this WAV ends before its sound does');
    if (type === 'fmt ') rate = rateOf(bytes, at + 8, length);
    if (type === 'data') sound = length;
    at += 8 + length + (length % 2);
  }
  if (!rate || !sound) throw damaged('this WAV has no sound in it');
  refuseTrailer(bytes, end, 'WAV');
  return { seconds: sound / rate };
}
