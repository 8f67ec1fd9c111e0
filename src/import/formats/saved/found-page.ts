import { NoArticleFault, type Reading } from '../../source-document.ts';
import { type Capture, readCapture } from './capture.ts';
import { pageKind } from './page-kind.ts';
import { marksOf, type PageMarks } from './page-marks.ts';

/** The path of an address, with what is asked there. */
function pathOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  return search === '' ? pathname : `${pathname}${search}`;
}

/**
 * Reads a page that nobody chose as an article: it lies in a folder or in a web archive. One that holds none is passed over.
 *
 * @param path its path on its site, where that is known and its address is not
 * @throws ImportFault where it is an article that cannot be read
 */
export function readFoundPage(
  html: string,
  capture: Capture,
  sha256: string,
  marks: PageMarks = marksOf(html),
  path = pathOf(capture.address),
): Reading {
  const kind = pageKind(marks, path);
  if (kind && !kind.isLikely) return kind;
  try {
    const reading = readCapture(html, capture, sha256);
    // In a folder of single pages somebody chose them: what has no day fails there, and can be given one.
    const isOfSite = path !== undefined;
    const isUndated = 'document' in reading && reading.document.date === undefined;
    return kind && isOfSite && isUndated ? { as: kind.as, skipped: kind.skipped } : reading;
  } catch (error) {
    if (!(error instanceof NoArticleFault)) throw error;
    return { as: 'kind', skipped: 'it is a page that holds no article' };
  }
}
