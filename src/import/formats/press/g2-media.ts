import type { MediumKind } from '../../../domain/media/media-type.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import type { KeptBack } from '../kept-back.ts';
import type { Source } from '../source.ts';
import { at, firstText, type XmlElement } from '../xml/element.ts';
import { elementsOf } from '../xml/stream.ts';
import { codeOf, statusFault } from './g2-status.ts';

/** Pictures, sounds and films of NewsML-G2: files that an item names, and items of their own to which a text links. */

const CLASSES = new Map<string, MediumKind>([
  ['picture', 'photograph'],
  ['photo', 'photograph'],
  ['graphic', 'graphic'],
  ['audio', 'audio'],
  ['video', 'video'],
]);
/** As many items of pictures are kept of one message. */
const MOST = 5000;

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
function filesIn(item: XmlElement): { kind: MediumKind; references: string[] }[] {
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
function wordsIn(item: XmlElement, isOwn: boolean): Partial<SourceMedium> {
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

/** The ids of items to which a text links. */
const linksIn = (item: XmlElement): string[] =>
  at(item, 'itemmeta', 'link').flatMap(({ attributes }) => attributes.get('residref') ?? []);

/** The pictures, sounds and films to which a text links: those to be shown, and those that are kept back. */
export interface Linked {
  media: readonly SourceMedium[];
  kept: readonly KeptBack[];
}

/** Of a text that links to none. */
export const NONE_LINKED: Linked = { media: [], kept: [] };

/** The newest version of an item that is no text. */
interface Version {
  version: number;
  medium?: SourceMedium;
  kept?: KeptBack;
}

/** The pictures, sounds and films that are items of their own in a message; asked for where a text links to one. */
export class G2Items {
  readonly #source: Source;
  #items: Promise<Map<string, Version>> | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  async #read(): Promise<Map<string, Version>> {
    const found = new Map<string, Version>();
    try {
      for await (const item of elementsOf(this.#source, (name) => name === 'newsitem')) {
        const [kind] = at(item, 'itemmeta', 'itemclass').flatMap(
          (one) => CLASSES.get(codeOf(one)) ?? [],
        );
        const guid = item.attributes.get('guid');
        if (!kind || !guid) continue;
        const version = Number(item.attributes.get('version') ?? 0) || 0;
        const references = filesIn(item).flatMap((file) => file.references);
        const fault = statusFault(item);
        const known = found.get(guid);
        // What is known may be kept back by a later version, however many others there are.
        if (!known && found.size >= MOST) continue;
        // The newest version counts; of two that are as new, the one that keeps it back.
        if (known && (known.version > version || (known.version === version && known.kept)))
          continue;
        found.set(guid, {
          version,
          ...(fault
            ? { kept: { ...fault, references } }
            : { medium: { kind, references, ...wordsIn(item, true) } }),
        });
      }
    } catch {
      // What is no XML any more is told with the items.
    }
    return found;
  }

  /** Those to which a text links, in its order. */
  async of(item: XmlElement): Promise<Linked> {
    const links = linksIn(item);
    if (links.length === 0) return NONE_LINKED;
    this.#items ??= this.#read();
    const items = await this.#items;
    const found = [...new Set(links)].flatMap((id) => items.get(id) ?? []);
    return {
      media: found.flatMap(({ medium }) => (medium ? [{ ...medium }] : [])),
      kept: found.flatMap(({ kept }) => kept ?? []),
    };
  }
}
