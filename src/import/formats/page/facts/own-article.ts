import { unescaped } from '../../../markup/markup.ts';
import { isObject, type Json, list, nameOf, typesOf } from './linked-data.ts';
import { sameAddress } from './page-address.ts';

const ARTICLE = /(?:Article|Posting)$|^(?:Report|Review|Recipe|BlogPost|CreativeWork)$/;
const PAGE = /Page$/;
/** Anything else that a page may be about, but not what is only a part of it. */
const OTHER =
  /^(?!.*(?:Image|Video|Audio|Media|Comment|Person|Organi[sz]ation|WebSite|List|Answer|Rating|Offer|Page|Article|Posting)).+$/;

/** Words compared without case, marks and space. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const addressesOf = ({ url, '@id': id, mainEntityOfPage: page }: Json): string[] =>
  [
    url,
    id,
    ...list(page).flatMap((one) => (isObject(one) ? [one['@id'], one['url']] : [one])),
  ].filter((value) => typeof value === 'string' && /^https?:\/\//i.test(value.trim())) as string[];

/** Several objects that describe one thing as one: what the first does not say, the next does. */
const merged = (nodes: readonly Json[]): Json => {
  const said: Json = {};
  for (const node of nodes)
    for (const [name, value] of Object.entries(node))
      if (said[name] === undefined || said[name] === null || said[name] === '') said[name] = value;
  return said;
};

/** What a page states of itself, to know which of its objects is about it. */
interface Page {
  /** Its addresses. */
  addresses: readonly string[];
  /** Its titles and headings. */
  titles: readonly string[];
}

const isAt = (node: Json, { addresses }: Page) =>
  addressesOf(node).some((one) => addresses.some((other) => sameAddress(one, other)));

function isTitled(node: Json, { titles }: Page): boolean {
  const headline = lettersOf(unescaped(nameOf(node['headline']) ?? nameOf(node['name']) ?? ''));
  return (
    headline !== '' &&
    titles.some((title) => {
      const other = lettersOf(title);
      return other === headline || (headline.length > 12 && other.includes(headline));
    })
  );
}

/** The objects of a kind that describe the page itself: pages describe related articles in the same way. */
function own(nodes: readonly Json[], page: Page, kind: RegExp): Json {
  const all = nodes.filter((node) => typesOf(node).some((type) => kind.test(type)));
  const at = all.filter((node) => isAt(node, page));
  const found = at.length > 0 ? at : all.filter((node) => isTitled(node, page));
  if (found.length > 0) return merged(found);
  // An object that is alone is the page's own, unless it says that it is elsewhere and is called otherwise.
  const canTell = (node: Json) =>
    page.addresses.length > 0 &&
    addressesOf(node).length > 0 &&
    nameOf(node['headline']) !== undefined;
  const [only, ...others] = all;
  return only && others.length === 0 && !canTell(only) ? only : {};
}

/** What a page’s data says of its own article; of a page that has none, of what else it is about. */
export function ownArticle(nodes: readonly Json[], page: Page): Json {
  const article = own(nodes, page, ARTICLE);
  return Object.keys(article).length > 0
    ? article
    : own(
        nodes.filter((node) => node['datePublished'] !== undefined),
        page,
        OTHER,
      );
}

/** What a page’s data says of the page itself. */
export const ownPage = (nodes: readonly Json[], page: Page): Json => own(nodes, page, PAGE);
