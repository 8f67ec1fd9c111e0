import type { FileBytes } from '../file-bytes.ts';
import {
  MOST_FRAMES,
  MOST_PIXELS,
  refuseMany,
  refuseManyInAll,
  refuseManyPixels,
} from '../limit.ts';
import { damaged } from '../media-fault.ts';

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];

/** The bytes of a table of colours, by the flags that announce it. */
const tableLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where blocks end, each of which begins with its length, the last with 0. */
function afterBlocks(bytes: FileBytes, from: number): number {
  let at = from;
  for (;;) {
    const length = bytes.u8(at);
    at += 1 + length;
    if (length === 0) return at;
  }
}

/** Where a GIF ends. @throws MediaFault where it is not whole, or has too much in it; CutOff where it ends too early */
export function endOfGif(bytes: FileBytes): number {
  const [width, height] = [bytes.u16le(6), bytes.u16le(8)];
  // Decoders take another size where this one is strange; browsers do not.
  refuseManyPixels('GIF', width, height, true);
  let at = 13 + tableLength(bytes.u8(10));
  for (let frames = 0; ; ) {
    const kind = bytes.u8(at);
    if (kind === TRAILER) {
      if (frames === 0) throw damaged('this GIF has no picture in it');
      return at + 1;
    }
    if (kind === EXTENSION) at = afterBlocks(bytes, at + 2);
    else if (kind === IMAGE) {
      refuseMany('GIF', 'pictures', ++frames, MOST_FRAMES);
      refuseManyInAll('GIF', width * height * frames, MOST_PIXELS);
      at = afterBlocks(bytes, at + 11 + tableLength(bytes.u8(at + 9)));
    } else throw damaged('the parts of this GIF do not follow each other');
  }
}
