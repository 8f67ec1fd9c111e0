import { mustHold } from './unsound.ts';

/** A box of an ISO base media file (ISO/IEC 14496-12): its type, and where it and its content lie in the file. */
export interface Box {
  type: string;
  start: number;
  /** Where its content begins. */
  content: number;
  end: number;
}

/** The boxes in a part of a file. @throws UnsoundFile */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start < to; ) {
    // In its lists QuickTime may write a 0 at the end.
    if (to - start < 8) {
      mustHold(
        bytes.subarray(start, to).every((byte) => byte === 0),
        'A box of the file is torn.',
      );
      break;
    }
    const short = bytes.readUInt32BE(start);
    const isLong = short === 1;
    mustHold(!isLong || start + 16 <= to, 'A box of the file is torn.');
    const length = isLong ? Number(bytes.readBigUInt64BE(start + 8)) : short || to - start;
    const content = start + (isLong ? 16 : 8);
    const end = start + length;
    mustHold(end >= content && end <= to, 'A box of the file is longer than what it lies in.');
    boxes.push({ type: bytes.toString('latin1', start + 4, start + 8), start, content, end });
    start = end;
  }
  return boxes;
}

export const inside = (bytes: Buffer, { content, end }: Box) => boxesIn(bytes, content, end);

/** Makes a box one of free space, with nothing in it; all others stay where they are. */
export function freed(bytes: Buffer, { start, content, end }: Box): void {
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, content, end);
}
