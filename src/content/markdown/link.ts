import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { withBase } from '../../domain/url.ts';

/** A link of an article's body. */
export interface Link {
  /** As written. */
  href: string;
  line: number;
  column: number;
}

/** Collects the links of a tree, and puts the base path before those that lead into the archive. */
export function linksOf(tree: Root, base: string): Link[] {
  const links: Link[] = [];
  visit(tree, 'element', (node) => {
    const { href } = node.properties;
    if (node.tagName !== 'a' || typeof href !== 'string') return;
    if (node.properties['dataFootnoteRef'] !== undefined) return;
    if (node.properties['dataFootnoteBackref'] !== undefined) return;
    const place = node.position?.start;
    links.push({ href, line: place?.line ?? 1, column: place?.column ?? 1 });
    node.properties['href'] = based(href, base);
  });
  return links;
}

const based = (href: string, base: string) =>
  href.startsWith('/') && !href.startsWith('//') ? withBase(href, base) : href;

const ALIGNED = new Map<string, string>(
  Object.entries({
    right: 'align-end',
    center: 'align-center',
    left: 'align-start',
  }),
);

/** Makes the tree's tables and task lists fit for a strict Content-Security-Policy, narrow screens and screen readers. */
export function presentTree(tree: Root): void {
  let wide = 0;
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'td' || node.tagName === 'th') presentCell(node);
    if (node.tagName === 'input' && node.properties['type'] === 'checkbox') {
      node.properties['ariaLabel'] = node.properties['checked'] ? 'Done' : 'Not done';
    }
    if (!['table', 'pre'].includes(node.tagName) || !parent || index === undefined)
      return undefined;
    visit(node, 'element', (cell) => {
      if (cell.tagName === 'td' || cell.tagName === 'th') presentCell(cell);
    });
    wide += 1;
    parent.children[index] = scrollable(node, wide);
    return SKIP;
  });
}

// GFM's alignment is an inline style or a presentational attribute; a strict policy allows neither styles nor surprises.
function presentCell(cell: Element) {
  const align = cell.properties['align'];
  delete cell.properties['align'];
  const aligned = typeof align === 'string' ? ALIGNED.get(align) : undefined;
  if (aligned) cell.properties['className'] = [aligned];
  if (cell.tagName === 'th') cell.properties['scope'] ??= 'col';
}

// What may be wider than the screen is scrolled by itself, by the keyboard too.
function scrollable(wide: Element, number: number): Element {
  const ariaLabel = `${wide.tagName === 'table' ? 'Table' : 'Code'} ${number}`;
  const properties = { className: ['scroll'], tabIndex: 0, ariaLabel };
  return { type: 'element', tagName: 'section', properties, children: [wide] };
}
