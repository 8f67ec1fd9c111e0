import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { forbiddenCharacter } from '../archive/text.ts';
import { bodyFault } from './mdx-fault.ts';

/**
 * Refuses characters that no text may hold and that are not in the file as such: `&#x202e;` and `{'\u202e'}` make them.
 */
export function refuseCharacters(tree: Root): void {
  visit(tree, (node) => {
    const text = 'value' in node ? node.value : 'alt' in node ? (node.alt ?? '') : '';
    const fault = forbiddenCharacter(text);
    if (!fault) return;
    const character = String.fromCodePoint(text.codePointAt(fault.index) ?? 0);
    throw bodyFault(fault.message, node.position?.start, character);
  });
}
