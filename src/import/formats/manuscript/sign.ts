import type { Head } from '../head.ts';
import { namesIn } from '../saved/zip-head.ts';

const ODT = 'mimetypeapplication/vnd.oasis.opendocument.text';
const FOLDERS = /^\/?(word|xl|ppt|visio)\//u;

/** Whether a source begins as a text of Word or LibreOffice does: of office documents those that are one text. */
export function isManuscript({ bytes, name }: Head): boolean {
  const start = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  if (start.slice(30, 30 + ODT.length) === ODT) return true;
  // What a document holds may be a zip as well: the first folder is its own.
  for (const entry of namesIn(bytes)) {
    const [, folder] = FOLDERS.exec(entry) ?? [];
    if (folder) return folder === 'word';
  }
  return start.startsWith('PK\u0003\u0004') && /\.(?:docx|docm|odt)$/iu.test(name);
}
