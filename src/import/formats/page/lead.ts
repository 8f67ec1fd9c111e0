import type { Block } from './block.ts';
import { isHeading, isProse, MOST_IN_LINKS } from './prose.ts';
import type { Furniture } from './surroundings/furniture.ts';

/** Between a headline and the first paragraph stand a few lines: a byline, a day, a caption, signs for sharing. */
const FARTHEST = 25;

/**
 * The paragraphs between a headline and the first paragraph of a text that was found, in whatever part of the page they
 * stand; and the heading right over it.
 *
 * @param taken the blocks that are taken for the text
 * @param kinds those that are parts around it
 * @param headline the element that shows the headline
 */
export function leadOf(
  blocks: readonly Block[],
  taken: ReadonlySet<Block>,
  kinds: ReadonlyMap<Block, Furniture>,
  headline: Element | undefined,
): Block[] {
  const first = blocks.find((block) => taken.has(block) && isProse(block));
  if (!first) return [];
  const over = blocks[first.index - 1];
  const isOver =
    over && isHeading(over) && over.element.localName !== 'h1' && over.links < MOST_IN_LINKS;
  const lead = isOver && !kinds.has(over) ? [over] : [];
  const at = headline
    ? blocks.findLastIndex(
        ({ element }) => headline.contains(element) || element.contains(headline),
      )
    : -1;
  if (at < 0 || at > first.index || first.index - at > FARTHEST) return lead;
  const between = blocks.slice(at + 1, first.index);
  return [...lead, ...between.filter((block) => isProse(block) && !kinds.has(block))];
}
