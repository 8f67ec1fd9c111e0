import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const LINKED = /^(?:https?:|mailto:)/i;

/**
 * GFM makes links of the addresses in a text, of whatever looks like one. What is no address of the web or of mail, and
 * nobody wrote as a link, is text.
 */
export function unlinkAddresses(tree: Root): void {
  visit(tree, 'link', (node, index, parent) => {
    const [text] = node.children;
    if (!parent || index === undefined || text?.type !== 'text') return undefined;
    const isWritten = !node.url.endsWith(text.value);
    // A browser reads the address as it stands in the page, where signs of other scripts are encoded.
    const isAddress = LINKED.test(node.url) && URL.canParse(encodeURI(node.url.toWellFormed()));
    if (isWritten || isAddress) return undefined;
    parent.children.splice(index, 1, text);
    return [SKIP, index];
  });
}
