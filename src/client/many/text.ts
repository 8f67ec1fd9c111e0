/** The encodings of texts that begin with a byte order mark. */
const MARKS: readonly [bytes: readonly number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** How much of a file is looked at to tell its encoding, in bytes. */
const LOOKED_AT = 2000;

/** How many zeros stand at even and at odd places: a Latin letter of UTF-16 has one, in its first or second byte. */
function zerosOf(bytes: Uint8Array): [even: number, odd: number] {
  const zeros: [number, number] = [0, 0];
  for (const [at, byte] of bytes.subarray(0, LOOKED_AT).entries())
    if (byte === 0) zeros[at % 2 === 0 ? 0 : 1]++;
  return zeros;
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return marked[1];
  const [even, odd] = zerosOf(bytes);
  if (even === 0 && odd === 0) return 'utf-8';
  const half = Math.min(bytes.length, LOOKED_AT) / 2;
  if (even === 0 && odd > half / 2) return 'utf-16le';
  return odd === 0 && even > half / 2 ? 'utf-16be' : undefined;
}

/** The text of a file: UTF-8, UTF-16, or else Windows-1252, as spreadsheets write them; undefined where it is no text. */
export function textOf(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return encoding === 'utf-8' ? new TextDecoder('windows-1252').decode(bytes) : undefined;
  }
}
