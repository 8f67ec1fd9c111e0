import type { Nodes } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';

const INLINE = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

/** What a part of a line says; a break parts words. */
const wordsOf = (node: Nodes) => (node.type === 'break' ? ' ' : toText(node));

/** Every text of a tree, block by block, including text that stands between blocks. */
export function textsOf(node: Nodes): string[] {
  if (!('children' in node)) return 'value' in node ? [node.value] : [];
  const texts: string[] = [];
  let isOpen = false;
  for (const child of node.children) {
    const isBlock = 'children' in child && !INLINE.has(child.type);
    if (isBlock || child.type === 'code') for (const text of textsOf(child)) texts.push(text);
    else if (isOpen) texts.push(`${texts.pop() ?? ''}${wordsOf(child)}`);
    else texts.push(wordsOf(child));
    isOpen = !isBlock;
  }
  return texts;
}
