import { own } from '../../../../domain/own.ts';
import { unescaped } from '../../../markup/markup.ts';
import { ImportFault, type Reading } from '../../../source-document.ts';
import { decoded } from '../../encoding.ts';
import type { Part } from '../../format.ts';
import type { Source } from '../../source.ts';
import { whyLoose, whyNotPublic, whyOther, whyUnpublished } from '../kind.ts';
import { type Reference, readReference } from '../reference.ts';

/** CSL-JSON, in which programs that cite keep references. https://docs.citationstyles.org/ */

/** Types that may be anything. */
const LOOSE = new Set(['document']);

/** The tags that CSL allows in a text, and those of JATS that registries leave there. */
const MARKUP = /<\/?(?:i|b|em|strong|sub|sup|sc|span|p|jats:[a-z-]{1,30})(?:\s[^<>]{0,300})?>/giu;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? unescaped(`${value}`.replace(MARKUP, '')).trim() || undefined
    : undefined;

/** A name as one says it. */
function nameOf(name: unknown): string[] {
  const part = (key: string) => textOf(own(name, key));
  const whole =
    part('literal') ??
    ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix']
      .flatMap((key) => part(key) ?? [])
      .join(' ');
  return whole === '' ? [] : [whole];
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A date in words: its parts, or what it says instead. A range of days is none. */
function datesOf(date: unknown): string[] {
  const parts = listOf(own(date, 'date-parts')).map((one) =>
    listOf(one)
      .map((part) => `${part}`.padStart(2, '0'))
      .join('-'),
  );
  const days = [...new Set(parts.filter(Boolean))];
  const said = ['raw', 'literal'].flatMap((key) => textOf(own(date, key)) ?? []);
  const season = textOf(own(date, 'season'));
  return [...(days.length > 0 ? [days.join('/')] : []), ...said, ...(season ? [season] : [])];
}

/** The fields that are taken. */
const TAKEN = new Set([
  ...['id', 'type', 'title', 'author', 'container-title', 'publisher', 'issued', 'URL', 'accessed'],
  ...['language', 'abstract', 'keyword', 'volume', 'issue', 'edition', 'page', 'status'],
  // What it is called by those who cite it with a program.
  ...['citation-key', 'citation-label'],
]);

const isSaid = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(isSaid)
    : value !== undefined && value !== null && `${value}`.trim() !== '';

function referenceOf(item: object): Reference {
  const said = (name: string) => textOf(own(item, name));
  const keyword = own(item, 'keyword');
  const publication = said('container-title');
  const url = said('URL');
  const untaken = new Set([
    ...(publication !== undefined ? ['publisher'] : []),
    ...(url === undefined ? [] : ['DOI']),
  ]);
  return {
    title: said('title'),
    authors: listOf(own(item, 'author')).flatMap(nameOf),
    publication: publication ?? said('publisher'),
    dates: datesOf(own(item, 'issued')),
    url,
    doi: url === undefined ? said('DOI') : undefined,
    accessed: datesOf(own(item, 'accessed'))[0],
    lang: said('language'),
    abstract: said('abstract'),
    subjects: Array.isArray(keyword)
      ? keyword.flatMap((one) => textOf(one) ?? [])
      : (textOf(keyword) ?? '').split(/[,;]/u),
    volume: said('volume'),
    issue: said('issue'),
    edition: said('edition'),
    page: said('page'),
    leftOut: Object.entries(item)
      .filter(([name, value]) => isSaid(value) && (untaken.has(name) || !isTaken(name, url)))
      .map(([name]) => name),
  };
}

const isTaken = (name: string, url: string | undefined) =>
  TAKEN.has(name) || (name === 'DOI' && url === undefined);

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readItem(item: unknown): Reading {
  const type = own(item, 'type');
  if (typeof item !== 'object' || item === null || typeof type !== 'string')
    throw new ImportFault('It is no item of CSL-JSON, which is a map with a “type”.');
  const isOnline = ['URL', 'DOI'].some((name) => textOf(own(item, name)) !== undefined);
  const other = LOOSE.has(type)
    ? whyLoose(type, isOnline, textOf(own(item, 'genre')) ?? '')
    : whyOther(type);
  const custom = own(item, 'custom');
  return (
    other ??
    whyUnpublished(textOf(own(item, 'status'))) ??
    whyNotPublic([...Object.entries(item), ...Object.entries(isMap(custom) ? custom : {})]) ??
    readReference(referenceOf(item))
  );
}

function itemsIn(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    throw new ImportFault(`It looks like CSL-JSON and is no JSON: ${(error as Error).message}.`);
  }
}

/** The items of CSL-JSON. */
export async function* partsOfCsl(source: Source): AsyncGenerator<Part> {
  const items = itemsIn(decoded(await source.bytes(), source.encoding));
  for (const [index, item] of items.entries())
    yield {
      place: items.length === 1 ? '' : `, item ${index + 1}`,
      isSole: true,
      read: () => readItem(item),
    };
}
