import { shownWords } from '../../../domain/problem.ts';
import { bodyOfHtml, dropHeading } from '../../markup/markup.ts';
import { asAddress, asLanguage, asLine, noNames, type Reading } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import type { Part } from '../format.ts';
import type { Skipped } from '../skipped.ts';
import type { Source } from '../source.ts';
import { fieldFault, isHeld } from '../status.ts';
import { at, firstText, firstValue, textOf, within, type XmlElement } from '../xml/element.ts';
import { footnotes } from '../xml/footnotes.ts';
import { htmlOf } from '../xml/html.ts';
import { elementsOf, partsOfItems } from '../xml/stream.ts';
import { type Edited, teiWriter } from './tei-body.ts';

/** TEI, the form in which editions keep texts. */

function whyNot(header: readonly XmlElement[]): Skipped | undefined {
  const revision = header.flatMap((one) => at(one, 'revisiondesc'));
  const status = firstValue(revision, 'status');
  const fault = status && fieldFault('status', status);
  if (fault) return fault;
  const availability = header.flatMap((one) =>
    at(one, 'filedesc', 'publicationstmt', 'availability'),
  );
  if (firstValue(availability, 'status')?.trim().toLowerCase() === 'restricted')
    return { skipped: 'its availability is “restricted”', as: 'private' };
  const until = firstValue(availability, 'notbefore');
  return until && isHeld(until)
    ? { skipped: `it is not available before ${shownWords(until)}`, as: 'embargoed' }
    : undefined;
}

/** The day of the text itself, else of its edition; what is no day is told. */
function dateOf(header: readonly XmlElement[]) {
  const dates = [
    ...header
      .flatMap((one) => at(one, 'profiledesc', 'creation'))
      .flatMap((one) => within(one, 'date')),
    ...header
      .flatMap((one) => at(one, 'filedesc', 'sourcedesc'))
      .flatMap((one) => within(one, 'date')),
    ...header.flatMap((one) => at(one, 'filedesc', 'publicationstmt', 'date')),
  ];
  const said = dates.map((date) => (date.attributes.get('when') ?? textOf(date)).trim());
  const time = said.map((said) => asTime(said)).find(Boolean);
  return {
    time,
    notes: !time && said[0] ? [`it gives no day, but “${asLine(said[0], 60) ?? ''}”`] : [],
  };
}

const KINDS = [
  ['people', 'persname'],
  ['places', 'placename'],
  ['organisations', 'orgname'],
] as const;

function namedIn(text: readonly XmlElement[]) {
  const named = noNames();
  for (const [kind, name] of KINDS)
    named[kind] = [
      ...new Set(
        text.flatMap((one) => within(one, name)).flatMap((one) => asLine(textOf(one), 200) ?? []),
      ),
    ];
  return named;
}

const counted = (count: number, one: string, more: string) =>
  count === 0 ? [] : [count === 1 ? `one ${one}` : `${count} ${more}`];

const notesOf = ({ gaps, corrected, deleted, supplied }: Edited): string[] => [
  ...counted(gaps, 'gap of its source shown as […]', 'gaps of its source shown as […]'),
  ...counted(
    corrected,
    'correction of its editor left out: the text is as its source has it',
    'corrections of its editor left out: the text is as its source has it',
  ),
  ...counted(deleted, 'deletion left out', 'deletions left out'),
  ...counted(
    supplied,
    'addition of its editor in [brackets]',
    'additions of its editor in [brackets]',
  ),
];

/** Reads a text of TEI, given the digest of what holds it. */
export function readTei(tei: XmlElement, sha256: string): Reading {
  const header = at(tei, 'teiheader');
  const fault = whyNot(header);
  if (fault) return fault;
  const text = at(tei, 'text');
  const url = header
    .flatMap((one) => [
      ...at(one, 'filedesc', 'publicationstmt', 'idno'),
      ...at(one, 'filedesc', 'publicationstmt', 'ptr'),
    ])
    .map((one) => asAddress(one.attributes.get('target') ?? textOf(one)))
    .find(Boolean);
  const notes = footnotes();
  const edited: Edited = { gaps: 0, corrected: 0, deleted: 0, supplied: 0 };
  const read = bodyOfHtml(htmlOf(text, teiWriter(notes, edited)), url);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  notes.into(read.body);
  const line = (longest: number, ...path: string[]) =>
    asLine(firstText(header.flatMap((one) => at(one, ...path))), longest);
  const authors = header
    .flatMap((one) => at(one, 'filedesc', 'titlestmt', 'author'))
    .flatMap((one) => asLine(textOf(one), 200) ?? []);
  const { time, notes: dated } = dateOf(header);
  const subjects = [
    ...new Set(
      header
        .flatMap((one) => at(one, 'profiledesc', 'textclass', 'keywords'))
        .flatMap((one) => within(one, 'term', 'item'))
        .flatMap((one) => asLine(textOf(one), 200) ?? []),
    ),
  ];
  const title = line(300, 'filedesc', 'titlestmt', 'title');
  dropHeading(read.body, title);
  return {
    document: {
      sha256,
      title,
      date: time?.date,
      published: time?.published,
      author: asLine(authors.join(', '), 200),
      publisher: line(200, 'filedesc', 'publicationstmt', 'publisher'),
      url,
      lang: asLanguage(
        firstValue(
          [
            ...text,
            ...header.flatMap((one) => at(one, 'profiledesc', 'langusage', 'language')),
            tei,
          ],
          'lang',
        ) ??
          firstValue(
            header.flatMap((one) => at(one, 'profiledesc', 'langusage', 'language')),
            'ident',
          ),
      ),
      summary: line(1000, 'profiledesc', 'abstract'),
      ...(subjects.length > 0 && { subjects }),
      named: namedIn(text),
      body: read.body,
      notes: [...read.notes, ...dated, ...notesOf(edited)],
    },
  };
}

/** The texts of a source of TEI, which may be a corpus of them. */
export async function* partsOfTei(source: Source): AsyncGenerator<Part> {
  const sha256 = await source.sha256();
  const texts = elementsOf(source, (name) => name === 'tei' || name === 'tei.2');
  yield* partsOfItems(texts, (tei) => readTei(tei, sha256));
}
