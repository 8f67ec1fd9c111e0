import { sizeOf } from '../block.ts';

/** Less text is a notice to those whose browser runs no scripts. */
const SHORTEST = 400;

/** Names of what appears over a paragraph when somebody points at a word of it. */
const OVERLAYS = ['rollover', 'tooltip', 'hovercard', 'popover']
  .map((name) => `p [class*="${name}" i]:not(a)`)
  .join();

/** The name under which it is told. */
const MOVED = 'related';

/** Whether an element holds the word that is pointed at, and behind it what appears then. */
const isWithWord = (element: Element) =>
  [...element.querySelectorAll(OVERLAYS)].some(
    (inner) =>
      inner.parentElement === element && (inner.previousSibling?.textContent ?? '').trim() !== '',
  );

/** Takes what appears over paragraphs out of them, and puts it behind: a part around the text, as it is called. */
export function partOverlays(document: Document): void {
  for (const overlay of document.body.querySelectorAll(OVERLAYS)) {
    const paragraph = overlay.closest('p');
    if (!paragraph || isWithWord(overlay) || overlay.parentElement?.closest(`.${MOVED}`)) continue;
    const behind = document.createElement('div');
    behind.className = MOVED;
    behind.append(overlay);
    paragraph.after(behind);
  }
}

/** Text that a page shows by a script, and holds for those who run none: it is taken out of what conceals it. */
export function showConcealed(document: Document): void {
  for (const concealed of document.body.querySelectorAll('noscript')) {
    if (sizeOf(concealed.textContent ?? '') < SHORTEST) continue;
    if (!concealed.querySelector('p, br')) continue;
    while (concealed.firstChild) concealed.before(concealed.firstChild);
  }
}

/** What holds no text of an article, however much it is, or formulas, which are hidden behind pictures of them. */
const NO_PROSE = new Set(
  'a button math nav footer form script style svg template select'.split(' '),
);
/** A longer style is none that hides. */
const LONGEST_STYLE = 2000;
/** A shorter piece of text is a label. */
const LABEL = 20;

/** Whether the markup of an element hides it from every reader. That it is hidden from those who listen is no sign. */
function isHidden(element: Element): boolean {
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  const style = element.getAttribute('style');
  if (style === null || style.length > LONGEST_STYLE) return false;
  const said = new Map(
    style.split(';').map((one) => {
      const [name = '', value = ''] = one.split(':', 2);
      return [name.trim().toLowerCase(), value.trim().toLowerCase().split(/[\s!]/u, 1)[0]] as const;
    }),
  );
  return said.get('display') === 'none' || said.get('visibility') === 'hidden';
}

/** A hidden element, how much text it has, and those that are hidden within. */
interface Hidden {
  element: Element;
  size: number;
  within: Hidden[];
}

/** How much text stands in an element, outside of links and labels; hidden elements are added to a list. */
function prose(element: Element, found: Hidden[]): number {
  let size = 0;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === child.TEXT_NODE) {
      const text = sizeOf(child.nodeValue ?? '');
      if (text >= LABEL) size += text;
    } else if (child.nodeType === child.ELEMENT_NODE) {
      const one = child as Element;
      const within = isHidden(one) ? [] : found;
      const inside = prose(one, within);
      const counted = NO_PROSE.has(one.localName) ? 0 : inside;
      if (within !== found) found.push({ element: one, size: counted, within });
      size += counted;
    }
  }
  return size;
}

/**
 * Takes out what the markup of a page hides from its readers, and gives the elements that it was taken from. What is more
 * than all that is shown is the text itself, which a script shows.
 *
 * @param headline the element of the headline, which stays
 */
export function takeHidden(document: Document, headline: Element | undefined): Element[] {
  const taken: Element[] = [];
  const takeFrom = (hidden: readonly Hidden[], whole: number) => {
    const sizes = new Map<Element | null, number>();
    let shown = whole;
    for (const { element, size } of hidden) {
      sizes.set(element.parentElement, (sizes.get(element.parentElement) ?? 0) + size);
      shown -= size;
    }
    for (const { element, size, within } of hidden) {
      const parent = element.parentElement;
      if ((sizes.get(parent) ?? 0) > shown) takeFrom(within, size);
      else if (parent && !element.contains(headline ?? null) && !element.querySelector('math')) {
        if ((element.textContent ?? '').trim() === '') continue;
        element.remove();
        taken.push(parent);
      }
    }
  };
  const found: Hidden[] = [];
  const whole = prose(document.body, found);
  takeFrom(found, whole);
  return taken;
}
