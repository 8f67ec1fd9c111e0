import type { MediumKind } from '../../../../domain/media/media-type.ts';
import { shownWords } from '../../../../domain/problem.ts';
import { textOfHtml, unescaped } from '../../../markup/markup.ts';
import type { SourceMedium } from '../../../media/source-medium.ts';
import { asLine } from '../../../source-document.ts';
import { asTime } from '../../../time/time.ts';
import { type KeptBack, notesOfKeptBack } from '../../kept-back.ts';
import { statusFault } from './status.ts';
import { type Item, isMarkup, isRecord, listOf, lowered, type Text, textsOf } from './value.ts';

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

const plain = (text: Text | undefined) =>
  text && (isMarkup(text) ? textOfHtml(text.value) : unescaped(text.value));

/** Whether a description is for those who do not see the picture, by the purpose that its name or role states. */
const isAlternative = ({ type, role = '' }: Text) =>
  /^alt(?:ernative)?(?:_?text)?$/i.test(role || type);

function mediumOf(item: Item, kind: MediumKind): SourceMedium {
  const line = (value: unknown, longest: number) => asLine(value, longest);
  const descriptions = textsOf(item, 'descriptions', 'description');
  // The standard has no field of its own for what those hear who do not see a picture; providers add one.
  const alternatives = [
    ...descriptions.filter(isAlternative),
    ...textsOf(item, 'alttexts', 'alttext'),
  ];
  const caption = line(
    plain(
      descriptions.find((one) => !isAlternative(one)) ?? textsOf(item, 'headlines', 'headline')[0],
    ),
    5000,
  );
  const [rights] = listOf(item['rightsinfo']).map(lowered);
  const altText = line(plain(alternatives[0]) ?? item['alt_text'], 2000);
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

/**
 * The pictures, sounds and films that go with an item, and what else does, which is told. What is kept back is told by
 * its reason alone: its words are no more public than it is.
 */
export function associatedMedia(value: unknown): {
  media: SourceMedium[];
  kept: KeptBack[];
  notes: string[];
} {
  const media: SourceMedium[] = [];
  const kept: KeptBack[] = [];
  const notes = new Set<string>();
  for (const one of associated(value)) {
    const item = lowered(one);
    const kind = KINDS.get(typeOf(item));
    const fault = kind && statusFault(one);
    if (fault) {
      kept.push({ ...fault, references: referencesOf(item) });
      continue;
    }
    const [body] = textsOf(item, 'bodies', 'body');
    // What it is for, the standard leaves to the provider: a caption, a text of its own, or what is to be seen.
    if (kind && body)
      notes.add(`the body text of a ${kind} left out: “${shownWords(plain(body) ?? '')}”`);
    if (kind) media.push({ ...mediumOf(item, kind), ...(media.length === 0 && { place: 'head' }) });
    else notes.add(`the ${asLine(typeOf(item), 40) ?? 'item'} with it left out`);
  }
  return { media, kept, notes: [...notesOfKeptBack(kept), ...notes] };
}
