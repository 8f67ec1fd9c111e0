import { narrowed, searchOf, stateOf } from '../../domain/search/state.ts';
import { SEARCH_PATH } from '../../domain/url.ts';
// As an address: a style sheet that is imported is loaded by every page.
import looks from '../../styles/offers.css?url';
import { make } from '../dom.ts';
import { Combobox } from '../search/combobox.ts';
import { SearchSession } from '../search/session.ts';

/** Offers names below the search box of any page. One that is picked opens the search page. */
export function offerNames(box: HTMLInputElement): void {
  const { form } = box;
  if (!form) return;
  const list = make('div', { id: `${box.id}-offers`, class: 'offers', hidden: true });
  document.head.append(make('link', { rel: 'stylesheet', href: looks }));
  form.append(list);
  const base = new URL(form.action).pathname.slice(0, 1 - SEARCH_PATH.length);
  const session = new SearchSession(base, document.documentElement.lang);
  // It is needed with the first letter; what fails is asked for again then.
  session.open().catch(() => undefined);
  new Combobox(box, list, {
    lang: document.documentElement.lang,
    suggest: (typed) => session.suggest(typed),
    meant: (word) => session.meant(word),
    choose: ({ kind, id }, rest) => {
      const state = stateOf(new URLSearchParams({ q: rest }));
      location.assign(form.action + searchOf(narrowed(state, kind, id)));
    },
  });
}
