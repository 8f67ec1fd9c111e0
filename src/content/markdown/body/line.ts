import type { Paragraph, PhrasingContent } from 'mdast';
import { type BodyFault, faultAt, ON_ITS_OWN } from './fault.ts';
import { type Child, isBlank, isBlock, isInline, wordsOf } from './node.ts';

const endsLine = (node: Child | undefined) =>
  !node || isBlock(node) || (node.type === 'text' && /\n[ \t]*$/.test(node.value));
const beginsLine = (node: Child | undefined) =>
  !node || isBlock(node) || (node.type === 'text' && /^[ \t]*\n/.test(node.value));

/**
 * Splits a paragraph that contains blocks: gives the blocks, and paragraphs of the words around them. A paragraph
 * without blocks stays as it is; an empty one is left out. A block on a line with words is a fault, added to `faults`.
 */
export function linesOf(paragraph: Paragraph, faults: BodyFault[]): Child[] {
  const children = paragraph.children as Child[];
  if (!children.some(isBlock)) return children.length > 0 ? [paragraph] : [];
  const isLineOfBlocks = children.every((child) => isBlock(child) || isBlank(child));
  const among = children.find(
    (child, at) => isBlock(child) && !(endsLine(children[at - 1]) && beginsLine(children[at + 1])),
  );
  if (among && !isLineOfBlocks) faults.push(faultAt(among, ON_ITS_OWN, wordsOf(among)));
  return inParagraphs(children);
}

/** Puts the words among these children into paragraphs. Blocks stay as they are. */
export function inParagraphs(children: readonly Child[]): Child[] {
  const blocks: Child[] = [];
  let words: Child[] = [];
  const close = () => {
    if (!words.every(isBlank))
      blocks.push({
        type: 'paragraph',
        children: words as PhrasingContent[],
        position: words[0]?.position,
      });
    words = [];
  };
  for (const child of children) {
    if (isInline(child)) words.push(child);
    else {
      close();
      blocks.push(child);
    }
  }
  close();
  return blocks;
}
