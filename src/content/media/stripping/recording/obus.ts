import { mustHold } from '../unsound.ts';

/** Kinds of units of AV1 (its specification, 6.2.2), and kinds of what is told of pictures (6.7.1). */
const [METADATA, PADDING] = [5, 15];
/** Parts of pictures, and how these are made; what is of the future or of programs is not seen. */
const PICTURES = new Set([1, 2, 3, 4, 6, 7, 8]);
/** How bright pictures are, by the most bytes that it takes with its kind and the bits that end it. */
const SEEN = new Map([
  [1, 6],
  [2, 26],
]);
const [HAS_MORE, HAS_SIZE] = [0x04, 0x02];
/** A number is in pieces of seven bits. */
const LONGEST = 8;

/** A number at a place, and where it ends. @throws UnsoundFile */
function numberAt(bytes: Buffer, from: number, to: number): { value: number; end: number } {
  let value = 0;
  for (let at = from; at < Math.min(to, from + LONGEST); at++) {
    const byte = bytes.readUInt8(at);
    value += (byte & 0x7f) * 2 ** ((at - from) * 7);
    if (byte < 0x80) return { value, end: at + 1 };
  }
  mustHold(false, 'A picture of the film is torn.');
}

/**
 * Takes out of units of AV1 that follow each other what is no picture, or how bright it is: which program wrote it and
 * how, and whatever programs put there. They stay as long as they were.
 *
 * @throws UnsoundFile
 */
export function stripObus(bytes: Buffer, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const head = bytes.readUInt8(at);
    const start = at + (head & HAS_MORE ? 2 : 1);
    // The last of a picture may reach to its end.
    const size = head & HAS_SIZE ? numberAt(bytes, start, to) : { value: to - start, end: start };
    const end = size.end + size.value;
    mustHold(start <= to && end <= to, 'A picture of the film is torn.');
    const kind = (head >> 3) & 15;
    const isSeen =
      kind === METADATA && end > size.end && size.value <= (SEEN.get(bytes[size.end] ?? 0) ?? -1);
    if (!PICTURES.has(kind) && !isSeen) {
      bytes[at] = (head & 0x87) | (PADDING << 3);
      bytes.fill(0, size.end, end);
      if (end > size.end) bytes[end - 1] = 0x80;
    }
    at = end;
  }
}
