import { mustHold } from '../unsound.ts';
import { withoutTags } from './id3.ts';

const STREAMINFO = 0;
const SEEKTABLE = 3;
const LAST = 0x80;

/** A FLAC file without all that it tells beside the sound: of its first blocks the two that players need. @throws UnsoundFile */
export function strippedFlac(file: Buffer): Uint8Array {
  const bytes = withoutTags(file);
  mustHold(bytes.toString('latin1', 0, 4) === 'fLaC', 'It does not begin as a FLAC file does.');
  const blocks: Buffer[] = [];
  let at = 4;
  for (let isLast = false; !isLast; ) {
    mustHold(at + 4 <= bytes.length, 'The FLAC file holds no sound.');
    const head = bytes.readUInt8(at);
    const end = at + 4 + bytes.readUIntBE(at + 1, 3);
    mustHold(end <= bytes.length, 'A block of the FLAC file is too long.');
    isLast = (head & LAST) !== 0;
    const type = head & ~LAST;
    if (type === STREAMINFO || type === SEEKTABLE) {
      const block = Buffer.from(bytes.subarray(at, end));
      block[0] = type;
      blocks.push(block);
    }
    at = end;
  }
  const last = blocks.at(-1);
  mustHold(last !== undefined, 'The FLAC file does not say what it holds.');
  last[0] = (last[0] ?? 0) | LAST;
  return Buffer.concat([bytes.subarray(0, 4), ...blocks, bytes.subarray(at)]);
}
