import type { Skipped } from '../skipped.ts';
import type { PageMarks } from './page-marks.ts';

/** Telling pages that hold an article from the other pages of a site, where nobody chose them: in a mirrored site or a web archive. */

/** Types of schema.org, in small letters. */
const OF_ARTICLES = /(?:article|posting|^report|^review)$/;
const OF_LISTS =
  /^(?:collectionpage|searchresultspage|profilepage|contactpage|aboutpage|checkoutpage)$/;

/** Classes that WordPress, Blogger and Drupal give the body of a page that is a list, or none. */
const LISTS = new Set(
  'home blog archive category tag author date search paged error404 page-404 search-results item-list page-node-type-page'.split(
    ' ',
  ),
);
const ARTICLES =
  /^(?:single|single-post|post-template(?:-default)?|page-node-type-article|node-type-(?:article|story)|item)$/;

/** Names that content systems give the pages that list others, at the end of an address with one more name at most. */
const LIST_PATH =
  /\/(?:tags?|categor(?:y|ies)|topics?|authors?|search|page)(?:\/[^/?]{1,200})?\/?(?:index\.html?)?$|\/(?:feed|wp-(?:admin|login|json))(?:\/|$|\.)/i;
const FRONT_PATH = /^\/?(?:(?:index|default|home|start)\.[a-z]{3,5})?$/i;

const MISSING = /(?:^|\W)(?:404|page not found|not found)(?:\W|$)/i;

const DATES = [
  'article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publication_date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
];

const passed = (what: string): Skipped => ({ as: 'kind', skipped: what });

/** Why a page of a site is no article. */
export interface NoArticle extends Skipped {
  /** True where only signs of an article are missing: where a day is found for it, it may be one. */
  isLikely?: boolean;
}

const likely = (what: string): NoArticle => ({ ...passed(what), isLikely: true });

/** Why a page of a site is no article, by its own markup and its path there; nothing where it may be one. */
export function pageKind(marks: PageMarks, path: string | undefined): NoArticle | undefined {
  const { metas, types, bodyClasses, articles } = marks;
  if (isRedirect(marks)) return { as: 'answer', skipped: 'it leads to another address' };
  if (path !== undefined && FRONT_PATH.test(path))
    return passed('it is the front page of its site');
  const isMarked =
    marks.isPublished ||
    DATES.some((name) => metas.get(name)) ||
    [...types].some((type) => OF_ARTICLES.test(type)) ||
    [...bodyClasses].some((name) => ARTICLES.test(name));
  if (bodyClasses.has('error404') || (!isMarked && MISSING.test(marks.title.slice(0, 300))))
    return { as: 'answer', skipped: 'it says that a page was not found' };
  const list =
    [...bodyClasses].find((name) => LISTS.has(name)) ??
    [...types].find((type) => OF_LISTS.test(type));
  // Content systems say of a list that it is an article more often than of an article that it is a list.
  if (list !== undefined && !(isMarked && articles <= 1))
    return passed(`its markup says that it is a list or a page of the site (“${list}”)`);
  if (isMarked || /^article\b/i.test(metas.get('og:type') ?? '')) return undefined;
  if (path !== undefined && LIST_PATH.test(path)) return passed('its address is that of a list');
  if (/^website$/i.test(metas.get('og:type') ?? '') && articles > 1)
    return passed('its markup says that it is a page of the site, and it holds several articles');
  return marks.hasTime || articles === 1
    ? undefined
    : likely('it states neither a day nor that it is an article');
}

/** True where a page holds nothing but where to go. */
const isRedirect = ({ metas, articles, links, title }: PageMarks) =>
  metas.has('refresh') && articles === 0 && links.size <= 3 && title.length < 100;
