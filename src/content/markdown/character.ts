import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { forbiddenCharacter } from '../../domain/text.ts';
import type { BodyFault } from './body/fault.ts';
import { faultAt } from './body/fault.ts';

// As a raw character in the file it hides what it does. Written as a reference it can be seen, and a verbatim text may
// need it.
const DIRECTION_CONTROL = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Finds characters that no text may hold and that do not stand in the file themselves: `{'\u0007'}` makes one.
 * Direction controls may be written as references, but not in a title, which a pointer shows, or in the language of a
 * code block.
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
