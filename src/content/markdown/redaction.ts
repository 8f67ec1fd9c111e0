import type { Element, Nodes, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import {
  type Withholding,
  withheldPlaces,
  withheldText,
} from '../../domain/withholding/withholding.ts';
import type { Block } from './block.ts';

/**
 * Replaces withheld words in the text of a block by what stands for them. Only the text changes, but markup that is
 * empty afterwards is removed, so that it gives nothing away.
 */
export function redactIn(block: Block, withheld: readonly Withholding[]): void {
  const places = withheldPlaces(block.text, withheld);
  if (places.length === 0) return;
  let start = 0;
  for (const { node } of block.pieces) {
    const end = start + node.value.length;
    let [value, at] = ['', start];
    for (const place of places.filter((one) => one.start < end && one.end > start)) {
      value += node.value.slice(at - start, Math.max(0, place.start - start));
      // If markup splits the words, their replacement is put into the first part.
      if (place.start >= start) value += place.shown;
      at = Math.min(end, place.end);
    }
    node.value = value + node.value.slice(at - start);
    start = end;
  }
  removeEmpty(block.element);
  block.pieces = block.pieces.filter(({ node }) => node.value !== '');
  block.text = block.pieces.map(({ node }) => node.value).join('');
}

function removeEmpty(parent: { children: (RootContent | Element['children'][number])[] }): void {
  parent.children = parent.children.filter((child: Nodes) => {
    if (child.type === 'text') return child.value !== '';
    if (!('children' in child) || child.children.length === 0) return true;
    removeEmpty(child);
    return child.children.length > 0;
  });
}

// Addresses and ids are not text for readers. One that holds withheld words is refused, not changed.
const NOT_FOR_READERS = new Set(['href', 'id']);

/** Replaces withheld words in the attributes of a tree, such as a title that a pointer shows. */
export function redactAround(tree: Root, withheld: readonly Withholding[]): void {
  if (withheld.length === 0) return;
  const shown = (value: string) => withheldText(value, withheld);
  visit(tree, 'element', ({ properties }) => {
    for (const [key, value] of Object.entries(properties))
      if (typeof value === 'string' && !NOT_FOR_READERS.has(key)) properties[key] = shown(value);
  });
}
