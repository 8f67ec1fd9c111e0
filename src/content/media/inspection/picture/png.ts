import { inflateSync } from 'node:zlib';
import type { FileBytes } from '../file-bytes.ts';
import { damaged, large, unfit } from '../media-fault.ts';

/** The most that all packed texts and the colour profile hold, in bytes: a file of a few bytes may unpack to thousands of millions. */
const MOST_UNPACKED = 16 * 1024 * 1024;
/** What one counts for that cannot be unpacked, which may take as long. */
const SPOILT = MOST_UNPACKED / 16;
const MOST_PACKED = 8 * 1024 * 1024;
/** Chunks of a file; programs write some thousands for the largest scans. */
const MOST_CHUNKS = 500_000;

/** The packed bytes of a chunk; undefined where it has none. */
function packedIn(type: string, chunk: Buffer): Buffer | undefined {
  const afterName = chunk.indexOf(0) + 1;
  if (type === 'zTXt' || type === 'iCCP') return chunk.subarray(afterName + 1);
  if (type !== 'iTXt' || chunk[afterName] !== 1) return undefined;
  const afterLanguage = chunk.indexOf(0, afterName + 2) + 1;
  return chunk.subarray(chunk.indexOf(0, afterLanguage) + 1);
}

/** @param left how many bytes all that is packed may still have @returns how many it has @throws MediaFault where that is more */
function unpackedIn(type: string, chunk: Buffer, left: number): number {
  const packed = packedIn(type, chunk);
  if (!packed || packed.length === 0) return 0;
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    // What cannot be unpacked is passed over by every reader.
    if (!isTooLarge && left > SPOILT) return SPOILT;
    throw large(
      'the texts and the colour profile that are packed in a PNG have at most 16 MB when they are unpacked',
      'Save it anew without its texts.',
    );
  }
}

/** Where a PNG ends. @throws MediaFault where it is not whole, or a text of it unpacks to very much */
export function endOfPng(bytes: FileBytes): number {
  let at = 8;
  let unpacked = 0;
  for (let count = 0; count < MOST_CHUNKS; count++) {
    if (at + 12 > bytes.size) throw damaged('this PNG ends before its picture does');
    const length = bytes.u32(at);
    const type = bytes.text(at + 4, 4);
    if (at + 12 + length > bytes.size) throw damaged('this PNG ends before its picture does');
    if (count === 0 && type !== 'IHDR')
      throw damaged('this PNG does not begin with the size of its picture');
    // What decodes pictures here sees the first alone, and browsers show all.
    if (/^(?:acTL|fcTL|fdAT)$/.test(type))
      throw unfit(
        'this PNG moves (APNG)',
        'Save it as WebP or GIF, or its first picture as a PNG.',
      );
    if (/^(?:zTXt|iTXt|iCCP)$/.test(type)) {
      if (length > MOST_PACKED)
        throw large(
          'a text or colour profile of a PNG has at most 8 MB',
          'Save it anew without its texts.',
        );
      unpacked += unpackedIn(type, bytes.at(at + 8, length), MOST_UNPACKED - unpacked);
    }
    at += 12 + length;
    if (type === 'IEND') return at;
  }
  throw large(`a PNG has at most ${MOST_CHUNKS.toLocaleString('en')} parts`, 'Save it anew.');
}
