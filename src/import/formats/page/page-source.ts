import { decoded, decodedPage } from '../encoding.ts';
import { type Part, sole } from '../format.ts';
import type { Source } from '../source.ts';
import { readPage } from './page.ts';

/** The article of a saved page. */
export async function* partsOfPage(source: Source): AsyncGenerator<Part> {
  const { encoding } = source;
  const bytes = await source.bytes();
  const { text, notes } = encoding
    ? { text: decoded(bytes, encoding), notes: [] }
    : decodedPage(bytes);
  const sha256 = await source.sha256();
  yield sole(() => {
    const reading = readPage(text, sha256);
    if ('document' in reading) reading.document.notes.unshift(...notes);
    return reading;
  });
}
