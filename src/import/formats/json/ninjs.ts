import type { Root } from 'mdast';
import type { Kind } from '../../../domain/authorities/authority.ts';
import { shownWords } from '../../../domain/problem.ts';
import { bodyOfHtml, dropHeading, textOfHtml, unescaped } from '../../markup/markup.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  noNames,
  type Reading,
  type SourceDocument,
} from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { isHeld, objectFault, type Skipped } from '../status.ts';
import { paragraphsOf } from '../text.ts';

/**
 * IPTC ninjs: 1.x (`body_text`, `person`), 2.x (`bodies`, `people`, lower case) and 3.x (the same in camel case). The
 * names differ, but their meaning is the same.
 */
// biome-ignore lint/plugin: its fields are asked for by the names that the standard has.
type Item = Record<string, unknown>;

const isRecord = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The item with its names in lower case: camel case is all that tells 3.x from 2.x. */
function lowered(item: Item): Item {
  // biome-ignore lint/plugin: likewise.
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

const listOf = (value: unknown): Item[] =>
  Array.isArray(value) ? value.filter(isRecord).map(lowered) : [];

/** Whether a JSON object is a ninjs item: it has the one name that all must have, and one that only they have. */
export function isNinjs(value: unknown): value is Item {
  if (!isRecord(value)) return false;
  const item = lowered(value);
  return (
    typeof item['uri'] === 'string' &&
    Object.keys(item).some((name) =>
      /^(?:type|versioncreated|firstcreated|contentcreated|pubstatus|bodies|headlines|headline|body_\w+|standard|representationtype)$/.test(
        name,
      ),
    )
  );
}

const KIND_NAMES: Record<Kind, string[]> = {
  people: ['people', 'person'],
  places: ['places', 'place'],
  organisations: ['organisations', 'organisation'],
};

interface Text {
  type: string;
  value: string;
}

/** The versions of a text that an item has, from either way of writing them. */
function texts(item: Item, list: string, prefix: string): Text[] {
  const listed = listOf(item[list])
    .filter(({ value }) => typeof value === 'string')
    .toSorted((a, b) => Number(b['role'] === 'main') - Number(a['role'] === 'main'))
    .map(({ contenttype, value, role }) => ({
      type: `${contenttype ?? role ?? ''}`,
      value: `${value}`,
    }));
  const named = Object.entries(item).flatMap(([name, value]) =>
    (name === prefix || name.startsWith(`${prefix}_`)) && typeof value === 'string'
      ? [{ type: name.slice(prefix.length + 1), value }]
      : [],
  );
  return [...listed, ...named].filter(({ value }) => value.trim() !== '');
}

const isMarkup = ({ type, value }: Text) =>
  /html/i.test(type) ||
  (!/plain|text/i.test(type) &&
    !/xml|json/i.test(type) &&
    /<(?:p|div|section|article|br|h\d|ul|ol)\b/i.test(value));
const isPlain = ({ type }: Text) => !/xml|json|rtf/i.test(type);

function bodyOf(item: Item, url: string | undefined): { body: Root; notes: string[] } | undefined {
  const bodies = texts(item, 'bodies', 'body');
  const all = bodies.length > 0 ? bodies : texts(item, 'descriptions', 'description');
  // Markup keeps lists and quotations apart, which a plain version runs together.
  const chosen = all.find(isMarkup) ?? all.find(isPlain);
  if (!chosen) return undefined;
  const notes = bodies.length > 0 ? [] : ['it has no body; its description was taken'];
  if (isMarkup(chosen)) {
    const read = bodyOfHtml(chosen.value, url);
    return { body: read.body, notes: [...notes, ...read.notes] };
  }
  const value = chosen.value.replace(/\r\n?/g, '\n');
  return {
    body: paragraphsOf(value, /\n[^\S\n]*\n/.test(value.trim()) ? undefined : /\n/u),
    notes,
  };
}

function whyNot(item: Item, value: Item): Skipped | undefined {
  const type = `${item['type'] ?? 'text'}`.toLowerCase();
  if (type !== 'text')
    return { skipped: `it is of type “${shownWords(type)}”, not text`, as: 'kind' };
  // All statements of its status, in whatever case. If two differ, the one that withholds the item counts.
  for (const [name, given] of Object.entries(value)) {
    if (name.toLowerCase() !== 'pubstatus') continue;
    const status = `${given ?? 'usable'}`
      .trim()
      .toLowerCase()
      .replace(/^stat:/, '');
    if (status !== 'usable')
      return { skipped: `its status is “${shownWords(status)}”, not usable`, as: 'withdrawn' };
  }
  const embargoes = Object.entries(value).filter(([name]) => /^embargoed(?:until)?$/i.test(name));
  for (const [, embargo] of embargoes)
    if (embargo !== undefined && embargo !== null && embargo !== '' && isHeld(embargo))
      return {
        skipped: `it is embargoed until ${shownWords(typeof embargo === 'string' ? embargo : JSON.stringify(embargo))}`,
        as: 'embargoed',
      };
  return objectFault(value);
}

function publisherOf(item: Item): string | undefined {
  const sources = [...listOf(item['infosources']), ...listOf(item['infosource'])];
  const named =
    sources.find(({ role, rel }) => /publisher|provider/i.test(`${role ?? rel ?? ''}`)) ??
    sources[0];
  return asLine(named?.['name'], 200) ?? asLine(item['copyrightholder'], 200);
}

/** Reads one ninjs item. */
export function readNinjs(value: Item, sha256: string): Reading {
  const item = lowered(value);
  const reason = whyNot(item, value);
  if (reason) return reason;
  const url = asAddress(item['uri']);
  const read = bodyOf(item, url);
  if (!read || read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const headline = texts(item, 'headlines', 'headline')[0];
  const title =
    headline && (isMarkup(headline) ? textOfHtml(headline.value) : unescaped(headline.value));
  const time =
    asTime(item['contentcreated'] ?? item['firstcreated'] ?? item['versioncreated']) ??
    asTime(item['versioncreated']);
  const named = noNames();
  for (const kind of Object.keys(named) as Kind[])
    named[kind] = KIND_NAMES[kind]
      .flatMap((name) => listOf(item[name]))
      .flatMap(({ name, literal }) => asLine(name, 200) ?? asLine(literal, 200) ?? []);
  const document: SourceDocument = {
    sha256,
    title: asLine(title ?? item['title'], 300),
    date: time?.date,
    published: time?.published,
    author: asLine(item['by'] ?? item['byline'], 200),
    publisher: publisherOf(item),
    url,
    lang: asLanguage(item['language']),
    named,
    located: asLine(item['located'], 200),
    ...read,
  };
  dropHeading(document.body, document.title);
  return { document };
}
