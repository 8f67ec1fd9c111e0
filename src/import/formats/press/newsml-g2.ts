import type { Kind } from '../../../domain/authorities/authority.ts';
import { dropHeading } from '../../markup/markup.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  noNames,
  type Reading,
  type SourceDocument,
} from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { dropKeptBack, notesOfKeptBack } from '../kept-back.ts';
import { at, firstText, firstValue, textOf, type XmlElement } from '../xml/element.ts';
import { authorOfByline } from './byline.ts';
import { notesOfNote } from './editors-note.ts';
import { type Linked, NONE_LINKED } from './g2-items.ts';
import { mediaOfText } from './g2-media.ts';
import { codeOf, editorsNotes, g2Fault } from './g2-status.ts';
import { nameOf, subjectsOf } from './g2-subjects.ts';
import { readNitf } from './nitf.ts';
import { type Content, contentOf } from './wire-content.ts';

/** NewsML-G2: a news item whose text is carried in it, as NITF, XHTML or plain words. */

/** The text of an item, the richest form of it, and what else was there. */
function textIn(item: XmlElement, url: string | undefined): Content | undefined {
  const sets = at(item, 'contentset');
  const inline = sets.flatMap((set) => [...at(set, 'inlinexml'), ...at(set, 'inlinedata')]);
  const texts = inline.filter(
    ({ attributes }) =>
      // Pictures and PDFs may be carried as base64.
      !attributes.get('encoding') &&
      !/image|audio|video|pdf/iu.test(attributes.get('contenttype') ?? ''),
  );
  const found = texts.map((one) => contentOf(one, url)).find((one) => one?.body.children.length);
  const forms = mediaOfText(item).flatMap(({ references }) => references);
  const remote =
    sets.flatMap((set) => at(set, 'remotecontent')).length -
    forms.length +
    inline.length -
    texts.length;
  return (
    found && {
      ...found,
      notes: [
        ...found.notes,
        ...(remote > 0
          ? [`${remote === 1 ? 'one file' : `${remote} files`} beside its text left out`]
          : []),
      ],
    }
  );
}

function publisherOf(item: XmlElement, content: readonly XmlElement[], lang: string | undefined) {
  return [
    ...content.flatMap((one) => at(one, 'infosource')),
    ...at(item, 'itemmeta', 'provider'),
    ...at(item, 'rightsinfo', 'copyrightholder'),
  ]
    .map((one) => nameOf(one, lang))
    .find(Boolean);
}

function notesOf(item: XmlElement): string[] {
  const terms = asLine(firstText(at(item, 'rightsinfo', 'usageterms')), 300);
  const isCorrection = at(item, 'itemmeta', 'signal').map(codeOf).includes('correction');
  return [
    ...editorsNotes(item).flatMap(notesOfNote),
    ...(isCorrection ? ['it corrects an earlier version'] : []),
    ...(terms ? [`its terms of use: “${terms}”`] : []),
  ];
}

/** When it was made: its content, else the item. */
const timeOf = (item: XmlElement, content: readonly XmlElement[]) =>
  [
    firstText(content.flatMap((one) => at(one, 'contentcreated'))),
    firstText(at(item, 'itemmeta', 'firstcreated')),
    firstText(at(item, 'itemmeta', 'versioncreated')),
  ]
    .map((text) => asTime(text?.trim()))
    .find(Boolean);

/**
 * Reads an item of NewsML-G2, given the digest of what holds it.
 *
 * @param linked the pictures, sounds and films that are items of their own, to which it links, and those kept back
 */
export function readNewsmlG2(
  item: XmlElement,
  sha256: string,
  linked: Linked = NONE_LINKED,
): Reading {
  const fault = g2Fault(item);
  const guid = item.attributes.get('guid');
  if (fault)
    return {
      ...fault,
      of: { urls: [asAddress(guid)], id: asLine(guid, 200), title: undefined, date: undefined },
    };
  const tag = item.attributes.get('lang');
  const content = at(item, 'contentmeta');
  const url = asAddress(guid);
  const text = textIn(item, url);
  if (!text) return { skipped: 'it has no text', as: 'blank' };
  const beside = [...mediaOfText(item), ...linked.media];
  const inner = text.nitf && readNitf(text.nitf, sha256);
  if (inner && 'skipped' in inner) return inner;
  const dropped = dropKeptBack(
    inner?.document.body ?? text.body,
    linked.files,
    beside.flatMap(({ references }) => references),
  );
  const line = (name: string, longest = 300) =>
    asLine(firstText(content.flatMap((one) => at(one, name))), longest);
  const { named, subjects } = subjectsOf(content, tag);
  const [located] = content.flatMap((one) => at(one, 'located'));
  const creators = content
    .flatMap((one) => at(one, 'creator'))
    .flatMap((one) => nameOf(one, tag) ?? []);
  const time = timeOf(item, content);
  const lang =
    firstValue(
      content.flatMap((one) => at(one, 'language')),
      'tag',
    ) ?? tag;
  const description = content
    .flatMap((one) => at(one, 'description'))
    .find(({ attributes }) => /summary|abstract/iu.test(attributes.get('role') ?? ''));
  const own: Partial<SourceDocument> = {
    title: line('headline') ?? asLine(firstText(at(item, 'itemmeta', 'title')), 300),
    date: time?.date,
    published: time?.published,
    author: authorOfByline(line('by')),
    publisher: publisherOf(item, content, tag),
    url,
    lang: asLanguage(lang),
    summary: description && asLine(textOf(description), 1000),
    located: located && nameOf(located, tag),
  };
  return combined(own, inner?.document, {
    sha256,
    author: asLine(creators.filter((name) => name !== own.publisher).join(', '), 200),
    subjects,
    named,
    body: text.body,
    ...withMedia(beside),
    notes: [...text.notes, ...notesOfKeptBack(linked.kept), ...dropped, ...notesOf(item)],
  });
}

/** Media beside a text, the first at its head. */
export const withMedia = (media: readonly SourceMedium[]): Pick<SourceDocument, 'media'> =>
  media.length > 0
    ? { media: media.map((one, index) => (index === 0 ? { ...one, place: 'head' } : one)) }
    : {};

/** What the item says, then what the NITF in it says, then what else could stand for it. */
function combined(
  own: Partial<SourceDocument>,
  inner: SourceDocument | undefined,
  rest: SourceDocument,
): Reading {
  const stated = Object.entries(own).filter(([, value]) => value !== undefined);
  const named = noNames();
  for (const kind of Object.keys(named) as Kind[])
    named[kind] = [...new Set([...rest.named[kind], ...(inner?.named[kind] ?? [])])];
  const subjects = [...new Set([...(rest.subjects ?? []), ...(inner?.subjects ?? [])])];
  const document: SourceDocument = {
    ...rest,
    ...inner,
    // biome-ignore lint/plugin: its keys are those of a source document
    ...Object.fromEntries(stated),
    ...(!own.author && !inner?.author && rest.author ? { author: rest.author } : {}),
    named,
    ...(subjects.length > 0 ? { subjects } : {}),
    body: inner?.body ?? rest.body,
    notes: [...new Set([...rest.notes, ...(inner?.notes ?? [])])],
  };
  if (subjects.length === 0) delete document.subjects;
  dropHeading(document.body, document.title);
  return { document };
}
