import type { Block } from './block.ts';
import { isProse } from './prose.ts';
import { isDescription } from './standfirst.ts';

/** A page describes itself a few times; a list of others that it describes is none of that. */
const MOST = 8;

const sizeOf = (blocks: readonly Block[]) => blocks.reduce((sum, { size }) => sum + size, 0);

/**
 * The text that a page’s description begins, where another was taken for it: many pages describe themselves by their first
 * paragraph, and notices of a page may be longer than the article.
 *
 * @param text the blocks that are taken for the text
 * @returns nothing where the description says nothing against them
 */
export function describedText(
  blocks: readonly Block[],
  text: readonly Block[],
  descriptions: readonly string[],
): Block[] | undefined {
  const few = descriptions.slice(0, MOST);
  const isDescribed = (block: Block) =>
    isProse(block) && few.some((description) => isDescription(block.text, description));
  const first = blocks.find(isDescribed);
  if (!first || text.includes(first)) return undefined;
  const around = first.element.parentElement;
  if (!around || text.some(({ element }) => around.contains(element))) return undefined;
  const own = blocks.filter((block) => isProse(block) && around.contains(block.element));
  return own.length > 1 && sizeOf(own) > sizeOf(text) ? own : undefined;
}
