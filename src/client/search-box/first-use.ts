import { focusOnSlash } from './slash.ts';
import { switchSlash } from './slash-switch.ts';

/**
 * All that a page loads for its search box before anybody uses it. With the first focus or letter comes the rest
 * (`offering.ts`); the boxes of the search page and the “not found” page have their own.
 */

/** Has names offered below a box once it is used. */
function offerOnFirstUse(box: HTMLInputElement): void {
  const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' };
  for (const [name, value] of Object.entries(roles)) box.setAttribute(name, value);
  let isAsked = false;
  /** @param before what was in the box and is not what somebody types */
  const begin = async (before: string) => {
    if (isAsked) return;
    isAsked = true;
    try {
      const { offerNames } = await import('./offering.ts');
      offerNames(box);
      // What was typed while it came.
      if (box.value !== before) box.dispatchEvent(new Event('input'));
    } catch {
      // The network may be back at the next letter. The box searches without it.
      isAsked = false;
    }
  };
  box.addEventListener('focus', () => void begin(box.value));
  box.addEventListener('input', () => void begin(''));
  // On a slow line somebody may have typed before this was there.
  if (document.activeElement === box) void begin('');
}

const box = document.querySelector<HTMLInputElement>('input[name="q"]');
if (box) focusOnSlash(box);
if (box?.matches('[data-offers]')) offerOnFirstUse(box);

// Here too, since what two scripts share is a third file.
const button = document.querySelector<HTMLButtonElement>('[data-slash]');
if (button) switchSlash(button);
