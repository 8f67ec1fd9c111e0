import { type Part, sole } from '../format.ts';
import { readCapture, textOfPage } from '../saved/capture.ts';
import { readFoundPage } from '../saved/found-page.ts';
import { mirrored } from '../saved/mirror.ts';
import { marksOf } from '../saved/page-marks.ts';
import type { Source } from '../source.ts';

/** The article of a saved page. One that lies in a folder may be any page of a site: where it holds no article, it is passed over. */
export async function* partsOfPage(source: Source): AsyncGenerator<Part> {
  const bytes = await source.bytes();
  const { text, notes, encoding, find } = textOfPage(bytes, undefined, source.encoding);
  const saved = { bytes, encoding };
  const sha256 = await source.sha256();
  yield sole(() => {
    if (!source.isFound) return readCapture(text, { notes, saved, find }, sha256);
    const marks = marksOf(text);
    const { address, day, path, notes: told } = mirrored(source.path ?? '', marks);
    const capture = { address, day, notes: [...notes, ...told], saved, find };
    return readFoundPage(text, capture, sha256, marks, path);
  });
}
