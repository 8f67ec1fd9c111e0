import { sizeOf } from './block.ts';

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
