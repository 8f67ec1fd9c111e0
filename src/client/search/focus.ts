/** Keeps in the browser's history which element had the focus, so that going back restores it. */

const REACHABLE = 'a[href], input, select, button, summary';

/** Identifies an element among the results of one page; the same when the element is made again. */
function markOf(element: Element): string {
  const { tagName } = element;
  const [name, value] = [element.getAttribute('name'), element.getAttribute('value')];
  const href = element.getAttribute('href');
  return [
    tagName,
    element.id,
    href,
    name,
    name === 'q' ? '' : value,
    // The text of a list is what can be chosen, which is another after each choice.
    href || element.id ? '' : element.textContent,
  ]
    .map((part) => part ?? '')
    .join('|');
}

/** Notes in the present entry of the history which element has the focus. */
export function rememberFocus(within: Element): void {
  const focused = document.activeElement;
  if (!focused || !within.contains(focused)) return;
  history.replaceState({ focus: markOf(focused) }, '');
}

/** Focuses the element that the present entry of the history names, where it still exists. */
export function restoreFocus(within: Element): void {
  const focus = (history.state as { focus?: string } | null)?.focus;
  if (focus === undefined) return;
  const found = [...within.querySelectorAll<HTMLElement>(REACHABLE)].find(
    (element) => markOf(element) === focus,
  );
  found?.focus();
}
