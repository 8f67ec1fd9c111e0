import type { Part } from '../format.ts';
import type { Source } from '../source.ts';
import { elementsOf, partsOfItems } from '../xml/stream.ts';
import { G2Items } from './g2-items.ts';
import { readNewsml1 } from './newsml-1.ts';
import { readNewsmlG2 } from './newsml-g2.ts';
import { readNitf } from './nitf.ts';

/** Items that news agencies send as XML, by the names of their elements: NITF, NewsML-G2, NewsML 1. */

const OF_G2 = /^(?:news|package|concept|knowledge|planning|catalog)item$/;

/** The items of a message of an agency. */
export async function* partsOfWire(source: Source): AsyncGenerator<Part> {
  const sha256 = await source.sha256();
  const items = elementsOf(source, (name) => name === 'nitf' || OF_G2.test(name));
  const linked = new G2Items(source);
  yield* partsOfItems(items, async (item) =>
    item.name === 'nitf'
      ? readNitf(item, sha256)
      : item.children.some((child) => typeof child !== 'string' && child.name === 'newsmanagement')
        ? readNewsml1(item, sha256)
        : readNewsmlG2(item, sha256, await linked.of(item)),
  );
}
