import { runInNewContext } from 'node:vm';
import type { Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { because } from '../archive/problem.ts';
import { type BodyFault, bodyFault } from './mdx-fault.ts';

/**
 * Puts the value of a constant expression (`{2 + 3}`, `{'<'}`) in its place as text, so that what a permalink is made
 * from is what the reader sees. A comment leaves nothing. What has no constant value, or is no text, stays as it is and
 * is rendered by Astro. What cannot be evaluated throws a fault of the body.
 */
export function foldConstants(tree: Root): void {
  visit(tree, ['mdxTextExpression', 'mdxFlowExpression'], (node, index, parent) => {
    if (index === undefined || parent === undefined || !('value' in node)) return undefined;
    const value = constant(String(node.value), node.position?.start);
    if (value === undefined) return undefined;
    const text = { type: 'text' as const, value, position: node.position };
    const isFlow = node.type === 'mdxFlowExpression';
    const replacement =
      value === '' ? [] : [isFlow ? { type: 'paragraph' as const, children: [text] } : text];
    (parent as Parents).children.splice(index, 1, ...(replacement as never[]));
    return index + replacement.length;
  });
}

// What Astro gives to a body while it renders it.
const GIVEN = /^(?:props|frontmatter|Astro) is not defined$/;

function constant(expression: string, place: BodyFault['place']): string | undefined {
  try {
    // Not a guard against malice: an expression in MDX is code, and the importer writes none.
    const value: unknown = runInNewContext(`(${expression}\n)`, Object.create(null), {
      timeout: 100,
    });
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    return value === null || typeof value === 'boolean' ? '' : undefined;
  } catch (error) {
    if (/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(expression)) return '';
    const { name, message } = error as Error;
    // JSX in an expression is no syntax to this, and Astro's business.
    if (name === 'SyntaxError' || GIVEN.test(message)) return undefined;
    const fault = because(
      `What stands in braces in a body has a value; this has none: ${message}.`,
      'Correct the expression, or write \\{ for a brace of the text.',
    );
    throw bodyFault(fault, place, `{${expression}}`);
  }
}
