import type { ArticleData } from '../../domain/article/article-data.ts';
import { FORMS, fileAddress } from '../../domain/citation/form.ts';
import {
  quotationInWords,
  type Reference,
  referenceInWords,
  referenceOf,
  referenceToParagraph,
} from '../../domain/citation/reference.ts';
import { articleDataPath, articlePath, citePath, withBase } from '../../domain/url.ts';
import { make } from '../dom.ts';
import { copyButton } from './copy.ts';

const ARTICLE = /^\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+$/;

type QuotedParagraph = ArticleData['paragraphs'][number];

type Found = ArticleData | { withdrawn: unknown };

/** `<cite-desk base data-archive-title data-archive-lang>`: shows citations of the article that the page's address names, and of its paragraphs, to copy or save. */
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

  /** A script knows no settings: its page states them. */
  get #archive() {
    const { archiveTitle: title = '', archiveLang: lang = '' } = this.dataset;
    return { title, lang };
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
    const { id, text, source, date, lang, citation, paragraphs, summary } = article;
    const heading = { text: article.heading, stated: article.headingStated };
    const data = {
      date,
      text,
      lang: citation.language,
      summary: summary ?? undefined,
      source: source ?? undefined,
    };
    const whole = referenceOf({ id, data, heading, lang }, () => citation.URL, this.#archive);
    const chosen = paragraphs.find((one) => one.id === asked);
    return [
      ...(chosen ? this.#chosen(whole, chosen) : this.#article(whole)),
      ...(paragraphs.length === 0
        ? [make('p', { class: 'meta' }, 'The archive holds its record, and no text to quote.')]
        : [
            make('h2', {}, chosen ? 'All its paragraphs' : 'Its paragraphs'),
            make(
              'ol',
              { class: 'quotable' },
              ...paragraphs.map((one) => this.#paragraph(whole, one)),
            ),
          ]),
    ];
  }

  /** The whole article: its reference, in words and as files. */
  #article(reference: Reference): HTMLElement[] {
    const { id, lang } = reference;
    const page = withBase(articlePath(id), this.#base);
    return [
      make('h2', {}, make('a', { href: page, lang, dir: 'auto' }, reference.title)),
      ...this.#reference(reference, undefined),
    ];
  }

  /** The paragraph that the address names: its words, and its reference, in words and as files. */
  #chosen(whole: Reference, { id, text }: QuotedParagraph): HTMLElement[] {
    const reference = referenceToParagraph(whole, id);
    const page = withBase(articlePath(whole.id), this.#base);
    return [
      make(
        'h2',
        {},
        'A paragraph of ',
        make('a', { href: `${page}#${id}`, lang: whole.lang, dir: 'auto' }, whole.title),
      ),
      make('blockquote', { lang: whole.lang, dir: 'auto' }, text),
      ...this.#reference(reference, text),
      make(
        'p',
        { class: 'meta' },
        make('a', { href: withBase(citePath(whole.id), this.#base) }, 'Cite the whole article'),
      ),
    ];
  }

  #reference(reference: Reference, words: string | undefined): HTMLElement[] {
    const inWords = `${referenceInWords(reference)}, ${reference.url}`;
    const stem = reference.id.replaceAll('/', '-');
    return [
      make('p', { class: 'reference', dir: 'auto' }, inWords),
      make(
        'div',
        { class: 'copy-row' },
        copyButton('Copy link', () => reference.url),
        copyButton('Copy reference', () => inWords),
        words !== undefined &&
          copyButton('Copy quotation with its source', () => quotationInWords(reference, words)),
      ),
      make(
        'ul',
        { class: 'forms' },
        ...FORMS.map((form) =>
          make(
            'li',
            {},
            make('span', {}, form.name),
            copyButton('Copy', () => form.text([reference]), `Copy ${form.name}`),
            make(
              'a',
              {
                href: fileAddress(form, reference),
                download: `${stem}.${form.ending}`,
                'aria-label': `Save ${form.name}`,
              },
              'Save',
            ),
          ),
        ),
      ),
    ];
  }

  #paragraph(whole: Reference, { id, text }: QuotedParagraph): HTMLElement {
    const reference = referenceToParagraph(whole, id);
    return make(
      'li',
      {},
      make('p', { lang: whole.lang, dir: 'auto' }, text),
      make(
        'div',
        { class: 'copy-row' },
        copyButton('Copy link', () => reference.url),
        copyButton('Copy quotation with its source', () => quotationInWords(reference, text)),
        make('a', { href: withBase(citePath(whole.id, id), this.#base) }, 'Cite this paragraph'),
      ),
    );
  }
}

customElements.define('cite-desk', CiteDesk);
