import type { Element, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Medium } from '../../domain/media/medium.ts';
import type { Block } from './block.ts';
import { MEDIUM_PLACE } from './body/parts.ts';
import { holdsElement } from './node.ts';

/** A picture that a body places, `![alternative text](file)`. */
export interface PlacedPicture {
  /** Its file, as written. */
  file: string;
  /** Empty where none is written. */
  altText: string;
  line: number;
  column: number;
  /** The index of its medium; undefined if the article has none with this file. */
  medium: number | undefined;
}

type Stated = Pick<Medium, 'file' | 'position'>;

const placeOf = (index: number): Element => ({
  type: 'element',
  tagName: MEDIUM_PLACE,
  properties: { index },
  children: [],
});

/** Puts the places of media where a body has pictures. It changes the tree. */
function takePictures(tree: Root, media: readonly Stated[]): PlacedPicture[] {
  const placed: PlacedPicture[] = [];
  if (!holdsElement(tree, ['img'])) return placed;
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'img' || !parent || index === undefined) return undefined;
    const { src, alt } = node.properties;
    const file = typeof src === 'string' ? src : '';
    const found = media.findIndex((medium) => medium.file === file);
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const altText = typeof alt === 'string' ? alt : '';
    placed.push({ file, altText, line, column, medium: found < 0 ? undefined : found });
    if (found >= 0) {
      parent.children[index] = placeOf(found);
      return SKIP;
    }
    parent.children.splice(index, 1);
    return index;
  });
  return placed;
}

const holds = (node: RootContent, element: Block['element']): boolean =>
  node === element ||
  ('children' in node && node.children.some((child) => holds(child as RootContent, element)));

/** A note that a correction has put below a paragraph belongs to it. */
const isNote = (node: RootContent | undefined): boolean =>
  node?.type === 'element' &&
  (node.tagName === MEDIUM_PLACE || `${node.properties['className']}`.split(',').includes('was'));

/** Puts the places of media behind the paragraphs that they follow. It changes the tree. */
function placeAfter(
  tree: Root,
  blocks: readonly Block[],
  idsOf: readonly (readonly string[])[],
  media: readonly Stated[],
  isPlaced: (medium: number) => boolean,
): void {
  media.forEach(({ position }, index) => {
    if (!position || isPlaced(index)) return;
    const at = idsOf.map((ids) => ids.indexOf(position)).find((one) => one >= 0);
    const block = at === undefined ? undefined : blocks[at];
    if (!block) return;
    let top = tree.children.findIndex((node) => holds(node, block.element));
    if (top < 0) return;
    do top += 1;
    while (isNote(tree.children[top]));
    tree.children.splice(top, 0, placeOf(index));
  });
}

/**
 * Gives media their places in a body: where it has a picture, and behind the paragraphs that they name. It changes the
 * tree.
 *
 * @param idsOf the ids of the blocks, in each of the forms in which a medium may name them
 */
export function placeMedia(
  tree: Root,
  blocks: readonly Block[],
  idsOf: readonly (readonly string[])[],
  media: readonly Stated[],
): PlacedPicture[] {
  const placed = takePictures(tree, media);
  placeAfter(tree, blocks, idsOf, media, (medium) => placed.some((one) => one.medium === medium));
  return placed;
}
