import { inflateSync } from 'node:zlib';
import type { FileBytes } from '../file-bytes.ts';
import { damaged, large, unfit } from '../media-fault.ts';

/** The most that a packed text or colour profile holds, in bytes: a file of a few bytes may unpack to thousands of millions. */
const MOST_UNPACKED = 16 * 1024 * 1024;
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

function refuseBomb(type: string, chunk: Buffer): void {
  const packed = packedIn(type, chunk);
  if (!packed || packed.length === 0) return;
  try {
    inflateSync(packed, { maxOutputLength: MOST_UNPACKED });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw large(
        'a text or colour profile that is packed in a PNG has at most 16 MB when it is unpacked',
        'Save it anew without its texts.',
      );
    // What cannot be unpacked is passed over by every reader.
  }
}

/** Where a PNG ends. @throws MediaFault where it is not whole, or a text of it unpacks to very much */
export function endOfPng(bytes: FileBytes): number {
  let at = 8;
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
      refuseBomb(type, bytes.at(at + 8, length));
    }
    at += 12 + length;
    if (type === 'IEND') return at;
  }
  throw large(`a PNG has at most ${MOST_CHUNKS.toLocaleString('en')} parts`, 'Save it anew.');
}
