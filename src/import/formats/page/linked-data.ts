import type { Kind } from '../../../domain/authorities/authority.ts';
import { unescaped } from '../../markup/markup.ts';
import { asAddress, asLine, noNames } from '../../source-document.ts';

/** An object of JSON-LD. */
// biome-ignore lint/plugin: its fields are asked for by the names that schema.org has.
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null;
export const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const typesOf = (node: Json): string[] => list(node['@type']).map(String);

/** Every object of a page’s JSON-LD, graphs and what a page is mainly about opened. */
export function linkedData(document: Document): Json[] {
  const nodes: Json[] = [];
  const open = (value: unknown) => {
    for (const node of list(value)) {
      if (!isObject(node)) continue;
      nodes.push(node);
      open(node['@graph']);
      if (isObject(node['mainEntity'])) open(node['mainEntity']);
    }
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      open(JSON.parse(script.textContent ?? ''));
    } catch {
      // Pages often have broken JSON-LD; other data of the page may say the same.
    }
  }
  return nodes;
}

/** The object that describes the page's own article: pages describe related articles in the same way. */
export function ownArticle(
  nodes: readonly Json[],
  address: string | undefined,
  title: string | undefined,
) {
  const articles = nodes.filter((node) =>
    typesOf(node).some((type) => /Article$|Posting$|^Report$/.test(type)),
  );
  const addressesOf = ({ url, '@id': id, mainEntityOfPage: page }: Json) =>
    [url, id, isObject(page) ? page['@id'] : page].flatMap((value) => asAddress(value) ?? []);
  const isOf = (node: Json) =>
    (address !== undefined && addressesOf(node).some((other) => sameAddress(other, address))) ||
    (title !== undefined && unescaped(nameOf(node['headline']) ?? '') === title);
  const own = articles.find(isOf);
  if (own) return own;
  // Without an address or title to compare, an object that is alone is the page's own.
  const canTell = (node: Json) => address !== undefined && addressesOf(node).length > 0;
  const [only, ...others] = articles;
  return only && others.length === 0 && !canTell(only) ? only : {};
}

const bareAddress = (address: string) => address.split('#', 1).join('').replace(/\/$/u, '');
const sameAddress = (one: string, other: string) => bareAddress(one) === bareAddress(other);

export const nameOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : isObject(value) ? asLine(value['name'], 200) : undefined;

const NAMED = new Map<string, Kind>(
  Object.entries({
    Person: 'people',
    Place: 'places',
    City: 'places',
    Country: 'places',
    AdministrativeArea: 'places',
    Organization: 'organisations',
    NewsMediaOrganization: 'organisations',
    Corporation: 'organisations',
    GovernmentOrganization: 'organisations',
  }),
);

/** The people, places and organisations that the page says it is about or mentions. */
export function namesOf(article: Json) {
  const named = noNames();
  for (const value of [
    ...list(article['about']),
    ...list(article['mentions']),
    ...list(article['contentLocation']),
  ]) {
    if (!isObject(value)) continue;
    const kind = typesOf(value)
      .map((type) => NAMED.get(type))
      .find(Boolean);
    const name = asLine(value['name'], 200);
    if (kind && name) named[kind].push(name);
  }
  return named;
}

export const byline = (author: unknown) => {
  const names = list(author)
    .map(nameOf)
    .filter((name) => name !== undefined && !/^https?:/i.test(name));
  return names.length > 0 ? names.join(', ') : undefined;
};
