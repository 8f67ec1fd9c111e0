import type { ArticleData } from '../../domain/article/article-data.ts';
import { longDay } from '../../domain/date.ts';
import { passagesOf } from '../../domain/quotation/passage.ts';
import { stateOf } from '../../domain/search/state.ts';
import { articleDataPath, withBase } from '../../domain/url.ts';
import { make } from '../dom.ts';
import { SearchSession } from '../search/session.ts';
import { check, type Sources, type Verdict } from './check.ts';
import type { Place } from './place.ts';

const ANSWERS: Record<Verdict['answer'], string> = {
  says: 'This archive says this.',
  said: 'This archive said this, and has corrected it.',
  nearly: 'This archive says nearly this: capitals or punctuation differ.',
  never: 'This archive does not say this, and no correction says that it did.',
  short: 'Too few words: they would be found anywhere, and prove nothing.',
};

/** `<quote-check base lang>`: tells whether the archive has the words in its box. All its state is in the page's address. */
class QuoteCheck extends HTMLElement {
  #latest = 0;

  connectedCallback() {
    const form = this.querySelector('form');
    const box = this.querySelector('textarea');
    if (!form || !box) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      history.pushState(null, '', `?${new URLSearchParams({ quote: box.value })}`);
      void this.#answer(box.value);
    });
    const fromAddress = () => {
      box.value = new URLSearchParams(location.search).get('quote') ?? '';
      void this.#answer(box.value);
    };
    window.addEventListener('popstate', fromAddress);
    if (location.search) fromAddress();
  }

  get #base() {
    return this.getAttribute('base') ?? '/';
  }

  #sources(): Sources {
    const session = new SearchSession(this.#base, document.documentElement.lang);
    const file = async <T>(path: string): Promise<T | undefined> => {
      const address = withBase(path, this.#base);
      const response = await fetch(address);
      if (response.status === 404) return undefined;
      if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
      return response.json();
    };
    return {
      file,
      article: (id) => file<ArticleData>(articleDataPath(id)),
      holding: async (words) => {
        const q = `"${words.replace(/["“”„«»]/gu, ' ')}"`;
        const { hits } = await session.find(stateOf(new URLSearchParams({ q })));
        return hits.map(({ article }) => article);
      },
    };
  }

  async #answer(pasted: string): Promise<void> {
    const turn = ++this.#latest;
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (!status) return;
    const passages = passagesOf(pasted);
    status.replaceChildren(passages.length > 0 ? 'Looking it up…' : '');
    try {
      const sources = this.#sources();
      const verdicts: Verdict[] = [];
      for (const passage of passages) verdicts.push(await check(passage, sources));
      if (turn === this.#latest) status.replaceChildren(...verdicts.map((one) => this.#shown(one)));
    } catch (error) {
      if (turn !== this.#latest) return;
      console.error(error);
      status.textContent =
        'The words could not be looked up: a file of the archive did not come. Try again.';
    }
  }

  #shown({ passage, answer, places }: Verdict): HTMLElement {
    const isParted = passage.pieces.length > 1 && answer !== 'short';
    return make(
      'section',
      { class: 'verdict', 'data-answer': answer },
      make('blockquote', { dir: 'auto' }, passage.text),
      make('p', { class: 'verdict-answer' }, ANSWERS[answer]),
      isParted &&
        make(
          'p',
          {},
          'The parts before and after each gap or bracket were looked for, in this order.',
        ),
      places.length > 0 && make('ul', {}, ...places.map((place) => this.#placed(place))),
    );
  }

  #placed({ article, path, what, until }: Place): HTMLElement {
    const lang = this.getAttribute('lang') ?? 'en';
    const href = withBase(path, this.#base);
    const day = longDay(article.date, lang);
    return make(
      'li',
      {},
      make('a', { href, lang: article.lang, dir: 'auto' }, article.heading),
      what && ` (${what})`,
      until ? `, ${day}, until the correction of ${longDay(until, lang)}` : `, ${day}`,
    );
  }
}

customElements.define('quote-check', QuoteCheck);
