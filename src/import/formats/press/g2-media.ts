import type { MediumKind } from '../../../domain/media/media-type.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { at, firstText, type XmlElement } from '../xml/element.ts';

/** Pictures, sounds and films of NewsML-G2, as files that an item names. */

function kindOf(content: XmlElement): MediumKind | undefined {
  const type = (content.attributes.get('contenttype') ?? '').toLowerCase();
  const [, main] = /^(image|audio|video)\//u.exec(type) ?? [];
  if (main === 'image') return type === 'image/svg+xml' ? 'graphic' : 'photograph';
  if (main === 'audio' || main === 'video') return main;
  if (type === 'application/pdf') return 'document';
  const name = (content.attributes.get('href') ?? '').split(/[?#]/u, 1).join('');
  return type === '' && /\.(?:jpe?g|png|webp|gif|tiff?)$/iu.test(name) ? 'photograph' : undefined;
}

const sizeOf = ({ attributes }: XmlElement): number => {
  const number = (name: string) => Number(attributes.get(name) ?? 0) || 0;
  return number('width') * number('height') || number('size');
};

/** The files of an item that are media: each with its sizes, the largest first. */
export function filesIn(item: XmlElement): { kind: MediumKind; references: string[] }[] {
  const groups = new Map<string, { kind: MediumKind; forms: XmlElement[]; names: Set<string> }>();
  let count = 0;
  for (const content of at(item, 'contentset', 'remotecontent')) {
    const kind = kindOf(content);
    const href = content.attributes.get('href')?.trim();
    if (!kind || !href) continue;
    const form = content.attributes.get('rendition') ?? '';
    // Two of the same form are two pictures.
    const known = form !== '' && groups.get(kind);
    if (known && !known.names.has(form)) {
      known.forms.push(content);
      known.names.add(form);
    } else
      groups.set(form === '' || known ? `${kind} ${count++}` : kind, {
        kind,
        forms: [content],
        names: new Set([form]),
      });
  }
  return [...groups.values()].map(({ kind, forms }) => ({
    kind,
    references: forms
      .toSorted((a, b) => sizeOf(b) - sizeOf(a))
      .flatMap(({ attributes }) => attributes.get('href')?.trim() || []),
  }));
}

const nameIn = (elements: readonly XmlElement[]) =>
  asLine(firstText(elements.flatMap((one) => at(one, 'name'))), 300) ??
  elements.map(({ attributes }) => asLine(attributes.get('literal'), 300)).find(Boolean);

/** What an item says of its picture. @param isOwn whether all that it says is of the picture, and not of a text too */
export function wordsIn(item: XmlElement, isOwn: boolean): Partial<SourceMedium> {
  const content = at(item, 'contentmeta');
  const rights = at(item, 'rightsinfo');
  const described = content.flatMap((one) => at(one, 'description'));
  const byRole = (role: RegExp) =>
    firstText(described.filter(({ attributes }) => role.test(attributes.get('role') ?? '')));
  const isAlternative = ({ attributes }: XmlElement) => /alt/iu.test(attributes.get('role') ?? '');
  const caption =
    byRole(/caption/iu) ??
    (isOwn ? firstText(described.filter((one) => !isAlternative(one))) : undefined);
  const headline = isOwn ? firstText(content.flatMap((one) => at(one, 'headline'))) : undefined;
  const words = {
    // A headline tells of a picture; what is to be seen on it, that role alone says.
    caption: asLine(caption ?? headline, 5000),
    altText: asLine(byRole(/alt/iu), 2000),
    creditLine: asLine(firstText(content.flatMap((one) => at(one, 'creditline'))), 500),
    ...(isOwn && {
      creator: nameIn(content.flatMap((one) => at(one, 'creator'))),
      dateCreated: asTime(firstText(content.flatMap((one) => at(one, 'contentcreated')))?.trim())
        ?.date,
      usageTerms: asLine(firstText(rights.flatMap((one) => at(one, 'usageterms'))), 1000),
      copyrightNotice:
        asLine(firstText(rights.flatMap((one) => at(one, 'copyrightnotice'))), 500) ??
        nameIn(rights.flatMap((one) => at(one, 'copyrightholder'))),
    }),
  };
  return words;
}

/** The media that an item of a text names as files beside it. */
export const mediaOfText = (item: XmlElement): SourceMedium[] => {
  const words = wordsIn(item, false);
  const files = filesIn(item);
  // What is said once is of one picture.
  return files.map((file) => ({ ...file, ...(files.length === 1 && words) }));
};
