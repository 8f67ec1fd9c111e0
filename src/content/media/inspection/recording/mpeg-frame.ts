/** Kilobits a second, by the number that a frame states: of MPEG-1, then of MPEG-2 and 2.5, layer III. */
const RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const SAMPLE_RATES = [44_100, 48_000, 32_000];
/** A piece of MPEG audio that is decoded at once. */
export interface Frame {
  /** In bytes, with its header. */
  length: number;
  samples: number;
  /** Samples a second. */
  rate: number;
}

/** The frame whose header this is; undefined where it is none of MPEG audio, layer III, or does not say its length. */
export function frameOf(header: number): Frame | undefined {
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
