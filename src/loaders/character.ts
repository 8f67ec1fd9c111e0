import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { forbiddenCharacter } from '../archive/text.ts';
import { bodyFault } from './mdx-fault.ts';

// In the file as such it hides what it does; written as a reference it can be seen, and a text word for word may need it.
const DIRECTION_CONTROL = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Refuses characters that no text may hold and that are not in the file as such: `{'\u0007'}` makes them. Direction
 * controls may be written as references.
 */
export function refuseCharacters(tree: Root): void {
  visit(tree, (node) => {
    const value = 'value' in node ? node.value : 'alt' in node ? (node.alt ?? '') : '';
    const text = value.replace(DIRECTION_CONTROL, '');
    const fault = forbiddenCharacter(text);
    if (!fault) return;
    const character = String.fromCodePoint(text.codePointAt(fault.index) ?? 0);
    throw bodyFault(fault.message, node.position?.start, character);
  });
}
