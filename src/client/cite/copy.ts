import { make } from '../dom.ts';

/**
 * A button that copies a text, and says that it has; where the browser forbids it, the text is shown to be copied by hand.
 *
 * @param name what the button is called where its label alone does not tell it from others
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
