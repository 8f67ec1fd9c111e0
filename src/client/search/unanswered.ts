import { make } from '../dom.ts';
import { StaleRelease } from './session.ts';

/** Says why a search could not be done. @param retry does it again */
export function unanswered(error: unknown, retry: () => void): HTMLElement {
  const button = make('button', { type: 'button', class: 'button' }, 'Try again');
  button.addEventListener('click', retry);
  const why =
    error instanceof StaleRelease
      ? 'This archive has been brought up to date since the page was opened.'
      : navigator.onLine
        ? 'The search could not be done: one of its files did not come.'
        : 'The search could not be done: this device is offline.';
  return make('div', { class: 'notice' }, make('p', {}, why), make('p', {}, button));
}
