import { type Block, MARK } from './block.ts';

/** Elements whose kind says what their text is; all others only place it on the page. */
const KINDS = new Set(
  'blockquote dd dl dt figure h1 h2 h3 h4 h5 h6 li ol p pre table ul'.split(' '),
);

/** Blocks of a page as HTML, in the lists, quotations and figures that they stand in, without all else. */
export function extract(document: Document, blocks: readonly Block[]): string {
  const wanted = new Set<Element>();
  for (const { element } of blocks)
    for (let one: Element | null = element; one && !wanted.has(one); one = one.parentElement)
      wanted.add(one);
  const shell = (element: Element, otherwise: string) =>
    KINDS.has(element.localName) && (otherwise === 'p' || element.localName !== 'p')
      ? (element.cloneNode(false) as Element)
      : document.createElement(otherwise);
  const copied = (element: Element): Element => {
    const isBlock = element.hasAttribute(MARK);
    const copy = shell(element, isBlock ? 'p' : 'div');
    for (let child = element.firstChild; child; child = child.nextSibling)
      if (isBlock) copy.append(child.cloneNode(true));
      else if (wanted.has(child as Element)) copy.append(copied(child as Element));
      // All pictures but the marks of media are taken out by now.
      else if ((child as Element).localName === 'img') copy.append(child.cloneNode());
    const only = copy.firstElementChild;
    return !isBlock && copy.localName === 'div' && only && only === copy.lastElementChild
      ? only
      : copy;
  };
  return copied(document.body).outerHTML;
}
