import type { Element, Nodes, Root, Text } from 'hast';

/** A leaf of an article's text that gets a permalink: a paragraph, heading, list item or table row. */
export interface Block {
  element: Element;
  /** The text nodes that count as its text, in order. */
  pieces: Piece[];
  /** The text of all pieces, joined. */
  text: string;
  /** True if nothing that can be clicked may be put into it. */
  closed: boolean;
}

/** A text node of a block. */
export interface Piece {
  node: Text;
  parent: Element | Root;
  /** True inside links, buttons and code: a link cannot stand in a link, and code is quoted as it is. */
  closed: boolean;
}

const LEAVES = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'tr',
  'dt',
  'dd',
  'pre',
  'summary',
  'figcaption',
  'caption',
]);
// biome-ignore format: a list of names
const PHRASING = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp',
  'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var',
]);

const CLOSED = new Set(['a', 'button', 'code', 'pre', 'summary']);

type Parent = Extract<Nodes, { children: unknown[] }>;

const nameOf = (node: Nodes): string => (node.type === 'element' ? node.tagName : '');

const isParent = (node: Nodes): node is Parent => 'children' in node;
const isPhrasing = (node: Nodes) =>
  (node.type === 'text' && node.value.trim() !== '') || PHRASING.has(nameOf(node));

// The heading of the footnotes is the site's, not the article's.
const isLabel = (node: Nodes) =>
  node.type === 'element' && node.properties['id'] === 'footnote-label';

/** True for the marks of footnotes. They stand in a paragraph but are not part of its text. */
const isApparatus = (node: Nodes) =>
  node.type === 'element' &&
  (node.properties['dataFootnoteRef'] !== undefined ||
    node.properties['dataFootnoteBackref'] !== undefined);

/** Finds the blocks of a tree, in order. Blocks without text are left out. */
export function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = [];
  const visit = (node: Parent) => {
    for (const child of node.children) {
      if (!isParent(child)) continue;
      const isLeaf = child.type === 'element' && LEAVES.has(child.tagName);
      // A list item may have its own text and a list inside it. Then its text is one block, and so is each inner item.
      if (isLeaf && (!holdsLeaf(child) || child.children.some(isPhrasing)))
        blocks.push(blockOf(child));
      if (!isLeaf || holdsLeaf(child)) visit(child);
    }
  };
  visit(tree);
  return blocks.filter((block) => block.text.trim() !== '' && !isLabel(block.element));
}

function holdsLeaf(node: Nodes): boolean {
  return (
    isParent(node) && node.children.some((child) => LEAVES.has(nameOf(child)) || holdsLeaf(child))
  );
}

function blockOf(element: Block['element']): Block {
  const pieces: Piece[] = [];
  const collect = (parent: Parent, within: boolean) => {
    const closed = within || CLOSED.has(nameOf(parent));
    for (const node of parent.children) {
      if (node.type === 'text') pieces.push({ node, parent: parent as Element, closed });
      else if (isParent(node) && !isApparatus(node) && !(parent === element && isList(node))) {
        collect(node, closed);
      }
    }
  };
  collect(element, false);
  if (nameOf(element) !== 'pre') foldPieces(pieces);
  const text = pieces.map(({ node }) => node.value).join('');
  return { element, pieces, text, closed: nameOf(element) === 'summary' };
}

/** Folds white space in the pieces, also across their edges, so that offsets in the text fit the pieces. */
function foldPieces(pieces: readonly Piece[]) {
  let spaced = true;
  for (const { node } of pieces) {
    const folded = node.value.replace(/\s+/gu, ' ');
    node.value = spaced ? folded.trimStart() : folded;
    if (node.value !== '') spaced = node.value.endsWith(' ');
  }
  const last = pieces.findLast(({ node }) => node.value !== '');
  if (last) last.node.value = last.node.value.trimEnd();
}

const isList = (node: Nodes) => ['ul', 'ol', 'table', 'pre', 'blockquote'].includes(nameOf(node));
