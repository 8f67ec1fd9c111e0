import { gunzipSync } from 'node:zlib';
import { textsIn } from '../../outputs/search-index/pagefind-file.ts';

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The texts of a file: the file itself, or its content if it is compressed with gzip. Of a file in Pagefind's format each
 * text is separate.
 */
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
