import type { FileBytes } from './file-bytes.ts';
import { damaged } from './media-fault.ts';

/** Where a file of RIFF (WebP, WAV) ends, by its own statement. @throws MediaFault where it is cut off */
export function endOfRiff(bytes: FileBytes, name: string): number {
  const length = bytes.u32le(4);
  const end = 8 + length;
  // The last byte of padding is left out by some programs.
  if (end > bytes.size + 1) throw damaged(`this ${name} is shorter than it says`);
  return Math.min(end + (length % 2), bytes.size);
}
