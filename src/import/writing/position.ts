import type { Root, RootContent } from 'mdast';
import { renderTree } from '../../content/markdown/prose.ts';
import { paragraphIds } from '../../domain/article/paragraph.ts';

/**
 * Where media stand that follow blocks of a body: each block with the id of its last paragraph, or `head` where no
 * paragraph is before. A block is left out where its words are not those that are written.
 *
 * @param paragraphs the texts of the written body
 */
export async function positionsIn(
  root: Root,
  blocks: ReadonlySet<unknown>,
  paragraphs: readonly string[],
): Promise<Map<RootContent, string>> {
  const positions = new Map<RootContent, string>();
  if (blocks.size === 0) return positions;
  const ids = paragraphIds(paragraphs);
  let count = 0;
  for (const block of root.children) {
    const alone: Root = { type: 'root', children: [structuredClone(block)] };
    const { texts } = await renderTree(alone);
    count += texts.length;
    const last = texts.at(-1);
    if (!blocks.has(block)) continue;
    const id = count === 0 ? 'head' : ids[count - 1];
    if (id && (last === undefined || last === paragraphs[count - 1])) positions.set(block, id);
  }
  return positions;
}
