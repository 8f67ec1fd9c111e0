import type { Nodes, Paragraph, Parents, Root } from 'mdast';
import type { Fault } from '../../../domain/fault.ts';
import type { ElementRule } from './element.ts';
import {
  type BodyFault,
  faultAt,
  HOLDS_NOTHING,
  holdsOnly,
  NO_LINK_IN_LINK,
  NO_MODULES,
  NO_PICTURE,
  NO_TITLE,
  ON_ITS_OWN,
  standsIn,
  unknownElement,
} from './fault.ts';
import { footnoteFaults } from './footnote.ts';
import { inParagraphs, linesOf } from './line.ts';
import { literalOf, NO_LITERAL } from './literal.ts';
import {
  type Child,
  isBlank,
  isBlock,
  isInline,
  isJsx,
  type Jsx,
  ruleOf,
  wordsOf,
} from './node.ts';
import { propertiesOf } from './property.ts';
import { referenceFaults } from './reference.ts';

/** The nodes of Markdown that contain blocks. */
const CONTAINERS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);
/** The nodes of Markdown that contain only words, except paragraphs. */
const OF_WORDS = new Set(['heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link', 'linkReference']); // biome-ignore format: a list of names

/** What surrounds a node: the element it is a part of, if any, and whether it is inside a link. */
interface Around {
  part?: string | undefined;
  linked: boolean;
}

/**
 * Changes the tree of a body so that it can become HTML without running any code. Literals become text, elements get
 * the data that the renderer needs, and words beside blocks get a paragraph around them. Gives every fault of the body.
 * If there are any, the changed tree must not be used.
 */
export function cleanMarkup(tree: Root): BodyFault[] {
  const faults = referenceFaults(tree);
  cleanChildren(tree, { linked: false }, faults);
  faults.push(...footnoteFaults(tree));
  const byPlace = new Map(faults.toReversed().map((fault) => [placeOf(fault), fault]));
  return [...byPlace].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, fault]) => fault);
}

// Only one fault is reported for each place. Faults are sorted in the order of the text.
const placeOf = ({ place }: BodyFault) => {
  const { line = 0, column = 0 } = place && 'line' in place ? place : {};
  return line * 1_000_000 + column;
};

function cleanChildren(parent: Parents, around: Around, faults: BodyFault[]): void {
  const children = (parent.children as Child[]).flatMap((child) => settled(child, around, faults));
  const block = OF_WORDS.has(parent.type) && children.find(isBlock);
  if (block) faults.push(faultAt(block, ON_ITS_OWN, wordsOf(block)));
  // Markdown keeps the paragraphs of a list item only if the list is loose.
  if (parent.type === 'listItem' && children.some((child) => isJsx(child) && isBlock(child)))
    parent.spread = true;
  parent.children = (
    CONTAINERS.has(parent.type) ? inParagraphs(children) : children
  ) as typeof parent.children;
}

/** Gives what replaces a node: the node itself, text, its own children, or nothing. */
function settled(node: Child, around: Around, faults: BodyFault[]): Child[] {
  switch (node.type) {
    case 'mdxjsEsm':
      faults.push(faultAt(node, NO_MODULES, node.value.split('\n')[0]?.trim() ?? ''));
      return [];
    case 'mdxTextExpression':
    case 'mdxFlowExpression': {
      const value = literalOf(node.data?.estree);
      if (value === undefined) faults.push(faultAt(node, NO_LITERAL, `{${node.value}}`));
      const isText = typeof value === 'string' || typeof value === 'number';
      return isText && value !== ''
        ? [{ type: 'text', value: `${value}`, position: node.position }]
        : [];
    }
    case 'image':
    case 'imageReference':
      faults.push(faultAt(node, NO_PICTURE, node.type === 'image' ? node.url : (node.alt ?? '')));
      return [];
    case 'footnoteReference':
      if (around.linked) faults.push(faultAt(node, NO_LINK_IN_LINK, `[^${node.label}]`));
      return [node];
    case 'link':
    case 'linkReference':
      return cleanLink(node, around, faults);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return cleanElement(node, around, faults);
    case 'paragraph':
      if (isOfPictures(node)) return picturesOf(node, faults);
      cleanChildren(node, around, faults);
      return linesOf(node, faults);
    default:
      if ('children' in node) cleanChildren(node, { linked: around.linked }, faults);
      return [node];
  }
}

type Image = Extract<Child, { type: 'image' }>;

const isOfPictures = ({ children }: Paragraph) =>
  children.some(({ type }) => type === 'image') &&
  children.every((child) => child.type === 'image' || isBlank(child));

/** The pictures of a paragraph that holds nothing else, as blocks. Their files are as written, not encoded for a browser. */
function picturesOf({ children }: Paragraph, faults: BodyFault[]): Image[] {
  const pictures = children.filter((child) => child.type === 'image');
  for (const picture of pictures) {
    if (picture.title) faults.push(faultAt(picture, NO_TITLE, picture.title));
    picture.data = { hProperties: { src: picture.url, alt: picture.alt ?? '' } };
  }
  return pictures;
}

type Link = Extract<Child, { type: 'link' | 'linkReference' }>;

function cleanLink(node: Link, around: Around, faults: BodyFault[]): Child[] {
  cleanChildren(node, { linked: true }, faults);
  if (!around.linked) return [node];
  const [text] = node.children;
  // GFM also turns an address into a link if it stands in the words of another link.
  if (node.type === 'link' && text?.type === 'text' && node.url.endsWith(text.value)) return [text];
  faults.push(faultAt(node, NO_LINK_IN_LINK, wordsOf(node)));
  return [];
}

function cleanElement(node: Jsx, around: Around, faults: BodyFault[]): Child[] {
  const name = node.name ?? '';
  const rule = ruleOf(node);
  const linked = around.linked || name === 'a';
  cleanChildren(node, { part: name, linked }, faults);
  if (!rule) {
    faults.push(faultAt(node, unknownElement(node.name), wordsOf(node)));
    return [];
  }
  if (rule.within && !rule.within.includes(around.part ?? ''))
    faults.push(faultAt(node, standsIn(name, rule.within), wordsOf(node)));
  if (name === 'a' && around.linked) faults.push(faultAt(node, NO_LINK_IN_LINK, wordsOf(node)));
  node.data = { hName: name, hProperties: propertiesOf(node, faults) };
  // Faults of a link are reported at the place of its address.
  const href = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'href');
  node.children = heldBy(node, rule, faults) as typeof node.children;
  if (name === 'br') return [{ type: 'break', position: node.position }];
  if (name === 'a' && href?.position) node.position = href.position;
  return [node];
}

/** Prepares the children of an element by its rule. What it may not contain is added to `faults`. */
function heldBy(node: Jsx, { holds, leaf }: ElementRule, faults: BodyFault[]): Child[] {
  const children = node.children as Child[];
  const name = node.name ?? '';
  const refuse = (child: Nodes, fault: Fault) => faults.push(faultAt(child, fault, wordsOf(child)));
  // Words beside blocks need a paragraph around them. Without one they would not count as a text of their own.
  if (holds === 'blocks')
    return leaf && children.every(isInline) ? children : inParagraphs(children);
  const full = children.filter((child) => !isBlank(child));
  if (holds === 'nothing') {
    if (full[0]) refuse(node, HOLDS_NOTHING);
    return [];
  }
  if (holds === 'words') {
    const [only, ...more] = full;
    const words = only?.type === 'paragraph' && more.length === 0 ? only.children : children;
    const block = (words as Child[]).find(isBlock);
    if (block) refuse(block, holdsOnly(name, 'words, and no blocks'));
    return words as Child[];
  }
  const other = full.find((child) => !(isJsx(child) && holds.includes(child.name ?? '')));
  if (other) refuse(other, holdsOnly(name, holds.map((one) => `<${one}>`).join(', ')));
  return name === 'tr' && full.some(holdsBlock) ? full.map(withParagraphs) : full;
}

const holdsBlock = (node: Child) => 'children' in node && (node.children as Child[]).some(isBlock);

/** Puts the words of a cell into paragraphs. Used if a cell of its row has blocks: the row is then not one text. */
const withParagraphs = (cell: Child): Child =>
  isJsx(cell) ? ({ ...cell, children: inParagraphs(cell.children as Child[]) } as Child) : cell;
