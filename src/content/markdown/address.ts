import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { addressFault } from '../../domain/web-address.ts';

/** True for a web or mail address that a text may link to. */
export const isAddress = (href: string): boolean => addressFault(href, 'link') === undefined;

/**
 * Turns links back into text if nobody wrote them as links and they lead to no web or mail address. GFM makes such
 * links of everything that looks like an address.
 */
export function unlinkAddresses(tree: Root): void {
  visit(tree, 'link', (node, index, parent) => {
    const [text] = node.children;
    if (!parent || index === undefined || text?.type !== 'text') return undefined;
    // In a link that was written as one, the words start after the bracket.
    const start = node.position?.start.offset;
    const isBracketed = start !== undefined && text.position?.start.offset !== start;
    const isWritten = isBracketed || !node.url.endsWith(text.value);
    // The address as the page will have it: signs of other scripts are encoded; what is already encoded is kept.
    const shown = encodeURI(node.url.toWellFormed()).replaceAll('%25', '%');
    if (isWritten || isAddress(shown)) return undefined;
    parent.children.splice(index, 1, text);
    return [SKIP, index];
  });
}
