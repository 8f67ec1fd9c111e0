import type { Element, Root as Hast, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { foldSpace } from '../archive/paragraph.ts';

/** What of a web page is no text of an article, or would act on a reader’s machine. */
const LEFT_OUT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'source',
  'track',
  'link',
  'meta',
  'head',
  'title',
  'nav',
  'dialog',
  'frame',
  'frameset',
  'applet',
]);
const PICTURES = new Set(['img', 'picture', 'figure', 'image']);

const KEPT_PROTOCOLS = /^(?:https?:|mailto:)/iu;

/** Makes a body of HTML: paragraphs, headings, lists, quotations, tables, links and emphasis; the rest is left out. */
export function bodyOfHtml(
  html: string,
  address: string | undefined,
): { body: Root; notes: string[] } {
  return bodyOfTree(fromHtml(html, { fragment: true }), address);
}

/** Makes a body of a parsed page. */
export function bodyOfTree(
  tree: Hast,
  address: string | undefined,
): { body: Root; notes: string[] } {
  let pictures = 0;
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (PICTURES.has(node.tagName)) pictures++;
    if (!LEFT_OUT.has(node.tagName) && !PICTURES.has(node.tagName)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(tree, 'element', (node: Element) => plainElement(node));
  const body = toMdast(tree as Nodes) as Root;
  const root: Root =
    body.type === 'root'
      ? body
      : { type: 'root', children: [body as Exclude<typeof body, Root> as RootContent] };
  settle(root, address);
  const notes =
    pictures > 0 ? [`${pictures === 1 ? 'one picture' : `${pictures} pictures`} left out`] : [];
  return { body: root, notes };
}

// A heading of the page itself is above the article’s; what means emphasis only by its look is left as text.
function plainElement(node: Element) {
  if (node.tagName === 'h1') node.tagName = 'h2';
  if (node.tagName === 'u' || node.tagName === 'font' || node.tagName === 'center')
    node.tagName = 'span';
  if (node.tagName === 'q') node.tagName = 'span';
  node.properties = node.tagName === 'a' ? { href: node.properties['href'] } : keptProperties(node);
}

const keptProperties = ({ tagName, properties }: Element): Element['properties'] =>
  tagName === 'ol' ? { start: properties['start'] } : {};

/** Makes of a tree what a body can hold: no HTML, no pictures, links that lead somewhere, white space folded. */
function settle(root: Root, address: string | undefined) {
  visit(root, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (
      node.type === 'html' ||
      node.type === 'image' ||
      node.type === 'imageReference' ||
      node.type === 'definition'
    ) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type === 'break') {
      // A line break is white space to a permalink, and a paragraph’s lines are seldom an author’s.
      parent.children.splice(index, 1, { type: 'text', value: ' ' });
      return undefined;
    }
    if (node.type === 'link') {
      const href = resolved(node.url, address);
      if (href === undefined || node.children.length === 0) {
        parent.children.splice(index, 1, ...(node.children as typeof parent.children));
        return index;
      }
      node.url = href;
      node.title = null;
    }
    if (node.type === 'text') node.value = node.value.replace(/\s+/gu, ' ');
    return undefined;
  });
  joinTexts(root);
  root.children = inParagraphs(root.children);
  root.children = root.children.filter((node) => !isBlank(node));
}

const isInline = (node: RootContent): node is PhrasingContent =>
  ['text', 'emphasis', 'strong', 'delete', 'link', 'inlineCode', 'footnoteReference'].includes(
    node.type,
  );

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
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  // A link within the saved page leads to nothing that is kept.
  if (
    !KEPT_PROTOCOLS.test(url.href) ||
    (base && url.hash !== '' && url.href.startsWith(`${base}#`))
  )
    return undefined;
  return url.href;
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
      last.value = `${last.value}${child.value}`.replace(/\s+/gu, ' ');
    else joined.push(child);
    if ('children' in child) joinTexts(child);
  }
  node.children = joined;
}
