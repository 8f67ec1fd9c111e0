import {
  FILTERED_KINDS,
  PARAMETERS,
  type SearchState,
  stateOf,
} from '../../domain/search/state.ts';
import { make } from '../dom.ts';

/** Reads the search that a form asks for. */
export function formState(form: HTMLFormElement): SearchState {
  const entries = [...new FormData(form)];
  const state = stateOf(new URLSearchParams(entries.map(([name, value]) => [name, `${value}`])));
  // Other words may be misspelt anew.
  return exactField(form)?.dataset['of'] === state.q ? state : { ...state, exact: undefined };
}

const exactField = (form: HTMLFormElement) =>
  form.querySelector<HTMLInputElement>('input[name=exact]');

function choicesIn(form: HTMLFormElement): Element {
  const place = form.querySelector('[data-part="names"]');
  if (!place) throw new Error('The form lacks its place for names.');
  return place;
}

/** Fills the form with a search, so that it always matches the results shown; its days are in lists (`date-lists.ts`). */
export function fillForm(form: HTMLFormElement, state: SearchState): void {
  for (const name of ['q', 'sort'] as const) {
    const field = form.elements.namedItem(name) as HTMLInputElement | null;
    if (field && field.value !== state[name]) field.value = state[name];
  }
  exactField(form)?.remove();
  if (state.exact)
    form.append(make('input', { type: 'hidden', name: 'exact', value: '1', 'data-of': state.q }));
  const place = choicesIn(form);
  for (const hidden of place.querySelectorAll('[type=hidden]')) hidden.remove();
  for (const kind of FILTERED_KINDS) {
    const name = PARAMETERS[kind];
    const boxes = [...place.querySelectorAll<HTMLInputElement>(`[name=${name}]`)];
    for (const box of boxes) box.checked = state.chosen[kind].includes(box.value);
    // A chosen name without a checkbox is kept in a hidden field.
    for (const id of state.chosen[kind]) {
      if (!boxes.some(({ value }) => value === id))
        place.append(make('input', { type: 'hidden', name, value: id }));
    }
  }
}

/** Replaces the names to filter by. The checkbox that had the focus keeps it. */
export function showChoices(form: HTMLFormElement, fields: readonly HTMLElement[]): void {
  const place = choicesIn(form);
  const focused = document.activeElement;
  const kept = focused instanceof HTMLInputElement && place.contains(focused) ? focused : undefined;
  place.replaceChildren(...fields);
  place.removeAttribute('aria-busy');
  if (!kept) return;
  [...place.querySelectorAll('input')]
    .find(({ name, value }) => name === kept.name && value === kept.value)
    ?.focus();
}
