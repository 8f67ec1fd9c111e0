import type { Block } from './block.ts';
import type { Furniture } from './furniture.ts';
import { isHeading, isProse } from './prose.ts';

const SHORTEST_REPEAT = 10;

const isCaption = ({ element }: Block) =>
  element.closest('figure, [class*="caption" i], [class*="credit" i], [class*="gallery" i]') !==
  null;

/** A photographer’s name, or a line of a few words, may be that of many pictures. */
const LONGEST_CREDIT = 30;

/**
 * Galleries show one caption several times; what stands here already is not lost. A credit is that of each picture under
 * which it stands.
 */
export function dropRepeats(taken: Set<Block>) {
  const seen = new Set<string>();
  for (const block of [...taken].toSorted((one, other) => one.index - other.index)) {
    const isCredit =
      block.size <= LONGEST_CREDIT && block.element.closest('figure')?.querySelector('img') != null;
    if (block.size >= SHORTEST_REPEAT && isCaption(block) && seen.has(block.text) && !isCredit)
      taken.delete(block);
    else seen.add(block.text);
  }
}

/** After the last paragraph, headings and lists of links lead to other pages, and so do lists that are called so. */
export function dropTrailing(
  blocks: readonly Block[],
  taken: Set<Block>,
  kinds: Map<Block, Furniture>,
) {
  let isAfter = [...taken].some(isProse);
  for (const block of blocks.toReversed()) {
    if (!taken.has(block)) continue;
    const isOfLinks = block.links > 0.9;
    if (isAfter && (isOfLinks || isHeading(block))) {
      taken.delete(block);
      kinds.set(block, 'links to other pages');
    } else isAfter = false;
  }
  let isList = false;
  for (const block of blocks) {
    if (kinds.get(block) === 'links to other pages' && block.links < 0.9) isList = true;
    else if (isList && block.links > 0.9) {
      if (taken.delete(block)) kinds.set(block, 'links to other pages');
    } else isList = false;
  }
}
