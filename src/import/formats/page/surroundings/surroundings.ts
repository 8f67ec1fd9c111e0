import type { Block } from '../block.ts';
import { type Furniture, furnitureOf, namedFurniture } from './furniture.ts';

/** An element that holds more of the text than this is no part around it, whatever its markup calls it. */
const LARGEST_SHARE = 0.3;

/** A paragraph that is found to be text, or a quotation, is so wherever it was put; people quote what others shared. */
const OF_PLACE = new Set<Furniture>([
  'sharing',
  'links to other pages',
  'navigation',
  'advertising',
]);
const PARAGRAPH = 70;
const MOST_IN_LINKS = 0.3;

/**
 * Finds what stands around a text.
 *
 * @param text the blocks that are taken for it
 * @param core the only element that the page marks as an article or its text: what holds it is no part around it
 * @returns what part around it a block belongs to, if any
 */
export function surroundings(
  blocks: readonly Block[],
  text: ReadonlySet<number>,
  core: Element | null | undefined,
) {
  const kinds = new Map<Element, Furniture | undefined>();
  const sizes = new Map<Element, number>();
  let whole = 0;
  for (const { index, element, size } of blocks) {
    const isText = text.has(index);
    if (isText) whole += size;
    for (let one: Element | null = element; one; one = one.parentElement) {
      if (!kinds.has(one)) kinds.set(one, namedFurniture(one));
      if (isText && kinds.get(one)) sizes.set(one, (sizes.get(one) ?? 0) + size);
    }
  }
  return (block: Block): Furniture | undefined => {
    const isSure = text.has(block.index) && block.size >= PARAGRAPH && block.links < MOST_IN_LINKS;
    let isQuoted = false;
    for (let one: Element | null = block.element; one && one !== core; one = one.parentElement) {
      const kind = kinds.get(one);
      isQuoted ||= one.localName === 'blockquote';
      const isHere = kind && (!OF_PLACE.has(kind) || !(isSure || isQuoted));
      if (isHere && ((sizes.get(one) ?? 0) <= LARGEST_SHARE * whole || one.localName === 'nav'))
        return kind;
    }
    return furnitureOf(block);
  };
}
