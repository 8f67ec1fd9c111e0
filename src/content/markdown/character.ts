import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { forbiddenCharacter } from '../../domain/text.ts';
import type { BodyFault } from './body/fault.ts';
import { faultAt } from './body/fault.ts';

// In the file as such it hides what it does; written as a reference it can be seen, and a text word for word may need it.
const DIRECTION_CONTROL = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Characters that no text may hold and that are not in the file as such: `{'\u0007'}` makes them. Direction controls may
 * be written as references, but for those in what a pointer shows.
 */
export function characterFaults(tree: Root): BodyFault[] {
  const faults: BodyFault[] = [];
  visit(tree, (node) => {
    const value = 'value' in node ? node.value.replace(DIRECTION_CONTROL, '') : '';
    const beside = ['title' in node && node.title, 'lang' in node && node.lang];
    const text = [value, ...beside].filter(Boolean).join('');
    const found = forbiddenCharacter(text);
    if (!found) return;
    const character = String.fromCodePoint(text.codePointAt(found.index) ?? 0);
    faults.push(faultAt(node, found.fault, character));
  });
  return faults;
}
