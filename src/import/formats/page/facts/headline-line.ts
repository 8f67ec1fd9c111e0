import { isApart, mainArticle } from './page-element.ts';

/** How many lines, pieces of text without markup in them, may stand between a headline and the line with its day. */
const [BEFORE, AFTER] = [8, 12];

/** Tells of elements and pieces of text whether they stand by the headline, in whatever part of the page that is. */
export function byHeadline(
  document: Document,
  headline: Element | undefined,
): (node: Node) => boolean {
  if (!headline) return () => false;
  const lines = new Map<Node, number>();
  const walker = document.createTreeWalker(document.body, 4);
  let [first, last] = [-1, -1];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if ((node.nodeValue ?? '').trim() === '') continue;
    const line = lines.size;
    lines.set(node, line);
    if (!headline.contains(node)) continue;
    if (first < 0) first = line;
    last = line;
  }
  /** The first piece of text of a node. */
  const lineOf = (node: Node): number | undefined => {
    const own = lines.get(node);
    if (own !== undefined) return own;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const line = lineOf(child);
      if (line !== undefined) return line;
    }
    return undefined;
  };
  const main = mainArticle(document);
  return (node) => {
    const line = lineOf(node);
    if (line === undefined || last < 0 || line < first - BEFORE || line > last + AFTER)
      return false;
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    // What is marked as a time is sure; text alone is not, in a list or at the foot.
    return element !== null && !isApart(element, null, main, node !== element);
  };
}
