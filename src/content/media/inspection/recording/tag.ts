import type { FileBytes } from '../file-bytes.ts';

const HAS_FOOTER = 0x10;

/** The bytes of a tag at a place, before the sound or behind it; 0 where none is. */
export function tagLength(bytes: FileBytes, at: number): number {
  if (at + 10 > bytes.size) return 0;
  const sign = bytes.text(at, 3);
  if (sign === 'ID3') {
    const [flags = 0, a = 0, b = 0, c = 0, d = 0] = bytes.at(at + 5, 5);
    return (
      (flags & HAS_FOOTER ? 20 : 10) +
      ((a & 127) << 21) +
      ((b & 127) << 14) +
      ((c & 127) << 7) +
      (d & 127)
    );
  }
  if (sign === 'TAG') return 128;
  if (at + 32 <= bytes.size && bytes.text(at, 8) === 'APETAGEX') return 32 + bytes.u32le(at + 12);
  return 0;
}

/** Where a file begins behind the tags (ID3) that stand before it; programs write them before any kind of sound. */
export function behindTags(bytes: FileBytes): number {
  let at = 0;
  while (at + 3 <= bytes.size && bytes.text(at, 3) === 'ID3') at += tagLength(bytes, at);
  return Math.min(at, bytes.size);
}

const APE_FOOT = 32;
const HAS_HEAD = 0x80000000;

/** Where a sound ends before the tags that stand behind it (ID3v1, APE): an APE tag may have no head, and is known by its foot. */
export function beforeTags(bytes: FileBytes): number {
  let end = bytes.size;
  for (;;) {
    let length = 0;
    if (end >= 128 && bytes.text(end - 128, 3) === 'TAG') length = 128;
    else if (end >= APE_FOOT && bytes.text(end - APE_FOOT, 8) === 'APETAGEX') {
      const head = bytes.u32le(end - 12) >= HAS_HEAD ? APE_FOOT : 0;
      length = Math.max(APE_FOOT, bytes.u32le(end - 20)) + head;
    }
    if (length === 0 || length > end) return end;
    end -= length;
  }
}
