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

const END = '\r\n\r\n';
const LENGTH = /\r\nContent-Length: (\d{1,9})(?=\r\n|$)/;
const PAGE = /\r\nContent-Type: text\/html; charset=([\w:.+-]{1,40})(?=\r\n|$)/;

/**
 * The record of a capture as text: its head, and the page in the encoding that this states. Undefined where the bytes are
 * not those of one page that is kept as it was loaded, in a web archive (WARC) packed with gzip: of more, or of the
 * answers of servers, whose parts may be packed once more, nobody could look for what is withheld.
 */
export function captureText(bytes: Uint8Array): string | undefined {
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength: LARGEST + HEADERS });
    const end = unpacked.indexOf(END);
    const head = unpacked.toString('latin1', 0, end < 0 || end > HEADERS ? 0 : end);
    const [, charset = ''] = PAGE.exec(head) ?? [];
    const [, length] = LENGTH.exec(head) ?? [];
    const isSole = unpacked.length === end + END.length + Number(length) + END.length;
    if (!/^WARC\/1\.[01]\r\nWARC-Type: resource\r\n/.test(head) || !isSole) return undefined;
    const page = unpacked.subarray(end + END.length, -END.length);
    return `${head}${END}${new TextDecoder(charset).decode(page)}`;
  } catch {
    return undefined;
  }
}
