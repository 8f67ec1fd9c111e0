import { make } from '../dom.ts';

/**
 * A button that copies a text and says so. Where the browser forbids that, it shows the text, selected, to be copied by
 * hand.
 *
 * @param textOf is called when the button is pressed
 * @param name the accessible name, where the label alone does not tell the button from others
 */
export function copyButton(label: string, textOf: () => string, name = label): HTMLElement {
  const button = make('button', { class: 'button', type: 'button', 'aria-label': name }, label);
  const said = make('span', { role: 'status', class: 'meta' });
  const byHand = make('textarea', { readonly: true, hidden: true, rows: '4', 'aria-label': name });
  button.addEventListener('click', async () => {
    const text = textOf();
    try {
      await navigator.clipboard.writeText(text);
      byHand.hidden = true;
      said.textContent = 'Copied.';
    } catch {
      byHand.value = text;
      byHand.hidden = false;
      byHand.select();
      said.textContent = 'This browser lets no page copy: the text is selected, copy it.';
    }
  });
  return make('span', { class: 'copying' }, button, ' ', said, byHand);
}
