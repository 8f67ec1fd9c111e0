import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { addressFault } from '../../domain/web-address.ts';

/** True for an address of the web or of mail that a text may lead to. */
export const isAddress = (href: string): boolean => addressFault(href, 'link') === undefined;

/**
 * GFM makes links of the addresses in a text, of whatever looks like one. What is no address of the web or of mail, and
 * nobody wrote as a link, is text.
 */
export function unlinkAddresses(tree: Root): void {
  visit(tree, 'link', (node, index, parent) => {
    const [text] = node.children;
    if (!parent || index === undefined || text?.type !== 'text') return undefined;
    // The words of a written link stand after its bracket.
    const start = node.position?.start.offset;
    const isBracketed = start !== undefined && text.position?.start.offset !== start;
    const isWritten = isBracketed || !node.url.endsWith(text.value);
    // As it will stand in the page, where signs of other scripts are encoded, and what is encoded stays so.
    const shown = encodeURI(node.url.toWellFormed()).replaceAll('%25', '%');
    if (isWritten || isAddress(shown)) return undefined;
    parent.children.splice(index, 1, text);
    return [SKIP, index];
  });
}
