import type { FileBytes } from './file-bytes.ts';
import { damaged } from './media-fault.ts';

/** A box of a container of the ISO base media file format (ISO 14496-12): AVIF, M4A, MP4. */
export interface Box {
  type: string;
  /** Where what it holds begins, and where it ends. */
  from: number;
  to: number;
}

/** Films of hours in pieces of a second have tens of thousands. */
const MOST_BOXES = 200_000;

/**
 * The boxes from one place to another, one after another.
 *
 * @throws MediaFault where they do not fit
 */
export function* boxesIn(bytes: FileBytes, from: number, to: number): Generator<Box> {
  let count = 0;
  for (let at = from; at < to; ) {
    // A list may end with four bytes of nothing.
    if (to - at < 8) {
      if (bytes.at(at, to - at).every((byte) => byte === 0)) return;
      throw damaged('its boxes do not fit');
    }
    let header = 8;
    let length = bytes.u32(at);
    const type = bytes.text(at + 4, 4);
    if (length === 1) {
      length = bytes.u64(at + 8);
      header = 16;
    } else if (length === 0) length = to - at;
    if (!/^[\u0020-\u007e\u00a9]{4}$/.test(type) || length < header)
      throw damaged('its boxes do not follow each other');
    if (at + length > to) throw damaged('it ends before its content does');
    if (++count > MOST_BOXES) throw damaged('it has too many boxes');
    yield { type, from: at + header, to: at + length };
    at += length;
  }
}

/** The boxes in another of one type. @param skipped how many bytes stand before them */
export const boxesOf = (bytes: FileBytes, box: Box, type: string, skipped = 0): Box[] =>
  [...boxesIn(bytes, box.from + skipped, box.to)].filter((one) => one.type === type);

/** The first box that a path of types leads to; undefined where there is none. */
export const boxAt = (bytes: FileBytes, box: Box, ...path: string[]): Box | undefined =>
  path.reduce<Box | undefined>((found, type) => found && boxesOf(bytes, found, type)[0], box);
