import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Formulas of a page, in MathML, as a line of signs: what makes Markdown of a page knows none and would drop them. */

/** How far out of a formula its picture for the eye stands, which tools that write formulas hide from screen readers. */
const OUTWARD = 3;

const isElement = (node: { type: string }): node is Element => node.type === 'element';
const isHidden = ({ properties }: Element) => `${properties['ariaHidden']}` === 'true';

/** A part of a formula, in brackets where it is more than one sign. */
const grouped = (text: string) => ([...text].length > 1 ? `(${text})` : text);

/** A formula as signs in a row: `a/b`, `x^2`, `x_1`, `√(a + b)`. */
function inSigns(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/\s+/gu, ' ').trim();
  if (!isElement(node) || /^annotation/u.test(node.tagName)) return '';
  const parts = node.children.map(inSigns).filter((part) => part !== '');
  const [first = '', second = '', third = ''] = parts;
  const name = node.tagName;
  if (name === 'mfrac' && parts.length === 2) return `${grouped(first)}/${grouped(second)}`;
  if (/^m(?:sup|over)$/u.test(name) && parts.length === 2) return `${first}^${grouped(second)}`;
  if (/^m(?:sub|under)$/u.test(name) && parts.length === 2) return `${first}_${grouped(second)}`;
  if (/^m(?:subsup|underover)$/u.test(name) && parts.length === 3)
    return `${first}_${grouped(second)}^${grouped(third)}`;
  if (name === 'msqrt') return `√${grouped(parts.join(' '))}`;
  return parts.join(' ');
}

/** Whether what holds a formula is a part of a line. */
const isInline = (node: Parents): node is Element =>
  isElement(node) && (node.tagName === 'span' || node.tagName.startsWith('mjx-'));

/**
 * Writes every formula of a tree as a line of signs.
 *
 * @returns how many there were
 */
export function plainFormulas(tree: Root): number {
  let count = 0;
  /** The same formulas drawn for the eye, beside them: their signs stand in no order. */
  const drawn = new Set<ElementContent>();
  const write = (formula: Element, outward: readonly Parents[]) => {
    let inside = formula;
    for (const around of outward.slice(-OUTWARD).toReversed()) {
      if (!isInline(around)) break;
      for (const other of around.children)
        if (other !== inside && isElement(other) && isHidden(other)) drawn.add(other);
      inside = around;
    }
    const signs = inSigns(formula) || toText(formula).trim();
    Object.assign(formula, {
      tagName: 'span',
      properties: {},
      children: [{ type: 'text', value: signs }],
    });
    count++;
  };
  const look = (node: Parents, outward: readonly Parents[]) => {
    for (const child of node.children)
      if (isElement(child) && child.tagName === 'math') write(child, [...outward, node]);
      else if (isElement(child)) look(child, [...outward, node]);
  };
  look(tree, []);
  if (drawn.size > 0)
    visit(tree, 'element', (node) => {
      node.children = node.children.filter((child) => !drawn.has(child));
    });
  return count;
}
