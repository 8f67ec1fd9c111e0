import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CAPTURE_ENDING } from '../../domain/url.ts';
import { LARGEST } from './regular-file.ts';

/** The file of the capture that lies beside an entry; it need not be there. @param path of the entry */
export const captureBesideEntry = (path: string): string =>
  `${path.slice(0, -'.mdx'.length)}${CAPTURE_ENDING}`;

/** The file of an article's capture; it need not be there. @param id of the article */
export const captureOfArticle = (root: string, id: string): string =>
  captureBesideEntry(join(root, 'articles', `${id}.mdx`));

/** What the headers of a record may take besides the page that it holds, in bytes. */
const HEADERS = 64 * 1024;

/** True where bytes are a web archive (WARC) that gzip packed, and that holds no more than an archive reads. */
export function isWebArchive(bytes: Uint8Array): boolean {
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength: LARGEST + HEADERS });
    return unpacked.toString('latin1', 0, 7) === 'WARC/1.';
  } catch {
    return false;
  }
}
