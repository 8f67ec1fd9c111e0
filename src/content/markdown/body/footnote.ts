import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { because } from '../../../domain/fault.ts';
import { type BodyFault, faultAt } from './fault.ts';

/**
 * Finds marks of footnotes that would get the same id as another mark. For example, the second mark of `[^a]` gets the
 * id `a-2`, and so does the first mark of `[^a-2]`.
 */
export function footnoteFaults(tree: Root): BodyFault[] {
  const marks = new Map<string, number>();
  const ids = new Map<string, string>();
  const faults: BodyFault[] = [];
  visit(tree, 'footnoteReference', (node) => {
    const label = node.identifier.toLowerCase();
    const count = (marks.get(label) ?? 0) + 1;
    marks.set(label, count);
    const id = count === 1 ? label : `${label}-${count}`;
    if (!ids.has(id)) ids.set(id, label);
    else
      faults.push(
        faultAt(
          node,
          because(
            'body/footnote',
            'Each mark of a footnote has an id of its own, made of its label and a number from the second on.',
            `Give the footnote another label: [^${ids.get(id)}] is marked so already.`,
          ),
          `[^${node.label ?? label}]`,
        ),
      );
  });
  return faults;
}
