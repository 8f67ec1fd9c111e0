import { constants, gunzipSync } from 'node:zlib';
import type { Head } from '../../head.ts';

/** So little unpacks to a megabyte at most. */
const LOOKED_AT = 1024;

/** The beginning of what is packed with gzip; nothing where it is not. */
export function unpackedStart(bytes: Uint8Array): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return '';
  try {
    return gunzipSync(bytes.subarray(0, LOOKED_AT), { finishFlush: constants.Z_SYNC_FLUSH })
      .subarray(0, LOOKED_AT)
      .toString('latin1');
  } catch {
    return '';
  }
}

/** The older form that web archives have. */
export const isArc = (start: string): boolean => start.startsWith('filedesc://');

/** Whether a source is a web archive (WARC), packed or not; also an ARC that is packed, which is refused by name. */
export function isWarc({ text, bytes }: Head): boolean {
  const start = unpackedStart(bytes);
  return /^WARC\/\d/.test(text) || /^WARC\/\d/.test(start) || isArc(start);
}
