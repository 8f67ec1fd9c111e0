import { foldSpace } from '../../../../domain/article/paragraph.ts';
import { ImportFault, type Reading } from '../../../source-document.ts';
import type { Part } from '../../format.ts';
import type { Source } from '../../source.ts';
import { at, elementsIn, firstText, textOf, type XmlElement } from '../../xml/element.ts';
import { elementsOf } from '../../xml/stream.ts';
import { whyLoose, whyNotPublic, whyOther } from '../kind.ts';
import { type Reference, readReference } from '../reference.ts';

/** Zotero’s RDF, which holds all that Zotero keeps: also notes and files, which are its owner’s own. */

/** What an item may be part of, and several may share. */
const CONTAINERS = new Set([
  'journal',
  'newspaper',
  'periodical',
  'magazine',
  'website',
  'blog',
  'series',
]);
/** How items lie in folders. */
const FOLDERS = new Set(['collection', 'li', 'seq', 'subject']);
/** Kinds that Zotero writes of what has no kind of its own. */
const LOOSE = new Set(['document']);

/** By the `rdf:about` of a container what is told of it. */
type Containers = ReadonlyMap<string, XmlElement>;

const text = (elements: readonly XmlElement[]): string | undefined => {
  const said = firstText(elements);
  return said === undefined ? undefined : foldSpace(said);
};

/** The containers of an item: those that it holds, and those that it refers to. */
function containersOf(item: XmlElement, containers: Containers): XmlElement[] {
  return at(item, 'ispartof').flatMap((part) => {
    const referred = containers.get(part.attributes.get('resource') ?? '');
    return [...elementsIn(part), ...(referred ? [referred] : [])];
  });
}

const authorsIn = (item: XmlElement): string[] =>
  at(item, 'authors', 'seq', 'li', 'person').map((person) =>
    [text(at(person, 'givenname')), text(at(person, 'surname'))].filter(Boolean).join(' '),
  );

const subjectsIn = (item: XmlElement): string[] =>
  at(item, 'subject').map(
    (subject) => text(at(subject, 'automatictag', 'value')) ?? textOf(subject),
  );

/** The children that are taken, or say how items hang together. */
const TAKEN = new Set([
  ...['itemtype', 'title', 'authors', 'ispartof', 'date', 'datesubmitted', 'subject', 'abstract'],
  ...['language', 'pages', 'volume', 'number', 'edition', 'publisher', 'isreferencedby', 'link'],
  ...['relation', 'librarycatalog', 'type'],
]);

const addressIn = (item: XmlElement) => text(at(item, 'identifier', 'uri', 'value'));

function referenceOf(item: XmlElement, containers: Containers): Reference {
  const parts = containersOf(item, containers);
  const of = (...names: string[]) =>
    text([item, ...parts].flatMap((one) => names.flatMap((name) => at(one, name))));
  const identifiers = [item, ...parts].flatMap((one) => at(one, 'identifier')).map(textOf);
  const url = addressIn(item);
  const doi = identifiers.map((one) => /^\s*DOI\s+(\S+)/iu.exec(one)?.[1]).find(Boolean);
  const titled = parts.filter((part) => firstText(at(part, 'title')) !== undefined);
  const publisher = text(at(item, 'publisher', 'organization', 'name'));
  const publication = text(titled.flatMap((part) => at(part, 'title')));
  const others = elementsIn(item).filter(
    (child) => !TAKEN.has(child.name) && child.name !== 'identifier' && textOf(child).trim() !== '',
  );
  return {
    title: text(at(item, 'title')),
    authors: authorsIn(item),
    publication: publication ?? publisher,
    dates: [text(at(item, 'date'))].filter((date) => date !== undefined),
    url,
    doi: url === undefined ? doi : undefined,
    accessed: text(at(item, 'datesubmitted')),
    lang: text(at(item, 'language')),
    abstract: text(at(item, 'abstract')),
    subjects: subjectsIn(item),
    volume: of('volume'),
    issue: of('number'),
    edition: of('edition'),
    page: text(at(item, 'pages')),
    leftOut: [
      ...new Set([
        ...others.map(({ name }) => name),
        ...(publication !== undefined && publisher !== undefined ? ['publisher'] : []),
        ...identifiers.flatMap((one) => /^\s*(ISSN|ISBN)\b/iu.exec(one)?.[1] ?? []),
        ...(url !== undefined && doi !== undefined ? ['DOI'] : []),
      ]),
    ],
    notes: privateNotes(item),
  };
}

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];

/** What hangs on an item and is its owner’s own. */
function privateNotes(item: XmlElement): string[] {
  const left = [
    ...counted(at(item, 'isreferencedby').length, 'a note of its owner', 'notes of its owner'),
    ...counted(at(item, 'link').length, 'a file', 'files'),
  ];
  return left.length > 0 ? [`${left.join(' and ')} left out`] : [];
}

function readItem(item: XmlElement, containers: Containers): Reading {
  if (item.name === 'memo')
    return { skipped: 'it is a note of the bibliography’s owner', as: 'private' };
  const kind = text(at(item, 'itemtype')) ?? item.name;
  if (item.name === 'attachment' || kind === 'attachment')
    return { skipped: 'it is a file of the bibliography’s owner', as: 'attachment' };
  const other = LOOSE.has(kind)
    ? whyLoose(kind, addressIn(item) !== undefined, text(at(item, 'type')) ?? '')
    : whyOther(kind);
  const given = elementsIn(item).map((child) => [child.name, textOf(child).trim()] as const);
  return other ?? whyNotPublic(given) ?? readReference(referenceOf(item, containers));
}

/** The items of Zotero’s RDF. */
export async function* partsOfZotero(source: Source): AsyncGenerator<Part> {
  const isChild = (_: string, depth: number) => depth === 1;
  const containers = new Map<string, XmlElement>();
  for await (const element of elementsOf(
    source,
    (name, depth) => depth === 1 && CONTAINERS.has(name),
  )) {
    const about = element.attributes.get('about');
    if (about !== undefined) containers.set(about, element);
  }
  let count = 0;
  for await (const item of elementsOf(source, isChild)) {
    if (CONTAINERS.has(item.name) || FOLDERS.has(item.name)) continue;
    count++;
    yield { place: `, item ${count}`, isSole: true, read: () => readItem(item, containers) };
  }
  if (count === 0) throw new ImportFault('It is RDF of Zotero without items.');
}
