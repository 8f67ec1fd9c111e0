import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { isAddress } from '../../content/markdown/address.ts';
import { foldSpace } from '../../domain/article/paragraph.ts';
import { putMedia } from '../media/block-media.ts';
import { isInSavedFolder } from '../media/saved-folder.ts';
import type { SourceMedium } from '../media/source-medium.ts';

/**
 * Makes of a tree what a body can hold: no HTML, links that lead somewhere, white space folded. Pictures become the media
 * of the blocks that they stand in or behind.
 *
 * @param mediumOf the medium that a picture’s address stands for; a picture without one is left out
 */
export function cleanTree(
  root: Root,
  address: string | undefined,
  mediumOf: (url: string) => SourceMedium | undefined,
) {
  visit(root, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const isLost = isPicture(node) && !(node.type === 'image' && mediumOf(node.url));
    if (node.type === 'html' || node.type === 'definition' || isLost) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type === 'break') {
      // A permalink treats a line break as white space, and line breaks are seldom the author's.
      parent.children.splice(index, 1, { type: 'text', value: ' ' });
      return undefined;
    }
    if (node.type === 'link') {
      const href = resolved(node.url, address);
      // A link around a picture alone has nothing left to show.
      if (href === undefined || node.children.every(isPicture)) {
        // Not as arguments: there may be more of them than a call takes.
        parent.children = [
          ...parent.children.slice(0, index),
          ...node.children,
          ...parent.children.slice(index + 1),
        ] as typeof parent.children;
        return index;
      }
      node.url = href;
      node.title = null;
    }
    if (node.type === 'text') node.value = node.value.replace(/\s+/gu, ' ');
    return undefined;
  });
  root.children = inParagraphs(root.children);
  const kept: RootContent[] = [];
  for (const block of root.children) {
    const media = takePictures(block, mediumOf);
    if (!isBlank(block)) kept.push(block);
    putMedia(kept.at(-1) ?? root, media);
  }
  root.children = kept;
  joinTexts(root);
}

/** Takes the pictures out of a block, and gives their media in order. */
function takePictures(
  block: RootContent,
  mediumOf: (url: string) => SourceMedium | undefined,
): SourceMedium[] {
  const media: SourceMedium[] = [];
  if (block.type === 'image') return [mediumOf(block.url) ?? []].flat();
  visit(block, 'image', (node, index, parent) => {
    const medium = mediumOf(node.url);
    if (medium) media.push(medium);
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  if (media.length > 0) {
    dropHollow(block);
    trimEnds(block);
  }
  return media;
}

/** Spaces that stood between words and a picture. */
function trimEnds(node: RootContent): void {
  if (!('children' in node)) return;
  const isLine = ['paragraph', 'heading', 'tableCell'].includes(node.type);
  for (const child of isLine ? [] : node.children) trimEnds(child as RootContent);
  if (!isLine) return;
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
}

/** A picture may have been all that stood in a paragraph, an item or a quotation. */
function dropHollow(node: RootContent): void {
  if (!('children' in node) || node.type === 'table') return;
  for (const child of node.children) dropHollow(child as RootContent);
  node.children = node.children.filter(
    (child) => !('children' in child) || !isBlank(child as RootContent),
  ) as typeof node.children;
}

const isPicture = ({ type }: Nodes) => type === 'image' || type === 'imageReference';

const isInline = (node: RootContent): node is PhrasingContent =>
  [
    ...['text', 'emphasis', 'strong', 'delete', 'link', 'inlineCode', 'footnoteReference'],
    'image',
  ].includes(node.type);

/** Bare text gets a paragraph around it. */
function inParagraphs(nodes: readonly RootContent[]): RootContent[] {
  const wrapped: RootContent[] = [];
  for (const node of nodes) {
    const last = wrapped.at(-1);
    if (!isInline(node)) wrapped.push(node);
    else if (last?.type === 'paragraph' && bare.has(last)) last.children.push(node);
    else {
      const paragraph: RootContent = { type: 'paragraph', children: [node] };
      bare.add(paragraph);
      wrapped.push(paragraph);
    }
  }
  return wrapped;
}

const bare = new WeakSet<RootContent>();

function resolved(href: string, address: string | undefined): string | undefined {
  const base = address && /^https?:/i.test(address) ? address : undefined;
  if (isInSavedFolder(href) || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  // Browsers leave these as they are; an address here has none of them.
  const whole = url.href.replace(/[\\^`{}]/g, encodeURIComponent);
  // A link within the saved page leads to nothing that is kept.
  if (!isAddress(whole) || (base && url.hash !== '' && url.href.startsWith(`${base}#`)))
    return undefined;
  return whole;
}

/** Whether a block holds nothing that a reader sees. */
export function isBlank(node: RootContent): boolean {
  if (node.type === 'thematicBreak') return false;
  if ('children' in node) return node.children.every((child) => isBlank(child as RootContent));
  return !('value' in node) || foldSpace(node.value) === '';
}

function joinTexts(node: { children: unknown[] }) {
  const joined: PhrasingContent[] = [];
  for (const child of node.children as PhrasingContent[]) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      // Both are folded, so that two spaces can only meet here.
      last.value += last.value.endsWith(' ') ? child.value.replace(/^ /, '') : child.value;
    // Markdown cannot end one emphasis and begin another without a sign between.
    else if ((child.type === 'strong' || child.type === 'emphasis') && last?.type === child.type)
      last.children = [...last.children, ...child.children];
    else joined.push(child);
    if ('children' in child) joinTexts(child);
  }
  for (const child of joined) inOrder(child);
  node.children = joined;
}

/** Markdown reads emphasis within emphasis in one order alone, and the same within itself not at all. */
function inOrder(node: PhrasingContent) {
  if (node.type !== 'strong' && node.type !== 'emphasis') return;
  node.children = node.children.flatMap((child) =>
    child.type === node.type ? child.children : [child],
  );
  const [only, another] = node.children;
  if (node.type !== 'strong' || another || only?.type !== 'emphasis') return;
  const { children } = only;
  Object.assign(node, { type: 'emphasis', children: [{ type: 'strong', children }] });
}
