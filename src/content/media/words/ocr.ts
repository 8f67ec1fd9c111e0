import type { Fault } from '../../../domain/fault.ts';
import type { OcrPage } from '../../../domain/media/facsimile/ocr.ts';
import { readAlto } from './alto.ts';
import { readHocr } from './hocr.ts';
import type { Size } from './page-maker.ts';
import { orFault, refuseCharacters, textOfFile, WordsFault } from './words-text.ts';

const BEGINNING = 10_000;

/**
 * The words of a scan with their places, of an ALTO or hOCR file.
 *
 * @param scans the sizes of the pages of the scan in pixels, in order, as far as they are known: places in other units are
 *   converted to these, and a page that does not say its own size has this one
 * @returns its pages, whose words are in pixels and in the order in which they are read; or the fault for which it is not read
 * @throws errors of the file system, where it cannot be read or is no regular file
 */
export function readOcr(
  path: string,
  scans: readonly Size[] = [],
): { pages: OcrPage[] } | { fault: Fault } {
  return orFault(() => {
    const text = textOfFile(path);
    refuseCharacters(text);
    const beginning = text.slice(0, BEGINNING);
    if (/<(?:[\w.-]{1,30}:)?alto[\s>]/.test(beginning)) return { pages: readAlto(text, scans) };
    if (/\bocr_page\b/.test(text)) return { pages: readHocr(text, scans) };
    throw new WordsFault(
      'The words of a scan are in a file of ALTO or hOCR; this is another.',
      'Export them as ALTO or hOCR: tesseract boat.tif boat alto.',
    );
  });
}
