import { bodyOfHtml, dropHeading } from '../../markup/markup.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  noNames,
  type Reading,
  type SourceDocument,
} from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { notesOfKeptBack } from '../kept-back.ts';
import { at, firstText, firstValue, textOf, within, type XmlElement } from '../xml/element.ts';
import { authorOfByline } from './byline.ts';
import { notesOfNote } from './editors-note.ts';
import { nitfHtml } from './nitf-body.ts';
import { editorsNotes, nitfFault, nitfMediaFault } from './nitf-status.ts';

/** IPTC NITF 3.x: one item, alone or within NewsML. */

const KINDS = [
  ['people', 'person'],
  ['places', 'location'],
  ['organisations', 'org'],
] as const;

const POSSESSIVE = /['’]s$/u;

/** The names that its agency marks in an item, in its text or beside it. */
function namedIn(nitf: XmlElement): SourceDocument['named'] {
  const named = noNames();
  const marked = [
    ...at(nitf, 'head', 'docdata', 'identified-content'),
    ...at(nitf, 'body', 'body.content'),
  ];
  for (const [kind, name] of KINDS)
    named[kind] = [
      ...new Set(
        marked
          .flatMap((one) => within(one, name))
          .flatMap((one) => asLine(textOf(one).trim().replace(POSSESSIVE, ''), 200) ?? []),
      ),
    ];
  return named;
}

/** What it is about: the narrowest term of each subject, and its key words. */
const subjectsIn = (nitf: XmlElement): string[] => [
  ...new Set(
    [
      ...at(nitf, 'head', 'tobject', 'tobject.subject').map(({ attributes }) =>
        ['detail', 'matter', 'type']
          .map((level) => attributes.get(`tobject.subject.${level}`))
          .find((term) => term?.trim()),
      ),
      ...at(nitf, 'head', 'docdata', 'key-list', 'keyword').map(({ attributes }) =>
        attributes.get('key'),
      ),
    ].flatMap((term) => asLine(term, 200) ?? []),
  ),
];

/** An element’s words without those of some elements in it. */
const textWithout = (element: XmlElement, ...names: string[]): string =>
  textOf({
    ...element,
    children: element.children.filter(
      (child) => typeof child === 'string' || !names.includes(child.name),
    ),
  });

/** Who wrote it, and what the byline says of them besides. */
function bylineOf(head: XmlElement[]): { author: string | undefined; notes: string[] } {
  const bylines = head.flatMap((one) => at(one, 'byline'));
  const names = bylines.flatMap((one) => authorOfByline(textWithout(one, 'byttl')) ?? []);
  const titles = bylines.flatMap((one) => at(one, 'byttl').map(textOf)).join(', ');
  if (names.length === 0) return { author: authorOfByline(titles), notes: [] };
  const title = asLine(titles, 200);
  return {
    author: asLine(names.join(', '), 200),
    notes: title ? [`“${title}” of its byline left out`] : [],
  };
}

/** When it was issued. */
const timeOf = (nitf: XmlElement, head: XmlElement[]) =>
  [
    firstValue(at(nitf, 'head', 'docdata', 'date.issue'), 'norm'),
    firstValue(at(nitf, 'head', 'pubdata'), 'date.publication'),
    firstValue(
      head.flatMap((one) => at(one, 'dateline', 'story.date')),
      'norm',
    ),
    firstValue(at(nitf, 'head', 'docdata', 'date.release'), 'norm'),
  ]
    .map((said) => asTime(said))
    .find(Boolean);

const publisherOf = (nitf: XmlElement, head: XmlElement[]) =>
  asLine(firstText(head.flatMap((one) => at(one, 'distributor'))), 200) ??
  asLine(firstValue(at(nitf, 'head', 'docdata', 'doc.copyright'), 'holder'), 200) ??
  asLine(firstText(head.flatMap((one) => at(one, 'rights', 'rights.owner'))), 200) ??
  asLine(firstValue(at(nitf, 'head', 'docdata', 'doc-id'), 'regsrc'), 200);

/** What the item says of itself that no field holds. */
function toldOf(nitf: XmlElement): string[] {
  const kept = within(nitf, 'media').flatMap((one) => nitfMediaFault(one) ?? []);
  const notes = [...editorsNotes(nitf).flatMap(notesOfNote), ...notesOfKeptBack(kept)];
  for (const { attributes } of at(nitf, 'head', 'docdata', 'series')) {
    const name = asLine(attributes.get('series.name'), 200);
    if (name) notes.push(`it is part ${attributes.get('series.part') ?? '?'} of “${name}”`);
  }
  for (const { attributes } of at(nitf, 'head', 'docdata', 'correction'))
    notes.push(`it is a correction: “${asLine(attributes.get('info'), 200) ?? ''}”`);
  return notes;
}

/** A dateline without a place marked in it, where it is nothing but a place. */
function placeAlone(dateline: XmlElement): string | undefined {
  const text = textWithout(dateline, 'story.date').trim();
  return /^[^\d–—:-]{1,60}$/u.test(text) ? text : undefined;
}

/** Headline and summary; a second line of the headline that is neither is told. */
function headOf(nitf: XmlElement, head: XmlElement[]) {
  const line = (...path: string[]) =>
    asLine(firstText(head.flatMap((one) => at(one, ...path))), 1000);
  const title = line('hedline', 'hl1') ?? asLine(firstText(at(nitf, 'head', 'title')), 1000);
  const second = line('hedline', 'hl2');
  const abstract = line('abstract');
  const isOwn = second !== undefined && second !== title;
  return {
    title: asLine(title, 300),
    summary: abstract ?? (isOwn ? second : undefined),
    notes: abstract && isOwn ? [`the second line of its headline left out: “${second}”`] : [],
  };
}

/** Reads an NITF item, given the digest of what holds it. */
export function readNitf(nitf: XmlElement, sha256: string): Reading {
  const fault = nitfFault(nitf);
  if (fault) return fault;
  const bodies = at(nitf, 'body');
  const head = bodies.flatMap((body) => at(body, 'body.head'));
  const [id] = at(nitf, 'head', 'docdata', 'doc-id');
  const url = asAddress(id?.attributes.get('id-string')) ?? asAddress(nitf.attributes.get('uno'));
  const read = bodyOfHtml(bodies.map(nitfHtml).join(''), url);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const { title, summary, notes } = headOf(nitf, head);
  const byline = bylineOf(head);
  const time = timeOf(nitf, head);
  const subjects = subjectsIn(nitf);
  const [dateline] = head.flatMap((one) => at(one, 'dateline'));
  const lang = [nitf, ...bodies].map(
    ({ attributes }) => attributes.get('baselang') ?? attributes.get('lang'),
  );
  const document: SourceDocument = {
    sha256,
    title,
    date: time?.date,
    published: time?.published,
    author: byline.author,
    publisher: publisherOf(nitf, head),
    url,
    lang: lang.map(asLanguage).find(Boolean),
    summary,
    ...(subjects.length > 0 && { subjects }),
    named: namedIn(nitf),
    located: dateline && asLine(firstText(at(dateline, 'location')) ?? placeAlone(dateline), 200),
    body: read.body,
    notes: [...read.notes, ...byline.notes, ...notes, ...toldOf(nitf)],
  };
  dropHeading(document.body, document.title);
  return { document };
}
