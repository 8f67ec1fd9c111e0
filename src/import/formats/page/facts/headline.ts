import { foldSpace } from '../../../../domain/article/paragraph.ts';
import { unescaped } from '../../../markup/markup.ts';
import { lettersOf } from './own-article.ts';
import { isApart, mainArticle, namesOf, wordsOf } from './page-element.ts';

/** A headline, and the element that shows it, where one does. */
interface Headline {
  text: string | undefined;
  element: Element | undefined;
}

const HEADINGS =
  'h1, [itemprop~="headline" i], [property~="headline" i], .entry-title, .post-title, .article-title, .p-name, h2, h3';
/** The most headings that are looked at; a page of more is no article’s. */
const MOST = 150;
const SHORTEST = 8;

/** How well a heading agrees with what the page calls itself elsewhere, and what it is called there where the heading says more. */
function support(
  letters: string,
  stated: ReadonlyMap<string, string>,
): { agrees: number; within?: string } {
  let best: { agrees: number; within?: string } = { agrees: 0 };
  for (const [one, said] of stated) {
    if (one === letters) return { agrees: 3 };
    const isPart =
      one.includes(letters) && (letters.length >= SHORTEST || letters.length * 2 > one.length);
    // With another line over or below it.
    const isWithin = one.length >= SHORTEST && (letters.startsWith(one) || letters.endsWith(one));
    if (isPart && best.agrees < 2) best = { agrees: 2 };
    else if (isWithin && best.agrees < 1)
      best = { agrees: 1, ...(!/(?:…|\.\.\.)$/u.test(said) && { within: said }) };
  }
  return best;
}

const rankOf = (element: Element): number =>
  element.localName === 'h1' ? 3 : /^h[23]$/.test(element.localName) ? 1 : 2;

/** Names of classes of a line over or under a headline, in its heading. */
const LINE_NAMES =
  /^(?:kicker|topline|toptitle|overline|overtitle|dachzeile|supertitle|roofline|eyebrow|label|subtitle|subline|preheadline|pretitle|h1small|colon|hidden|invisible|antetitulo|surtitre|occhiello)$/;
const isOfHeadline = (element: Element) =>
  !/^(?:small|time)$/.test(element.localName) &&
  !namesOf(element).some((name) => LINE_NAMES.test(name));

/** A text without these signs at its ends. */
function stripped(text: string, signs: string): string {
  let [start, end] = [0, text.length];
  while (start < end && signs.includes(text.charAt(start))) start++;
  while (end > start && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The words of a heading, without a line over or under it where that is marked as one. */
function headingWords(element: Element): string {
  const words = stripped(wordsOf(element, isOfHeadline), ' :–—|-');
  return lettersOf(words) === '' ? wordsOf(element) : words;
}

/** Whether a heading has a longer word of what the page is called elsewhere. */
const sharesWord = (text: string, stated: ReadonlyMap<string, string>) =>
  (text.match(/[\p{L}\p{M}]{5,}/gu) ?? []).some((word) => {
    const start = lettersOf(word).slice(0, 7);
    return [...stated.keys()].some((letters) => letters.includes(start));
  });

/** Whether a heading is the name of the newspaper, which leads to its front page. */
function isMasthead(element: Element): boolean {
  const link = element.querySelector('a[href]') ?? element.closest('a[href]');
  const href = link?.getAttribute('href')?.trim() ?? '';
  return /^(?:\/|\.\/?|(?:https?:)?\/\/[^/]+\/?)$/i.test(href);
}

// White space is folded before.
const PARTING = / (?:[|–—·•»›:>/\\-]|::|\/\/|<<|>>) | ?[|»›·] ?/gu;

/** A page’s title without the name of its site, which stands before or after it. */
function withoutSite(title: string, sites: ReadonlySet<string>): string {
  const parts: { text: string; before: string }[] = [];
  let from = 0;
  let before = '';
  for (const match of title.matchAll(PARTING)) {
    parts.push({ text: title.slice(from, match.index), before });
    before = match[0];
    from = match.index + match[0].length;
  }
  parts.push({ text: title.slice(from), before });
  const isSite = (text: string | undefined) => text !== undefined && sites.has(lettersOf(text));
  while (parts.length > 1 && isSite(parts.at(-1)?.text)) parts.pop();
  while (parts.length > 1 && isSite(parts[0]?.text)) parts.shift();
  const rest = parts.map(({ text, before: sign }, index) => (index > 0 ? sign : '') + text);
  return stripped(rest.join(''), ' |–—·•»›:>/\\-');
}

/** What a page states of its titles. */
export interface Titles {
  /** The headline that its data state. */
  headline: string | undefined;
  /** The titles for other sites, then that of the window. */
  titles: readonly string[];
  /** The names of the site. */
  sites: readonly string[];
}

/**
 * The headline of a page’s article. What the page shows as its heading comes before what it tells search engines and other
 * sites, which is often cut short or worded otherwise; but not the name of the newspaper, which many pages have as their
 * first heading.
 */
export function headlineOf(document: Document, { headline, titles, sites }: Titles): Headline {
  const siteNames = new Set(sites.map(lettersOf).filter(Boolean));
  const said = [headline, ...titles].flatMap((title) =>
    title?.trim() ? [foldSpace(unescaped(title))] : [],
  );
  const stated = new Map(
    said.flatMap((title) => {
      const letters = lettersOf(title);
      return letters === '' || siteNames.has(letters) ? [] : [[letters, title] as const];
    }),
  );
  const main = mainArticle(document);
  let best: { element: Element; text: string; score: number } | undefined;
  const own: { element: Element; text: string }[] = [];
  for (const element of [...document.querySelectorAll(HEADINGS)].slice(0, MOST)) {
    const text = element.localName === 'meta' ? '' : headingWords(element);
    const letters = lettersOf(text);
    if (letters === '' || siteNames.has(letters) || text.length > 300 || isMasthead(element))
      continue;
    const part = element.closest('article, main');
    const { agrees, within } = support(letters, stated);
    if (isApart(element, part, main, agrees < 3)) continue;
    if (rankOf(element) === 3) own.push({ element, text });
    // Of two parts of a title the longer one, or the one in the article, is not the name of the site.
    const weight = agrees === 3 ? rankOf(element) * 1000 : (part ? 1000 : 0) + letters.length;
    const score = agrees === 0 ? 0 : agrees * 10_000 + weight;
    if (score > (best?.score ?? 0)) best = { element, text: within ?? text, score };
  }
  if (best) return best;
  const [only, ...others] = own;
  const isOwn =
    only &&
    others.length === 0 &&
    (said.length < 2 || only.element.closest('article, main') || sharesWord(only.text, stated));
  if (isOwn) return only;
  const title = said
    .map((one) => withoutSite(one, siteNames))
    .find((one) => one !== '' && !siteNames.has(lettersOf(one)));
  return { text: title, element: own[0]?.element };
}
