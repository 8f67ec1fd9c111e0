import type { Element, ElementContent, Text } from 'hast';
import type { Block } from './block.ts';

/** Something to set into the text of a block, by offsets in the block's text. */
export interface Annotation {
  start: number;
  end: number;
  /** Makes the element around the annotated words. */
  around: (words: ElementContent[]) => Element;
}

/**
 * Wraps words of a block. Annotations must not overlap. Where inline markup parts the words, each part is wrapped; inside
 * links and code nothing is.
 */
export function annotate(block: Block, annotations: readonly Annotation[]): void {
  let offset = 0;
  for (const { node, parent, closed } of block.pieces) {
    const start = offset;
    const end = start + node.value.length;
    offset = end;
    const here = annotations.filter(
      (annotation) => annotation.start < end && annotation.end > start,
    );
    if (here.length === 0 || closed) continue;
    const parts: ElementContent[] = [];
    let at = start;
    const text = (to: number): Text => ({
      type: 'text',
      value: node.value.slice(at - start, to - start),
    });
    for (const annotation of here) {
      const from = Math.max(annotation.start, start);
      const to = Math.min(annotation.end, end);
      if (from > at) parts.push(text(from));
      at = from;
      parts.push(annotation.around([text(to)]));
      at = to;
    }
    if (at < end) parts.push(text(end));
    const children = parent.children as ElementContent[];
    children.splice(children.indexOf(node), 1, ...parts);
  }
}

/** Appends a link to a block, inside the last cell where the block is a table row. A summary, itself a button, takes none. */
export function append(block: Block, element: Element): void {
  if (block.closed) return;
  const target =
    'tagName' in block.element && block.element.tagName === 'tr'
      ? (block.element.children.findLast((child) => child.type === 'element') as Element)
      : block.element;
  const children = target.children as ElementContent[];
  const list = children.findIndex(
    (child) => child.type === 'element' && ['ul', 'ol'].includes(child.tagName),
  );
  children.splice(list < 0 ? children.length : list, 0, element);
}
