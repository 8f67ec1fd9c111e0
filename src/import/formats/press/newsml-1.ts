import { shownWords } from '../../../domain/problem.ts';
import { dropHeading } from '../../markup/markup.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  noNames,
  type Reading,
  type SourceDocument,
} from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { dropKeptBack, type KeptBack, KeptFiles, notesOfKeptBack } from '../kept-back.ts';
import type { Skipped } from '../skipped.ts';
import { fieldFault } from '../status.ts';
import { at, firstText, firstValue, textOf, within, type XmlElement } from '../xml/element.ts';
import { authorOfByline } from './byline.ts';
import { withMedia } from './newsml-g2.ts';
import { mediaOfItem } from './newsml-media.ts';
import { readNitf } from './nitf.ts';
import { contentOf } from './wire-content.ts';

/** NewsML 1.0 to 1.2, whose words stand in attributes called FormalName. */

const nameIn = (elements: readonly XmlElement[]) => firstValue(elements, 'formalname')?.trim();

/** Why an item, whatever it is of, is not to be published; one that is embargoed says so as its status. */
function statusFault(item: XmlElement): Skipped | undefined {
  for (const element of at(item, 'newsmanagement', 'status')) {
    const status = element.attributes.get('formalname')?.trim().toLowerCase() ?? '';
    if (status !== 'usable')
      return (
        fieldFault('status', status) ?? {
          skipped: `its status is “${shownWords(status)}”, not usable`,
          as: 'withdrawn',
        }
      );
  }
  return undefined;
}

/** How an item names its files. */
const referencesIn = (item: XmlElement) =>
  within(item, 'contentitem').flatMap(({ attributes }) => attributes.get('href')?.trim() || []);

/** An item without the items in it that are kept back, at any depth: pictures of their own have a status of their own. */
function withoutKeptBack(element: XmlElement, kept: KeptBack[]): XmlElement {
  const children = element.children.flatMap((child) => {
    if (typeof child === 'string') return child;
    const fault = statusFault(child);
    if (fault) kept.push({ ...fault, references: referencesIn(child) });
    return fault ? [] : withoutKeptBack(child, kept);
  });
  return { ...element, children };
}

/** Why an item is not to be published, or is no text. */
function whyNot(item: XmlElement): Skipped | undefined {
  const fault = statusFault(item);
  if (fault) return fault;
  const type = nameIn(at(item, 'newsmanagement', 'newsitemtype'))?.toLowerCase();
  return type === undefined || /^(?:news|text|alert|update|story|article)$/u.test(type)
    ? undefined
    : { skipped: `it is of type “${shownWords(type)}”, not news`, as: 'kind' };
}

/** What of an item holds a text: its media type and role do not say that it is something else. */
function textsIn(item: XmlElement, captions: ReadonlySet<XmlElement>): XmlElement[] {
  return within(item, 'contentitem').filter((content) => {
    if (captions.has(content)) return false;
    const type = nameIn(at(content, 'mediatype')) ?? 'Text';
    return /text/iu.test(type) && at(content, 'datacontent').length > 0;
  });
}

/** Reads an item of NewsML 1, given the digest of what holds it. */
export function readNewsml1(whole: XmlElement, sha256: string): Reading {
  const fault = whyNot(whole);
  if (fault) return fault;
  const kept: KeptBack[] = [];
  const item = withoutKeptBack(whole, kept);
  const url = asAddress(
    firstText(at(item, 'identification', 'newsidentifier', 'publicidentifier'))?.trim(),
  );
  const { media, captions } = mediaOfItem(item);
  const found = textsIn(item, captions)
    .flatMap((one) => at(one, 'datacontent'))
    .flatMap((one) => contentOf(one, url) ?? [])
    .filter(({ body }) => body.children.length > 0);
  const [text, ...others] = found;
  if (!text) return { skipped: 'it has no text', as: 'blank' };
  const inner = text.nitf && readNitf(text.nitf, sha256);
  if (inner && 'skipped' in inner) return inner;
  const dropped = dropKeptBack(
    text.body,
    new KeptFiles(kept),
    media.flatMap(({ references }) => references),
  );
  const line = (name: string, longest = 300) => asLine(firstText(within(item, name)), longest);
  const time = [
    line('datelinedate'),
    firstText(at(item, 'newsmanagement', 'firstcreated')),
    firstText(at(item, 'newsmanagement', 'thisrevisioncreated')),
  ]
    .map((one) => asTime(one?.trim()))
    .find(Boolean);
  const properties = within(item, 'property').flatMap(({ attributes }) =>
    /^keyword$/iu.test(attributes.get('formalname') ?? '') ? [attributes.get('value')] : [],
  );
  const subjects = [
    ...new Set(
      [...properties, ...within(item, 'keywordline').map(textOf)].flatMap(
        (one) => asLine(one, 200) ?? [],
      ),
    ),
  ];
  const city = within(item, 'location')
    .filter(({ attributes }) => attributes.get('howpresent')?.toLowerCase() === 'origin')
    .flatMap((one) => at(one, 'property'))
    .find(({ attributes }) => attributes.get('formalname')?.toLowerCase() === 'city');
  const terms = asLine(
    firstText([...within(item, 'usagetype'), ...within(item, 'usagerights')]),
    300,
  );
  const document: SourceDocument = {
    sha256,
    title: line('headline') ?? inner?.document.title,
    date: time?.date ?? inner?.document.date,
    published: time?.published ?? inner?.document.published,
    author: authorOfByline(line('byline')) ?? inner?.document.author,
    publisher:
      asLine(nameIn(within(item, 'provider').flatMap((one) => at(one, 'party'))), 200) ??
      inner?.document.publisher,
    url,
    lang: asLanguage(nameIn(within(item, 'language')) ?? item.attributes.get('lang')),
    summary: line('subheadline', 1000) ?? inner?.document.summary,
    ...(subjects.length > 0 && { subjects }),
    named: inner?.document.named ?? noNames(),
    located: asLine(city?.attributes.get('value'), 200) ?? inner?.document.located,
    body: text.body,
    ...withMedia(media),
    notes: [
      ...(inner?.document.notes ?? text.notes),
      ...notesOfKeptBack(kept),
      ...dropped,
      ...(others.length > 0
        ? [
            `${others.length === 1 ? 'one further text' : `${others.length} further texts`} of the item left out`,
          ]
        : []),
      ...(terms ? [`its terms of use: “${terms}”`] : []),
    ],
  };
  dropHeading(document.body, document.title);
  return { document };
}
