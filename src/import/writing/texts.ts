import type { Nodes } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';

const INLINE = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

/** Every text of a tree, block by block, including text that stands between blocks. */
export function textsOf(node: Nodes): string[] {
  if (!('children' in node)) return 'value' in node ? [node.value] : [];
  const texts: string[] = [];
  let isOpen = false;
  for (const child of node.children) {
    const isBlock = 'children' in child && !INLINE.has(child.type);
    if (isBlock || child.type === 'code') for (const text of textsOf(child)) texts.push(text);
    else if (isOpen) texts.push(`${texts.pop() ?? ''}${toText(child)}`);
    else texts.push(toText(child));
    isOpen = !isBlock;
  }
  return texts;
}
