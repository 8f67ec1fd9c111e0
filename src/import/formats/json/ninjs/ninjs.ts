import type { Root } from 'mdast';
import type { Kind } from '../../../../domain/authorities/authority.ts';
import { bodyOfHtml, dropHeading, textOfHtml, unescaped } from '../../../markup/markup.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  noNames,
  type Reading,
  type SourceDocument,
} from '../../../source-document.ts';
import { asTime } from '../../../time/time.ts';
import { dropKeptBack, KeptFiles } from '../../kept-back.ts';
import { authorOfByline } from '../../press/byline.ts';
import { notesOfNote } from '../../press/editors-note.ts';
import { paragraphsOf } from '../../text.ts';
import { associatedMedia } from './associations.ts';
import { whyNot } from './status.ts';
import { type Item, isMarkup, isRecord, listOf, lowered, type Text, textsOf } from './value.ts';

/**
 * IPTC ninjs: 1.x (`body_text`, `person`), 2.x (`bodies`, `people`, lower case) and 3.x (the same in camel case), and
 * what agencies and Superdesk make of it (`guid`, `byline`, `subject`). The names differ, but their meaning is the same.
 */

/** What only ninjs has; `guid` and a headline are fields of feeds as well. */
const OF_ADDRESSED =
  /^(?:type|versioncreated|firstcreated|contentcreated|pubstatus|bodies|headlines|headline|body_\w+|standard|representationtype)$/;
const OF_GUIDED = /^(?:versioncreated|firstcreated|pubstatus|bodies|body_(?:text|html|xhtml))$/;

/** Whether a JSON object is a ninjs item: it has the one name that all must have, and one that only they have. */
export function isNinjs(value: unknown): value is Item {
  if (!isRecord(value)) return false;
  const item = lowered(value);
  const names = Object.keys(item);
  return (
    (typeof item['uri'] === 'string' && names.some((name) => OF_ADDRESSED.test(name))) ||
    (typeof item['guid'] === 'string' && names.some((name) => OF_GUIDED.test(name)))
  );
}

const KIND_NAMES: Record<Kind, string[]> = {
  people: ['people', 'person'],
  places: ['places', 'place'],
  organisations: ['organisations', 'organisation'],
};

const isPlain = ({ type }: Text) => !/xml|json|rtf/i.test(type);

function bodyOf(item: Item, url: string | undefined): { body: Root; notes: string[] } | undefined {
  const bodies = textsOf(item, 'bodies', 'body');
  const all = bodies.length > 0 ? bodies : textsOf(item, 'descriptions', 'description');
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

const plain = (text: Text | undefined): string | undefined =>
  text && (isMarkup(text) ? textOfHtml(text.value) : unescaped(text.value));

/** The names in a list of objects or of words; what only follows from others is no statement of the source. */
const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).flatMap((one) => {
    const { name, literal, rel, rels }: Item = isRecord(one) ? lowered(one) : { name: one };
    if (rel === 'ancestor' || (Array.isArray(rels) && rels.every((it) => it === 'ancestor')))
      return [];
    return asLine(name, 200) ?? asLine(literal, 200) ?? [];
  });

function publisherOf(item: Item): string | undefined {
  const sources = [...listOf(item['infosources']), ...listOf(item['infosource'])];
  const named =
    sources.find(({ role, rel }) => /publisher|provider/i.test(`${role ?? rel ?? ''}`)) ??
    sources[0];
  return (
    asLine(named?.['name'], 200) ??
    asLine(item['source'], 200) ??
    asLine(item['provider'], 200) ??
    asLine(item['copyrightholder'], 200)
  );
}

/** Who wrote it: as a line, or as the list that Superdesk has. */
const authorOf = (item: Item): string | undefined =>
  authorOfByline(plain(textsOf(item, 'bylines', 'byline')[0] ?? textsOf(item, '', 'by')[0])) ??
  asLine(namesIn(item['authors']).join(', '), 200);

/** Where it was filed from: a name, or the dateline of Superdesk’s own items. */
function locatedOf(item: Item): string | undefined {
  const [dateline] = listOf(item['dateline']);
  const [place] = [...listOf(dateline?.['located']), ...listOf(item['located'])];
  return asLine(item['located'], 200) ?? asLine(place?.['city'] ?? place?.['name'], 200);
}

const subjectsOf = (item: Item): string[] => [
  ...new Set(['subject', 'subjects', 'keywords'].flatMap((name) => namesIn(item[name]))),
];

/** Reads one ninjs item. */
export function readNinjs(value: Item, sha256: string): Reading {
  const reason = whyNot(value);
  const item = lowered(value);
  const url = asAddress(item['uri']) ?? asAddress(item['guid']);
  const title = asLine(plain(textsOf(item, 'headlines', 'headline')[0]) ?? item['title'], 300);
  const time =
    asTime(item['contentcreated'] ?? item['firstcreated'] ?? item['versioncreated']) ??
    asTime(item['versioncreated']);
  const id = asLine(item['uri'], 200) ?? asLine(item['guid'], 200);
  if (reason) return { ...reason, of: { urls: [url], id, title, date: time?.date } };
  const read = bodyOf(item, url);
  if (!read || read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const named = noNames();
  for (const kind of Object.keys(named) as Kind[])
    named[kind] = KIND_NAMES[kind].flatMap((name) => namesIn(item[name]));
  const summary = plain(textsOf(item, 'descriptions', 'description')[0]);
  const subjects = subjectsOf(item);
  const beside = associatedMedia(item['associations']);
  const dropped = dropKeptBack(
    read.body,
    new KeptFiles(beside.kept),
    beside.media.flatMap(({ references }) => references),
  );
  const document: SourceDocument = {
    sha256,
    title,
    date: time?.date,
    published: time?.published,
    author: authorOf(item),
    publisher: publisherOf(item),
    url,
    lang: asLanguage(item['language']),
    summary: textsOf(item, 'bodies', 'body').length > 0 ? asLine(summary, 1000) : undefined,
    ...(subjects.length > 0 && { subjects }),
    named,
    located: locatedOf(item),
    body: read.body,
    media: beside.media,
    notes: [
      ...read.notes,
      ...notesOfNote(typeof item['ednote'] === 'string' ? item['ednote'] : undefined),
      ...beside.notes,
      ...dropped,
    ],
  };
  dropHeading(document.body, document.title);
  return { document };
}
