import type { MediumKind } from '../../../domain/media/media-type.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine } from '../../source-document.ts';
import {
  at,
  elementsIn,
  firstText,
  firstValue,
  textOf,
  within,
  type XmlElement,
} from '../xml/element.ts';

/** Pictures, sounds and films of NewsML 1: components with a file in several sizes, and their words. */

const nameIn = (elements: readonly XmlElement[]) =>
  firstValue(elements, 'formalname')?.trim() ?? '';
const roleOf = (component: XmlElement) => nameIn(at(component, 'role')).toLowerCase();
const isCaption = (component: XmlElement) => /caption/u.test(roleOf(component));

function kindOf(content: XmlElement): MediumKind | undefined {
  const type =
    `${nameIn(at(content, 'mediatype'))} ${nameIn(at(content, 'mimetype'))}`.toLowerCase();
  if (/graphic|drawing/u.test(type)) return 'graphic';
  if (/photo|picture|image/u.test(type)) return 'photograph';
  if (/audio|sound/u.test(type)) return 'audio';
  return /video|film/u.test(type) ? 'video' : undefined;
}

const isFile = (content: XmlElement) =>
  content.name === 'contentitem' &&
  !!content.attributes.get('href') &&
  kindOf(content) !== undefined;
const isWords = (content: XmlElement) =>
  content.name === 'contentitem' &&
  at(content, 'datacontent').length > 0 &&
  /text/iu.test(nameIn(at(content, 'mediatype')) || 'Text');

/** How large a file is: its pixels, else its bytes. */
function sizeOf(content: XmlElement): number {
  const said = (name: string) =>
    Number(
      within(content, 'property')
        .find(({ attributes }) => attributes.get('formalname')?.toLowerCase() === name)
        ?.attributes.get('value') ?? 0,
    ) || 0;
  return (
    said('width') * said('height') || Number(firstText(within(content, 'sizeinbytes')) ?? 0) || 0
  );
}

/** What a component holds, at any depth: its files, the text of articles, and that of captions. */
interface Held {
  files: XmlElement[];
  texts: XmlElement[];
  captions: XmlElement[];
}

function heldIn(element: XmlElement, isUnder = false): Held {
  const held: Held = { files: [], texts: [], captions: [] };
  for (const child of elementsIn(element)) {
    if (isFile(child)) held.files.push(child);
    else if (isWords(child)) (isUnder ? held.captions : held.texts).push(child);
    const inner = heldIn(child, isUnder || isCaption(child));
    held.files.push(...inner.files);
    held.texts.push(...inner.texts);
    held.captions.push(...inner.captions);
  }
  return held;
}

/** Whether components in one are the sizes of one picture: each has a role of its own, and none has words. */
function areSizes(component: XmlElement): boolean {
  const parts = elementsIn(component).filter(
    (one) => one.name === 'newscomponent' && !isCaption(one) && heldIn(one).files.length > 0,
  );
  const roles = parts.map(roleOf);
  return (
    parts.every((one) => at(one, 'newslines').length === 0 && heldIn(one).captions.length === 0) &&
    (parts.length < 2 || (new Set(roles).size === roles.length && !roles.includes('')))
  );
}

function mediumOf(component: XmlElement, { files, captions }: Held): SourceMedium {
  const line = (name: string, longest: number) =>
    asLine(firstText(within(component, 'newslines').flatMap((one) => at(one, name))), longest);
  // A headline tells of a picture; what is to be seen on it, nothing here says.
  const caption = asLine(captions.map(textOf).join(' '), 5000) ?? line('headline', 2000);
  const by = line('byline', 300);
  const words = {
    caption,
    creditLine: line('creditline', 500) ?? by,
    creator: by,
    copyrightNotice: line('copyrightline', 500),
  };
  return {
    kind: files.map(kindOf).find(Boolean) ?? 'photograph',
    references: files
      .toSorted((a, b) => sizeOf(b) - sizeOf(a))
      .flatMap(({ attributes }) => attributes.get('href')?.trim() || []),
    ...words,
  };
}

/** The media of an item, and the elements that hold their captions, which are no text of it. */
export function mediaOfItem(item: XmlElement): {
  media: SourceMedium[];
  captions: Set<XmlElement>;
} {
  const media: SourceMedium[] = [];
  const captions = new Set<XmlElement>();
  const read = (component: XmlElement) => {
    const held = heldIn(component, isCaption(component));
    if (held.files.length === 0) return;
    const isPicture = component.name === 'newscomponent' && areSizes(component);
    // Words of a part that shows a picture and holds no article are under it.
    const isOfText =
      !isPicture ||
      (held.texts.length > 0 &&
        !/photo|picture|image|graphic|audio|video/u.test(roleOf(component)));
    if (!isOfText) {
      const under = [...held.captions, ...held.texts];
      for (const one of under) captions.add(one);
      media.push(mediumOf(component, { ...held, captions: under }));
      return;
    }
    for (const child of elementsIn(component))
      if (isFile(child)) media.push(mediumOf(child, { files: [child], texts: [], captions: [] }));
      else read(child);
  };
  read(item);
  return { media, captions };
}
