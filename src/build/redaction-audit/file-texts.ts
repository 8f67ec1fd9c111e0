import { gunzipSync } from 'node:zlib';
import { captureText } from '../../content/files/capture-file.ts';
import { joinedTexts } from '../../content/media/words/drawn-words.ts';
import { labelsOf } from '../../content/media/words/pdf-labels.ts';
import { textsIn } from '../../outputs/search-index/pagefind-file.ts';

/** How a capture begins, and a PDF. */
const WARC = 'WARC/';
const PDF = '%PDF-';

/** The texts of a PDF that no page shows; none behind a place from which it cannot be told what they are. */
function textsOfPdf(bytes: Buffer): Buffer[] {
  const texts: Buffer[] = [];
  try {
    for (const { text } of labelsOf(bytes)) if (text.trim() !== '') texts.push(Buffer.from(text));
  } catch {
    // A file that is no medium of the archive may be cut off; it is read as it is.
  }
  return texts;
}

/** How a drawing begins: with what may stand before its first element, and that. */
const DRAWING = /^(?:\ufeff|\s){0,100}<(?:svg|\?xml|!--|!doctype svg|[\w-]{1,40}:svg)/i;
const IN_DRAWING = /<(?:[\w-]{1,40}:)?svg[\s>]/i;
const BEGINNING = 4096;

function isDrawing(bytes: Buffer): boolean {
  const beginning = bytes.toString('utf8', 0, BEGINNING);
  return DRAWING.test(beginning) && IN_DRAWING.test(beginning);
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The texts of a file: the file itself; a page that was kept as it was saved, in whatever encoding; or the content if it is compressed with gzip; of a PDF also what no page of it shows, and of a drawing what stands in several of its texts. Of a file in Pagefind's format each
 * text is separate.
 */
export function textsOf(bytes: Buffer): Buffer[] {
  if (bytes.toString('latin1', 0, PDF.length) === PDF) return [bytes, ...textsOfPdf(bytes)];
  if (isDrawing(bytes)) return [bytes, Buffer.from(joinedTexts(bytes.toString()))];
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
