import { ImportFault } from '../../source-document.ts';
import { decoded, decodedXml } from '../encoding.ts';
import { numbered, type Part } from '../format.ts';
import type { Source } from '../source.ts';
import { readXmlFeed } from './feed.ts';

/** The items of an RSS or Atom feed. */
export async function* partsOfFeed(source: Source): AsyncGenerator<Part> {
  const bytes = await source.bytes();
  const text = source.encoding ? decoded(bytes, source.encoding) : decodedXml(bytes);
  const items = readXmlFeed(text, await source.sha256());
  if (items.length === 0) throw new ImportFault('It is a feed without items.');
  yield* numbered(items);
}
