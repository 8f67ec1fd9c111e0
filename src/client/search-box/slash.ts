/** The key `/`, which puts the cursor into the search box of a page. */

const SLASH = '/';
const KEPT_AS = 'slash-is-off';

/** Fields in which a slash is typed; a list jumps to what begins with it. */
const FIELDS =
  'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELDS));

/** True where the reader has turned the key off: whoever speaks to a computer may press it unawares (WCAG 2.1.4). */
export function isSlashOff(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== null;
  } catch {
    return false; // Where nothing may be kept.
  }
}

/** Turns the key off or on again, on all pages of the archive in this browser. */
export function turnSlash(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, '');
  } catch {
    // Where nothing may be kept, it stays on.
  }
}

/** Has the key put the cursor into a box. With Shift it is `/` on some keyboards; with other keys it is the browser's. */
export function focusOnSlash(box: HTMLInputElement): void {
  box.setAttribute('aria-keyshortcuts', SLASH);
  document.addEventListener('keydown', (event) => {
    if (event.key !== SLASH || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.defaultPrevented || event.isComposing || isField(event.target) || isSlashOff())
      return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
