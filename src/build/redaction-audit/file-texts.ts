import { gunzipSync } from 'node:zlib';
import { textsIn } from '../../outputs/search-index/pagefind-file.ts';

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The texts that a file holds: itself, and where it is packed what is in it; of Pagefind’s own form each text by itself. */
export function textsOf(bytes: Buffer): Buffer[] {
  if (!isGzip(bytes)) return [bytes];
  let content: Buffer;
  try {
    content = gunzipSync(bytes);
  } catch {
    return [bytes];
  }
  return textsIn(content);
}
