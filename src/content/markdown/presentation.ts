import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { holdsElement } from './node.ts';

const ALIGNED = new Map<string, string>(
  Object.entries({
    right: 'align-end',
    center: 'align-center',
    left: 'align-start',
  }),
);

const CHANGED = ['table', 'td', 'th', 'pre', 'input'];

/**
 * Changes tables, code and task lists so that they suit a strict Content-Security-Policy, narrow screens and screen
 * readers.
 */
export function presentTree(tree: Root): void {
  // Few texts have any, and a walk that changes the tree takes long.
  if (!holdsElement(tree, CHANGED)) return;
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

// Markdown aligns a cell by an attribute or an inline style. A strict policy allows no styles, so it becomes a class.
function presentCell(cell: Element) {
  const align = cell.properties['align'];
  delete cell.properties['align'];
  const aligned = typeof align === 'string' ? ALIGNED.get(align) : undefined;
  if (aligned) cell.properties['className'] = [aligned];
  if (cell.tagName === 'th') cell.properties['scope'] ??= 'col';
}

// A table or code may be wider than the screen. It gets its own box, which scrolls, also by the keyboard.
function scrollable(wide: Element, number: number): Element {
  const ariaLabel = `${wide.tagName === 'table' ? 'Table' : 'Code'} ${number}`;
  const properties = { className: ['scroll'], tabIndex: 0, ariaLabel };
  return { type: 'element', tagName: 'section', properties, children: [wide] };
}
