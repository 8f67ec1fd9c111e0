import { gunzipSync } from 'node:zlib';
import { captureText } from '../../content/files/capture-file.ts';
import { textsIn } from '../../outputs/search-index/pagefind-file.ts';

/** How a capture begins. */
const WARC = 'WARC/';

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The texts of a file: the file itself; a page that was kept as it was saved, in whatever encoding; or the content if it is compressed with gzip. Of a file in Pagefind's format each
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
  if (content.toString('latin1', 0, WARC.length) === WARC)
    return [Buffer.from(captureText(bytes) ?? content)];
  return textsIn(content);
}
