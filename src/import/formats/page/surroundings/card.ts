import type { Block } from '../block.ts';

/** A link by which the page of a list leads to an article: at its headline, or marked as the way to it. */
const LEADING = 'a[rel~="bookmark"][href], h1 a[href], h2 a[href], h3 a[href]';

/** What holds more than this of the text that was proposed is the article itself, whatever links it has. */
const LARGEST_SHARE = 0.3;

/** Whether a link leads to another page than the one that it stands on. */
function leadsAway(link: Element, address: string | undefined): boolean {
  const target = link.getAttribute('href') ?? '';
  if (target === '' || target.startsWith('#')) return false;
  if (address === undefined || !URL.canParse(target, address)) return true;
  const [there, here] = [new URL(target, address), new URL(address)];
  return there.hostname !== here.hostname || there.pathname !== here.pathname;
}

const articleOf = (element: Element | null | undefined) => element?.closest('article') ?? null;

/**
 * Tells which blocks are of article elements that only announce other articles, each with its headline as a link to it.
 *
 * @param text the blocks that are proposed as the text
 * @param headline the element that shows the headline of the page; where it is not known, nothing is sure
 * @param address the page’s own
 */
export function cards(
  document: Document,
  text: readonly Block[],
  headline: Element | undefined,
  address: string | undefined,
): (block: Block) => boolean {
  const found = new Set<Element>();
  if (!headline) return () => false;
  for (const link of document.querySelectorAll(LEADING)) {
    const article = articleOf(link);
    if (article && !article.contains(headline) && leadsAway(link, address)) found.add(article);
  }
  const sizes = new Map<Element, number>();
  let whole = 0;
  for (const { element, size } of text) {
    whole += size;
    const article = articleOf(element);
    if (article) sizes.set(article, (sizes.get(article) ?? 0) + size);
  }
  for (const [article, size] of sizes) if (size > LARGEST_SHARE * whole) found.delete(article);
  return ({ element }) => {
    for (let one = articleOf(element); one; one = articleOf(one.parentElement))
      if (found.has(one)) return true;
    return false;
  };
}
