import type { Paragraph, Parents, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { foldSpace } from '../../domain/article/paragraph.ts';
import { textsOf } from './texts.ts';

/**
 * Some of what HTML can nest Markdown cannot. Such a part is written as what it says: it loses its emphasis, then its
 * links, then its form, and no more of these than it must, so that all around it keeps its shape.
 */

const EMPHASIS = new Set(['emphasis', 'strong', 'delete']);
const WITH_LINKS = new Set([...EMPHASIS, 'link', 'linkReference']);
const HOLDERS = new Set(['blockquote', 'list', 'listItem']);
/** Lists and quotations within each other that are gone into; what is nested deeper is taken as a whole. */
const DEEPEST = 4;

/** A block as a body of its own. */
const alone = (node: RootContent): Root => ({
  type: 'root',
  children: [node.type === 'listItem' ? { type: 'list', children: [node] } : node],
});

/** A block without nodes of some types; what they hold stays. */
function without(types: ReadonlySet<string>, block: RootContent): RootContent {
  const root = alone(structuredClone(block));
  visit(root, (node, index, parent) => {
    if (!parent || index === undefined || !types.has(node.type)) return undefined;
    const held = (node as Parents).children;
    // Not as arguments: there may be more of them than a call takes.
    parent.children = [
      ...parent.children.slice(0, index),
      ...held,
      ...parent.children.slice(index + 1),
    ] as typeof parent.children;
    return index;
  });
  const [only] = root.children;
  return (block.type === 'listItem' && only?.type === 'list' ? only.children[0] : only) ?? block;
}

/** The words of a block: a heading stays one, all else becomes a paragraph for each of its texts. */
function wordsOf(node: RootContent): RootContent[] {
  const texts = textsOf({ type: 'root', children: [node] })
    .map(foldSpace)
    .filter(Boolean);
  if (node.type === 'heading')
    return [{ ...node, children: [{ type: 'text', value: texts.join(' ') }] }];
  const paragraphs = texts.map(
    (value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }),
  );
  return node.type === 'listItem' ? [{ ...node, children: paragraphs }] : paragraphs;
}

/**
 * Makes of each block that cannot be written one that can, the innermost first.
 *
 * @param isSound whether a body can be written so that it reads the same
 * @returns how many blocks lost something of their shape
 */
export async function mend(
  parent: Parents,
  isSound: (body: Root) => Promise<boolean>,
  depth = 0,
): Promise<number> {
  const kept: RootContent[] = [];
  let count = 0;
  for (const child of parent.children as RootContent[]) {
    if (await isSound(alone(child))) {
      kept.push(child);
      continue;
    }
    const within =
      HOLDERS.has(child.type) && depth < DEEPEST
        ? await mend(child as Parents, isSound, depth + 1)
        : 0;
    count += within;
    let found: RootContent | undefined;
    for (const form of [child, without(EMPHASIS, child), without(WITH_LINKS, child)])
      if (await isSound(alone(form))) {
        found = form;
        break;
      }
    if (found !== child || within === 0) count++;
    for (const part of found ? [found] : wordsOf(child)) kept.push(part);
  }
  parent.children = kept as typeof parent.children;
  return count;
}
