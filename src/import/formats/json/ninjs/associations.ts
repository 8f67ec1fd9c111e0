import type { MediumKind } from '../../../../domain/media/media-type.ts';
import { textOfHtml, unescaped } from '../../../markup/markup.ts';
import type { SourceMedium } from '../../../media/source-medium.ts';
import { asLine } from '../../../source-document.ts';
import { asTime } from '../../../time/time.ts';
import { type Item, isMarkup, isRecord, listOf, lowered, textsOf } from './value.ts';

/** What goes with an item: a list in ninjs 2 and 3, an object by names before. */
export function associated(value: unknown): Item[] {
  const all = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  return all.flat().filter(isRecord);
}

const typeOf = (item: Item): string => `${item['type'] ?? 'item'}`.toLowerCase();

const KINDS = new Map<string, MediumKind>([
  ['picture', 'photograph'],
  ['photo', 'photograph'],
  ['image', 'photograph'],
  ['graphic', 'graphic'],
  ['audio', 'audio'],
  ['video', 'video'],
]);

/** The forms in which its file is to be had, the largest first: a list in ninjs 2 and 3, an object by names before. */
function referencesOf(item: Item): string[] {
  const { renditions } = item;
  const all = (
    Array.isArray(renditions) ? renditions : isRecord(renditions) ? Object.values(renditions) : []
  )
    .filter(isRecord)
    .map(lowered);
  const sizeOf = (one: Item) =>
    Number(one['width'] ?? 0) * Number(one['height'] ?? 0) || Number(one['sizeinbytes'] ?? 0) || 0;
  return [
    ...new Set(
      all
        .toSorted((a, b) => sizeOf(b) - sizeOf(a))
        .flatMap((one) => [one['href'], one['media']])
        .filter((one) => typeof one === 'string' && one.trim() !== ''),
    ),
  ] as string[];
}

function mediumOf(item: Item, kind: MediumKind): SourceMedium {
  const words = (...names: [string, string]) => {
    const [text] = textsOf(item, ...names);
    return text && (isMarkup(text) ? textOfHtml(text.value) : unescaped(text.value));
  };
  const line = (value: unknown, longest: number) => asLine(value, longest);
  const caption = line(words('descriptions', 'description'), 5000);
  const [rights] = listOf(item['rightsinfo']).map(lowered);
  const altText =
    line(textsOf(item, 'alttexts', 'alttext')[0]?.value ?? item['alt_text'], 2000) ??
    // A headline says what is to be seen where nothing else does.
    (caption === undefined ? line(words('headlines', 'headline'), 2000) : undefined);
  const by = textsOf(item, 'bylines', 'byline')[0]?.value ?? item['by'];
  const made = asTime(item['contentcreated'] ?? item['firstcreated'])?.date;
  const stated = {
    altText,
    caption,
    creditLine: line(item['creditline'] ?? item['credit'] ?? by, 500),
    creator: line(by, 300),
    copyrightNotice: line(item['copyrightnotice'], 500) ?? line(item['copyrightholder'], 500),
    usageTerms: line(item['usageterms'] ?? rights?.['usageterms'], 1000),
    dateCreated: made,
  };
  return { kind, references: referencesOf(item), ...stated };
}

/** The pictures, sounds and films that go with an item, and what else does, which is told. */
export function associatedMedia(value: unknown): { media: SourceMedium[]; notes: string[] } {
  const media: SourceMedium[] = [];
  const notes = new Set<string>();
  for (const one of associated(value)) {
    const item = lowered(one);
    const kind = KINDS.get(typeOf(item));
    if (kind) media.push({ ...mediumOf(item, kind), ...(media.length === 0 && { place: 'head' }) });
    else notes.add(`the ${asLine(typeOf(item), 40) ?? 'item'} with it left out`);
  }
  return { media, notes: [...notes] };
}
