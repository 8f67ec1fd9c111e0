import type { Kind } from '../../../../domain/authorities/authority.ts';
import { asLine, noNames } from '../../../source-document.ts';
import { looseJson } from './loose-json.ts';

/** An object of JSON-LD. */
// biome-ignore lint/plugin: its fields are asked for by the names that schema.org has.
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const list = (value: unknown): unknown[] =>
  Array.isArray(value)
    ? value.flat(Number.POSITIVE_INFINITY)
    : value === undefined || value === null
      ? []
      : [value];

/** The types of an object, without the address of their vocabulary. */
export const typesOf = (node: Json): string[] =>
  list(node['@type']).map((type) => String(type).replace(/^.*[/:#]/, ''));

/** The most objects within objects that are opened. */
const DEEPEST = 20;

/** Every object of a page’s JSON-LD, graphs and what a page is mainly about opened. */
export function linkedData(document: Document): Json[] {
  const nodes: Json[] = [];
  const open = (value: unknown, depth: number) => {
    if (depth > DEEPEST) return;
    for (const node of list(value)) {
      if (!isObject(node)) continue;
      nodes.push(node);
      for (const inner of ['@graph', 'mainEntity']) open(node[inner], depth + 1);
    }
  };
  for (const script of document.querySelectorAll('script[type]'))
    if (/^\s*application\/ld\+json/i.test(script.getAttribute('type') ?? ''))
      open(looseJson(script.textContent ?? ''), 0);
  return nodes;
}

export const nameOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : isObject(value)
      ? asLine(list(value['name'] ?? value['@value'])[0], 200)
      : undefined;

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
