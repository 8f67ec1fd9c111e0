import { resolve } from 'node:path';
import { ImportFault } from '../../source-document.ts';
import { decoded, decodedPage } from '../encoding.ts';
import type { Part } from '../format.ts';
import type { Source } from '../source.ts';
import { type HocrPage, readHocr } from './hocr.ts';
import { pageAlone } from './whole-page.ts';

const SHARED =
  'its scan is left out, since several pages of its file name the same: give each page a picture of its own, or add the scan with npm run new -- --media';

/** The pages of a file of hOCR, which says of no article where it begins: an article each. */
export async function* partsOfHocr(source: Source): AsyncGenerator<Part> {
  const bytes = await source.bytes();
  const { text } = source.encoding ? { text: decoded(bytes, source.encoding) } : decodedPage(bytes);
  const pages = readHocr(text);
  if (pages.length === 0)
    throw new ImportFault('It is hOCR without a page (ocr_page). Export it anew.');
  const isAlone = pages.length === 1;
  const wordsOf = (page: HocrPage) => {
    if (isAlone) return source.path === undefined ? undefined : { path: resolve(source.path) };
    // By its name beside the file there would be one scan for all of them.
    const own = page.scan !== undefined && pages.filter(({ scan }) => scan === page.scan);
    return own && own.length === 1 ? { bytes: page.whole() } : undefined;
  };
  for (const [index, page] of pages.entries())
    yield {
      place: isAlone ? '' : `, page ${index + 1}`,
      isSole: isAlone,
      read: () => {
        const words = wordsOf(page);
        const isShared = !isAlone && page.scan !== undefined && words === undefined;
        return pageAlone(source, page, words, {
          ...(isShared && { notes: [SHARED] }),
          lang: page.lang,
          ...(!isAlone && { ofPage: index + 1 }),
        });
      },
    };
}
