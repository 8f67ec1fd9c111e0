import type { Element, Nodes, Text } from 'hast';
import { canonical } from './canonical.ts';

/** A node in the form in which it is compared: a text, or the name, attributes and children of an element. */
export type Form = string | readonly [name: string, attributes: Attributes, ...children: Form[]];

type Attributes = readonly (readonly [key: string, value: string])[];
type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Attributes and classes that Markdown adds for screen readers and styles. They are left out. */
const GIVEN = /^(?:dataFootnote|ariaDescribedBy$)/;
const GIVEN_CLASS = /^(?:footnotes|contains-task-list|task-list-item|data-footnote-.*)$/;

/** Gives the words of a text node or attribute as they were written, with withheld words in place. */
export interface Reader {
  text: (node: Text) => string;
  attribute: (value: string) => string;
}

/** Attributes whose values readers do not see as words. */
const NO_WORDS = new Set(['href', 'src', 'srcSet', 'id', 'cite']);

const isNote = (node: Nodes): node is Element =>
  node.type === 'element' && node.properties['dataFootnoteRef'] !== undefined;
const isBackref = (node: Nodes) =>
  node.type === 'element' && node.properties['dataFootnoteBackref'] !== undefined;

type Read = Reader['attribute'];

function attribute(key: string, value: unknown, read: Read): [string, string][] {
  if (GIVEN.test(key) || value === undefined || value === null || value === false) return [];
  const parts = (Array.isArray(value) ? value : [value]).map((part) =>
    typeof part === 'object' ? canonical(part) : String(part),
  );
  const own = key === 'className' ? parts.filter((part) => !GIVEN_CLASS.test(part)) : parts;
  if (own.length === 0) return [];
  const said = own.join(' ');
  return [[key === 'class' ? 'className' : key, NO_WORDS.has(key) ? said : read(said)]];
}

function attributesOfJsx(node: Jsx, read: Read): [string, string][] {
  return node.attributes.flatMap((one): [string, string][] => {
    if (one.type !== 'mdxJsxAttribute') return [['{…}', one.value]];
    if (one.value === null || one.value === undefined) return [[one.name, 'true']];
    return typeof one.value === 'string'
      ? attribute(one.name, one.value, read)
      : [[one.name, `{${one.value.value}}`]];
  });
}

/** The attributes of an element, sorted by name, such as the target of a link or the start of a list. */
function attributesOf(node: Element | Jsx, read: Read): Attributes {
  const all =
    node.type === 'element'
      ? Object.entries(node.properties).flatMap(([key, value]) => attribute(key, value, read))
      : attributesOfJsx(node, read);
  return all.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The name of an HTML or JSX element; empty for any other node. */
export const nameOf = (node: Nodes): string =>
  node.type === 'element'
    ? node.tagName
    : node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
      ? (node.name ?? '')
      : '';

const isElement = (node: Nodes): node is Element | Jsx =>
  node.type === 'element' || node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** An element's form without its children. */
export const emptyForm = (node: Element | Jsx, read: Reader): readonly [string, Attributes] => [
  nameOf(node),
  attributesOf(node, read.attribute),
];

/**
 * The form of a node with all its children. It is the same under every setting of the archive, and however the same
 * markup is written.
 *
 * @param isLeftOut true for a node to skip, with all its children
 * @returns empty for a node that is skipped or that readers do not see
 */
export function formOf(node: Nodes, read: Reader, isLeftOut: (node: Nodes) => boolean): Form[] {
  if (isLeftOut(node) || isBackref(node)) return [];
  if (node.type === 'text') return [read.text(node)];
  if (isNote(node)) return [['note', [['href', String(node.properties['href'])]]]];
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
    return [['{…}', [['value', node.value]]]];
  if (!isElement(node)) return [];
  const children = node.children.flatMap((child) => formOf(child, read, isLeftOut));
  return [[...emptyForm(node, read), ...children]];
}

/** A part of a text that is no paragraph, as readers of a correction see it: `---`, `![A boat](/boat.png)`. */
export function notationOf(form: Form): string {
  if (typeof form === 'string') return form;
  const [name, attributes, ...children] = form;
  const said = new Map(attributes);
  const within = children.map(notationOf).join('');
  if (name === 'hr') return '---';
  if (name === 'p' || name === '') return within;
  const isPicture = [...said.keys()].every((key) => ['src', 'alt', 'title'].includes(key));
  if (name === 'img' && said.has('src') && isPicture) {
    const title = said.get('title');
    const more = title === undefined ? '' : ` "${title}"`;
    return `![${said.get('alt') ?? ''}](${said.get('src')}${more})`;
  }
  const written = attributes.map(([key, value]) => ` ${key}="${value}"`).join('');
  return `<${name}${written}>${within}</${name}>`;
}
