import { foldSpace } from '../../../../domain/article/paragraph.ts';

const APART =
  /^(?:br|p|div|h[1-6]|li|ul|ol|section|header|footer|article|time|address|dt|dd|small|table|tr|td)$/;
export const UNREAD = /^(?:script|style|noscript|template|svg|button|rt|rp|select|option)$/;

/** A sign that no text has, in place of a space that only the page’s layout makes. */
const GAP = '\u0000';

/**
 * The words of an element as a reader sees them: line breaks and blocks part words, the readings above Japanese are left
 * out, and what is not wanted.
 */
export function wordsOf(
  element: Element,
  isWanted: (child: Element) => boolean = () => true,
): string {
  let text = '';
  const read = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += child.nodeValue;
      if (child.nodeType !== 1 || !isWanted(child as Element)) continue;
      const { localName, previousSibling } = child as Element;
      if (UNREAD.test(localName)) continue;
      // Two elements without a space between are shown one below the other, or apart.
      const isApart = APART.test(localName) || previousSibling?.nodeType === 1;
      if (isApart) text += GAP;
      read(child);
      if (isApart) text += GAP;
    }
  };
  read(element);
  return foldSpace(
    text.replace(/\0+([:;,.!?…]?)/gu, (_, sign: string) => sign || ' ').replaceAll('\u00ad', ''),
  );
}

/** Attributes in which makers of pages name the parts of them. */
const NAMING = ['class', 'id', 'data-testid', 'data-qa'];
/** Pages have a few hundred names, and each on many elements. */
const known = new Map<string, string[]>();
const MOST_KNOWN = 2000;

/** The words that a name is made of: `articleBody` and `article-body` are two. */
function wordsIn(name: string): string[] {
  const before = known.get(name);
  if (before) return before;
  const words = name
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, words);
  return words;
}

/** The words of which the names of an element’s class, id and the like are made. */
export const namesOf = (element: Element): string[] =>
  NAMING.flatMap((name) => {
    const said = element.getAttribute(name);
    return said === null ? [] : said.split(/\s+/).flatMap(wordsIn);
  });

const OUTSIDE = /^(?:aside|nav|form|footer|dialog|menu|select)$/;
const REPLY_NAMES = /^(?:comments?|commentlist|respond|reply|replies)$/;
const TEASER_NAMES = /^(?:related|teasers?|recommend(?:ed|ations?))$/;
const OUTSIDE_NAMES =
  /^(?:sidebar|widgets?|recent|latest|popular|trending|archives?|calendar|cookies?|menu|nav(?:bar|igation)?|breadcrumbs?|footer|newsletter|promo|ads?|carousel|slider|more)$/;

/** The element with the page’s text: its only article, or the one with the most text, which is no teaser. */
export function mainArticle(document: Document): Element | undefined {
  const length = (element: Element) => element.textContent?.length ?? 0;
  let main: Element | undefined;
  for (const article of document.querySelectorAll('article'))
    if (!main || length(article) > length(main)) main = article;
  return main;
}

/**
 * Whether an element, within another, is in a part of the page that belongs to another article, such as a comment; or, where
 * that is asked, in one that is around the article, such as its foot.
 */
export function isApart(
  element: Element,
  within: Element | null,
  main: Element | undefined,
  isStrict: boolean,
): boolean {
  for (let one: Element | null = element; one && one !== within; one = one.parentElement) {
    if (one.localName === 'body' || one.localName === 'html') return false;
    if (
      one !== element &&
      one.localName === 'article' &&
      one !== main &&
      !one.contains(main ?? null)
    )
      return true;
    const names = namesOf(one);
    const isTeaser =
      names.some((name) => TEASER_NAMES.test(name)) &&
      one.querySelector('h1, h2, h3, h4, h5, h6, a[href]') !== null;
    if ((isTeaser || names.some((name) => REPLY_NAMES.test(name))) && !one.contains(main ?? null))
      return true;
    if (isStrict && (OUTSIDE.test(one.localName) || names.some((name) => OUTSIDE_NAMES.test(name))))
      return true;
  }
  return false;
}

/**
 * Of some elements those that belong to the headline: in the smallest part of the page that holds it and any of them.
 * Without a headline all are looked at.
 */
export function nearest<One extends { element: Element }>(
  candidates: readonly One[],
  headline: Element | undefined,
  main: Element | undefined,
  isStrict: boolean,
): One[] {
  const [first] = candidates;
  if (!first) return [];
  const start = headline?.parentElement ?? main ?? first.element.ownerDocument.body;
  for (let around: Element | null = start; around; around = around.parentElement) {
    const part: Element = around;
    const inside = candidates.filter(
      ({ element }) => part.contains(element) && !isApart(element, part, main, isStrict),
    );
    if (inside.length > 0) return inside;
  }
  return [];
}
