import type { Element, Nodes, Root, Text } from 'hast';
import { foldSpace, paragraphId } from '../../../domain/article/paragraph.ts';
import type { Block } from '../../markdown/block.ts';
import { everyNode } from '../../markdown/node.ts';
import { sealDigest } from '../seal-digest.ts';
import { emptyForm, type Form, formOf, nameOf, notationOf } from './markup-form.ts';
import type { Statement } from './statement.ts';

/** The statements of a text: one for each paragraph or other block, and one for each thing between them. */

/** The words of text nodes as they were written, where they have white space that is replaced when they are shown. */
export type WrittenWords = ReadonlyMap<Text, string>;

const UNUSUAL_SPACE = /[^\S \n\t\r]/u;

/** Collects the text nodes that have white space other than spaces, tabs and line ends. */
export function writtenWords(tree: Root): WrittenWords {
  const found = new Map<Text, string>();
  everyNode(tree, (node) => {
    if (node.type === 'text' && UNUSUAL_SPACE.test(node.value))
      found.set(node, node.value.replace(/[ \n\t\r]+/g, ' '));
  });
  return found;
}

/** The blocks of a text, and their words with withheld words in place. */
export interface ReadBlocks {
  blocks: readonly Block[];
  /** The words of each block, white space folded. */
  words: readonly string[];
  /** The id of each block, made from these words. */
  ids: readonly string[];
  written: WrittenWords;
  /** Puts withheld words back into a text. */
  whole: (text: string) => string;
}

type Parent = Extract<Nodes, { children: unknown[] }>;
const isParent = (node: Nodes): node is Parent => 'children' in node;

const isHidden = (node: Nodes) =>
  node.type === 'comment' ||
  node.type === 'doctype' ||
  node.type === 'mdxjsEsm' ||
  // A picture is no part of the text: it has statements of its own.
  nameOf(node) === 'img' ||
  (node.type === 'element' && node.properties['id'] === 'footnote-label');
const isBlank = (node: Nodes) => node.type === 'text' && node.value.trim() === '';

const normal = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ');

/** The words of a paragraph without markup that is in no other element, as most are; undefined for anything else. */
function plainWords(context: readonly Form[], [form]: readonly Form[]): string | undefined {
  if (context.length > 0 || form === undefined || typeof form === 'string') return undefined;
  const [name, attributes, ...children] = form;
  if (name !== 'p' || attributes.length > 0) return undefined;
  const words = children.filter((child) => typeof child === 'string');
  return words.length === children.length ? words.join('').trim() : undefined;
}

/** The statement of a block: digests of its words, of its markup where it has any, and of its exact characters. */
function blockStatement(
  field: string,
  words: string,
  element: Block['element'],
  context: readonly Form[],
  forms: readonly Form[],
): Statement {
  const value = sealDigest(words.normalize('NFC'));
  const plain = plainWords(context, forms);
  if (plain !== undefined)
    return plain === words.normalize('NFC')
      ? { field, value }
      : { field, value, exact: sealDigest(plain) };
  const exact = JSON.stringify([context, forms]);
  // In code every space counts.
  const form = nameOf(element) === 'pre' ? exact : normal(exact);
  return {
    ...{ field, value, form: sealDigest(form) },
    ...(form !== exact && { exact: sealDigest(exact) }),
  };
}

/** The statements of a text, and how its parts are nested. */
export interface TextParts {
  statements: Statement[];
  /** What is no paragraph, as readers of a correction see it, by its id (`o-…`). */
  notations: Map<string, string>;
  /** The names of the components that it uses. */
  components: Set<string>;
  /** The names of its elements as they are nested, `blockquote(p p) hr`; undefined where it has paragraphs only. */
  layout: string | undefined;
}

/** The parts of a text. @param tree before marks and links are put into it */
export function textPartsOf(
  tree: Root,
  { blocks, words, ids, written, whole }: ReadBlocks,
): TextParts {
  const places = new Map<Nodes, number>(blocks.map(({ element }, index) => [element, index]));
  const holds = new Map<Nodes, boolean>();
  const holdsBlock = (node: Nodes): boolean => {
    const known = holds.get(node);
    if (known !== undefined) return known;
    const found =
      isParent(node) && node.children.some((child) => places.has(child) || holdsBlock(child));
    holds.set(node, found);
    return found;
  };
  const read = {
    text: (node: Text) => whole(written.get(node) ?? node.value),
    attribute: whole,
  };
  const statements: Statement[] = [];
  const components = new Set<string>();
  everyNode(tree, (node) => {
    if (/^[A-Z]/.test(nameOf(node))) components.add(nameOf(node));
  });
  const notations = new Map<string, string>();
  const turns = new Map<string, number>();
  const leavesOut = (root: Nodes) => (node: Nodes) =>
    isHidden(node) || (node !== root && (places.has(node) || holdsBlock(node)));

  const put = (node: Nodes, context: readonly Form[]): string => {
    const index = places.get(node);
    const forms = formOf(node, read, leavesOut(node));
    if (index !== undefined) {
      const [id = '', text = ''] = [ids[index], words[index]];
      statements.push(blockStatement(id, text, node as Element, context, forms));
      return nameOf(node);
    }
    const notation = foldSpace(forms.map(notationOf).join(''));
    const id = paragraphId(notation).replace(/^p/, 'o');
    const turn = (turns.get(id) ?? 0) + 1;
    turns.set(id, turn);
    const field = turn === 1 ? id : `${id}-${turn}`;
    notations.set(field, notation);
    const value = sealDigest(notation.normalize('NFC'));
    const form = context.length > 0 ? sealDigest(JSON.stringify(context)) : undefined;
    statements.push(form === undefined ? { field, value } : { field, value, form });
    return nameOf(node) || 'expression';
  };

  const walk = (parent: Parent, context: readonly Form[]): string[] =>
    parent.children.flatMap((node): string[] => {
      if (isHidden(node) || isBlank(node)) return [];
      const isBlock = places.has(node);
      if (!isParent(node) || (!isBlock && !holdsBlock(node))) {
        // What is inside a block and is no block itself is already part of the block's words.
        return places.has(parent) ? [] : [put(node, context)];
      }
      const name = isBlock ? put(node, context) : nameOf(node);
      if (isBlock && !holdsBlock(node)) return [name];
      const within = walk(node, [...context, emptyForm(node as Element, read)]);
      return [`${name}(${within.join(' ')})`];
    });
  const layout = walk(tree, []).join(' ');
  return {
    statements,
    notations,
    components,
    layout: /^(?:p ?)*$/.test(layout) ? undefined : layout,
  };
}
