import { articleDataPath, articlePath, citePath, withBase } from '../archive/url.ts';
import type { ArticleData } from '../data/article-data.ts';
import { make } from '../search/dom.ts';
import { copyButton } from './copy.ts';
import { FORMS, fileAddress } from './form.ts';
import {
  quotationInWords,
  type Reference,
  referenceInWords,
  referenceOf,
  referenceToParagraph,
} from './reference.ts';

const ARTICLE = /^\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+$/;

type Found = ArticleData | { withdrawn: unknown };

/** `<cite-desk base>`: gives what cites the article that the address names, and each of its paragraphs, to be copied or saved. */
class CiteDesk extends HTMLElement {
  connectedCallback() {
    const asked = new URLSearchParams(location.search);
    const id = asked.get('article') ?? '';
    if (ARTICLE.test(id)) void this.#open(id, asked.get('paragraph'));
    else if (id !== '') this.#say('The address names no article.');
  }

  get #base() {
    return this.getAttribute('base') ?? '/';
  }

  #say(words: string) {
    this.querySelector('[role="status"]')?.replaceChildren(words);
  }

  async #open(id: string, paragraph: string | null): Promise<void> {
    this.#say('Fetching the article…');
    try {
      const response = await fetch(withBase(articleDataPath(id), this.#base));
      if (response.status === 404) return this.#say('The archive has no such article.');
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
      const article: Found = await response.json();
      if ('withdrawn' in article) return this.#say('This article was withdrawn.');
      this.#say('');
      this.querySelector('.desk')?.replaceChildren(...this.#desk(article, paragraph));
    } catch (error) {
      console.error(error);
      this.#say('The article did not come. Try again.');
    }
  }

  #desk(article: ArticleData, asked: string | null): HTMLElement[] {
    const { id, text, source, date, lang, citation, paragraphs } = article;
    const heading = { text: article.heading, stated: article.headingStated };
    const data = { date, text, source: source ?? undefined };
    const whole = referenceOf({ id, data, heading, lang }, () => citation.URL);
    const chosen = paragraphs.find((one) => one.id === asked);
    const reference = chosen ? referenceToParagraph(whole, chosen.id) : whole;
    const page = withBase(articlePath(id), this.#base);
    return [
      make(
        'h2',
        {},
        chosen ? 'A paragraph of ' : 'The article ',
        make(
          'a',
          { href: chosen ? `${page}#${chosen.id}` : page, lang, dir: 'auto' },
          article.heading,
        ),
      ),
      ...(chosen
        ? [
            make('blockquote', { lang, dir: 'auto' }, chosen.text),
            make(
              'p',
              {},
              make('a', { href: withBase(citePath(id), this.#base) }, 'Cite the whole article'),
            ),
          ]
        : []),
      ...this.#reference(reference, chosen?.text),
      make('h2', {}, 'Its paragraphs'),
      make(
        'ol',
        { class: 'quotable' },
        ...paragraphs.map((one) => this.#paragraph(whole, one, lang)),
      ),
    ];
  }

  #reference(reference: Reference, words: string | undefined): HTMLElement[] {
    const inWords = `${referenceInWords(reference)}, ${reference.url}`;
    const stem = reference.id.replaceAll('/', '-');
    return [
      make('p', { class: 'reference', dir: 'auto' }, inWords),
      make(
        'p',
        { class: 'copy-row' },
        copyButton('Copy link', () => reference.url),
        copyButton('Copy reference', () => inWords),
        words !== undefined &&
          copyButton('Copy quotation with its source', () => quotationInWords(reference, words)),
      ),
      make(
        'p',
        { class: 'copy-row' },
        ...FORMS.map((form) =>
          make(
            'span',
            { class: 'copying' },
            copyButton(`Copy ${form.name}`, () => form.text([reference])),
            make(
              'a',
              {
                href: fileAddress(form, reference),
                download: `${stem}.${form.ending}`,
              },
              `Save .${form.ending}`,
            ),
          ),
        ),
      ),
    ];
  }

  #paragraph(
    whole: Reference,
    { id, text }: ArticleData['paragraphs'][number],
    lang: string,
  ): HTMLElement {
    const reference = referenceToParagraph(whole, id);
    const address = withBase(citePath(whole.id, id), this.#base);
    return make(
      'li',
      {},
      make('p', { lang, dir: 'auto' }, text),
      make(
        'p',
        { class: 'copy-row' },
        copyButton('Copy link', () => reference.url),
        copyButton('Copy quotation with its source', () => quotationInWords(reference, text)),
        make('a', { href: address }, 'Cite this paragraph'),
      ),
    );
  }
}

customElements.define('cite-desk', CiteDesk);
