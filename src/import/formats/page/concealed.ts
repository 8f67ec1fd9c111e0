import { sizeOf } from './block.ts';

/** Less text is a notice to those whose browser runs no scripts. */
const SHORTEST = 400;

/** Text that a page shows by a script, and holds for those who run none: it is taken out of what conceals it. */
export function showConcealed(document: Document): void {
  for (const concealed of document.body.querySelectorAll('noscript')) {
    if (sizeOf(concealed.textContent ?? '') < SHORTEST) continue;
    if (!concealed.querySelector('p, br')) continue;
    while (concealed.firstChild) concealed.before(concealed.firstChild);
  }
}
