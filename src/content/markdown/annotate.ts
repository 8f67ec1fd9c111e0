import type { Element, ElementContent, Text } from 'hast';
import type { Block, Piece } from './block.ts';

/** An element to put around words of a block. `start` and `end` are offsets in the block's text. */
export interface Annotation {
  start: number;
  end: number;
  /** Makes the element around the annotated words. */
  around: (words: ElementContent[]) => Element;
}

/**
 * Wraps words of a block. Annotations must be in order and not overlap. Those of a later call are put inside those of
 * an earlier one. If inline markup splits the words, each part is wrapped. Nothing is wrapped inside links and code.
 */
export function annotate(block: Block, annotations: readonly Annotation[]): void {
  if (annotations.length === 0) return;
  let offset = 0;
  block.pieces = block.pieces.flatMap((piece) => {
    const { node, parent, closed } = piece;
    const start = offset;
    const end = start + node.value.length;
    offset = end;
    const here = annotations.filter(
      (annotation) => annotation.start < end && annotation.end > start,
    );
    if (here.length === 0 || closed) return [piece];
    const parts: ElementContent[] = [];
    const pieces: Piece[] = [];
    let at = start;
    const text = (to: number): Text => {
      const value = node.value.slice(at - start, to - start);
      at = to;
      return { type: 'text', value };
    };
    const plain = (to: number) => {
      const words = text(to);
      parts.push(words);
      pieces.push({ node: words, parent, closed });
    };
    for (const annotation of here) {
      const from = Math.max(annotation.start, start);
      if (from > at) plain(from);
      const words = text(Math.min(annotation.end, end));
      const around = annotation.around([words]);
      parts.push(around);
      pieces.push({ node: words, parent: around, closed });
    }
    if (at < end) plain(end);
    const children = parent.children as ElementContent[];
    children.splice(children.indexOf(node), 1, ...parts);
    return pieces;
  });
}

/**
 * Appends an element such as a link to a block. In a table row it is put into the last cell; otherwise before the first
 * list inside the block. A summary takes none, because it is a button itself.
 */
export function append(block: Block, element: Element): void {
  if (block.closed) return;
  const target =
    block.element.tagName === 'tr'
      ? (block.element.children.findLast((child) => child.type === 'element') as Element)
      : block.element;
  const children = target.children as ElementContent[];
  const list = children.findIndex(
    (child) => child.type === 'element' && ['ul', 'ol'].includes(child.tagName),
  );
  children.splice(list < 0 ? children.length : list, 0, element);
}
