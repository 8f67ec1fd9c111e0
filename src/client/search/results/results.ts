import { longDay } from '../../../domain/date.ts';
import { directionOf } from '../../../domain/language/language.ts';
import { pageNumbers } from '../../../domain/pager.ts';
import { type SearchState, searchOf } from '../../../domain/search/state.ts';
import { articlePath, withBase } from '../../../domain/url.ts';
import { toldWhere } from '../../../messages/medium.ts';
import { lacks, versions } from '../../../messages/query.ts';
import { counted } from '../../../messages/wording.ts';
import { make } from '../../dom.ts';
import { type FoundPage, type Snippet, snippetPath } from '../snippet/snippet.ts';
import type { Hit } from './hit.ts';
import type { Piece } from './marking.ts';

/** What the words and links of the page depend on. */
export interface PageContext {
  base: string;
  lang: string;
  /** The public address of the archive. */
  site: string;
}

const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? make('mark', {}, text) : text));

const ON: Partial<Record<FoundPage['kind'], string>> = {
  document: 'in the document',
  audio: 'said in the sound recording',
  video: 'said in the film',
};

/** Where a page of a medium is, in words. */
const pagePlace = ({ kind, page, pages }: FoundPage) =>
  `${ON[kind] ?? 'on the scan'}${pages > 1 ? `, page ${page}` : ''}`;

/** Of which medium a snippet is, in words; undefined where it is of the text. */
const placeOf = ({ page, told }: Snippet) =>
  page ? pagePlace(page) : told && toldWhere(told.kind, told.field, told.medium !== undefined);

/** The other versions of a text, each with its headline and day. */
function versionList(others: readonly Hit[], { base, lang }: PageContext): HTMLElement {
  const items = others.map(({ article, heading }) =>
    make(
      'li',
      {},
      make(
        'a',
        { href: withBase(articlePath(article.id), base), lang: article.lang, dir: 'auto' },
        ...marked(heading),
      ),
      ', ',
      make('time', { datetime: article.date }, longDay(article.date, lang)),
    ),
  );
  return make(
    'details',
    { class: 'versions meta' },
    make('summary', {}, versions(others.length + 1)),
    make('ul', {}, ...items),
  );
}

/**
 * A hit as a list item: headline, day, and paragraphs that link to their permalinks.
 *
 * @param others that have the same text
 * @param number its place among the results, from 1
 */
export function hitItem(
  { article, heading, snippets, about, lacks: lacking }: Hit,
  others: readonly Hit[],
  number: number,
  { base, lang, site }: PageContext,
): HTMLElement {
  const own = { lang: article.lang, dir: directionOf(article.lang) };
  const page = articlePath(article.id);
  const contexts = snippets.map((snippet) => {
    const place = placeOf(snippet);
    const href = withBase(snippetPath(article.id, snippet), base) + snippet.directive;
    const ofWords = snippet.lang && { lang: snippet.lang, dir: directionOf(snippet.lang) };
    return make(
      'li',
      {},
      make('a', { href, ...ofWords }, ...marked(snippet.pieces)),
      place && make('span', { class: 'meta', lang, dir: 'auto' }, ` · ${place}`),
    );
  });
  const isInHeading = heading.some((piece) => piece.marked);
  return make(
    'li',
    { value: `${number}` },
    make('h3', own, make('a', { href: withBase(page, base) }, ...marked(heading))),
    make(
      'p',
      { class: 'meta' },
      make('time', { datetime: article.date }, longDay(article.date, lang)),
      !article.headingStated && ' · no headline; opening words shown',
      article.text === 'none' && ' · the record only, not the text',
      about.length > 0 && ` · filed as about ${about.join(', ')}`,
      contexts.length === 0 && isInHeading && ' · found in the headline',
    ),
    lacking.length > 0 && make('p', { class: 'meta', dir: 'auto' }, lacks(lacking)),
    contexts.length > 0 && make('ul', { class: 'contexts', ...own }, ...contexts),
    others.length > 0 && versionList(others, { base, lang, site }),
  );
}

/** Links to the pages of the results; undefined where there is one page. */
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

/** The number of results as a sentence, for sighted readers and for screen readers. */
export function countSentence(total: number, page: number, pages: number, lang: string): string {
  const found =
    total === 0 ? 'No article found' : `${counted(total, 'article', 'articles', lang)} found`;
  return pages > 1 ? `${found}, page ${page} of ${pages}.` : `${found}.`;
}
