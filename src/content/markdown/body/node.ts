import type { Nodes, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { components } from './component.ts';
import { ELEMENTS, type ElementRule } from './element.ts';

/** An element of HTML, or a component. */
export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
export type Child = RootContent;

const COMPONENT: ElementRule = { holds: 'blocks' };
const INLINE = new Set(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'linkReference', 'footnoteReference', 'image', 'imageReference']); // biome-ignore format: a list of names

export const isJsx = (node: Nodes): node is Jsx =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
export const isBlank = (node: Nodes) => node.type === 'text' && node.value.trim() === '';

/** The rule for an element or component, or nothing if it may not be used in a body. */
export const ruleOf = ({ name }: Jsx): ElementRule | undefined =>
  ELEMENTS.get(name ?? '') ?? (components().has(name ?? '') ? COMPONENT : undefined);

/** True for a picture on a line of its own. */
const isPlaced = (node: Nodes) => node.type === 'image' && node.data?.hProperties !== undefined;

/** True if a node stands among words. All other nodes stand on lines of their own. */
export const isInline = (node: Nodes) =>
  isJsx(node) ? ruleOf(node)?.inline === true : INLINE.has(node.type) && !isPlaced(node);
export const isBlock = (node: Nodes) => !isInline(node);

/** The words that a fault quotes from a node: a tag, an address, or its first line. */
export function wordsOf(node: Nodes): string {
  if (isJsx(node)) return `<${node.name ?? ''}>`;
  if (node.type === 'link' || node.type === 'image') return node.url;
  if ('value' in node) return node.value.trim().split('\n')[0] ?? '';
  const [first] = 'children' in node ? node.children : [];
  return first ? wordsOf(first) : '';
}
