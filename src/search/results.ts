import { longDay } from '../archive/date.ts';
import { directionOf } from '../archive/language.ts';
import { pageNumbers } from '../archive/pager.ts';
import { articlePath, paragraphPath, withBase } from '../archive/url.ts';
import { counted } from '../archive/wording.ts';
import type { ArticleData } from '../data/article-data.ts';
import { make } from './dom.ts';
import type { Snippet } from './hit.ts';
import { type SearchState, searchOf } from './state.ts';

/** An article that was found, ready to be shown. */
export interface Hit {
  article: ArticleData;
  snippets: Snippet[];
}

/** Where the page is: what its words and links depend on. */
export interface Setting {
  base: string;
  lang: string;
}

/** One hit: headline, day, and its paragraphs, each linked to its permalink. */
export function hitItem({ article, snippets }: Hit, { base, lang }: Setting): HTMLElement {
  const own = { lang: article.lang, dir: directionOf(article.lang) };
  const contexts = snippets.map(({ paragraph, pieces }) =>
    make(
      'li',
      {},
      make(
        'a',
        { href: withBase(paragraphPath(article.id, paragraph), base) },
        ...pieces.map(({ text, marked }) => (marked ? make('mark', {}, text) : text)),
      ),
    ),
  );
  return make(
    'li',
    {},
    make('h3', own, make('a', { href: withBase(articlePath(article.id), base) }, article.heading)),
    make(
      'p',
      { class: 'meta' },
      make('time', { datetime: article.date }, longDay(article.date, lang)),
      !article.headingStated && ' · no headline; opening words shown',
    ),
    contexts.length > 0
      ? make('ul', { class: 'contexts', ...own }, ...contexts)
      : make(
          'p',
          { class: 'meta' },
          'The match is in the headline or in what the article is filed under.',
        ),
  );
}

/** The pages of the results as links; nothing where one page holds them. */
export function pager(state: SearchState, count: number, lang: string): HTMLElement | undefined {
  if (count < 2) return undefined;
  const link = (page: number, text: string, current = false) =>
    make(
      'li',
      {},
      make(
        'a',
        {
          href: searchOf({ ...state, page }) || '?',
          'data-page': `${page}`,
          'aria-label': text === `${page}` ? `Page ${page}` : undefined,
          'aria-current': current && 'page',
        },
        text,
      ),
    );
  return make(
    'nav',
    { 'aria-label': 'Pages of the results', lang },
    make(
      'ul',
      { class: 'row' },
      state.page > 1 && link(state.page - 1, 'Previous'),
      ...pageNumbers(state.page, count).map((page) =>
        page === null
          ? make('li', {}, make('span', {}, '…'))
          : link(page, `${page}`, page === state.page),
      ),
      state.page < count && link(state.page + 1, 'Next'),
    ),
  );
}

/** The number of results in a sentence, for eyes and for screen readers. */
export function countSentence(total: number, page: number, pages: number, lang: string): string {
  const found =
    total === 0 ? 'No article found' : `${counted(total, 'article', 'articles', lang)} found`;
  return pages > 1 ? `${found}, page ${page} of ${pages}.` : `${found}.`;
}
