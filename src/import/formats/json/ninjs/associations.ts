import { asLine } from '../../../source-document.ts';
import { type Item, isRecord, lowered, textsOf } from './value.ts';

/** What goes with an item: a list in ninjs 2 and 3, an object by names before. */
export function associated(value: unknown): Item[] {
  const all = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  return all.flat().filter(isRecord);
}

const typeOf = (item: Item): string => `${item['type'] ?? 'item'}`.toLowerCase();

function noteOf(item: Item): string {
  const type = typeOf(item);
  const caption =
    type === 'text'
      ? undefined
      : asLine(textsOf(item, 'descriptions', 'description')[0]?.value ?? item['headline'], 300);
  const what = asLine(type, 40) ?? 'item';
  return caption
    ? `the ${what} with it left out, with its caption “${caption}”`
    : `the ${what} with it left out`;
}

/** What goes with an item is none of its text; a caption is told, since its words stand nowhere else. */
export const associationNotes = (value: unknown): string[] => [
  ...new Set(associated(value).map((item) => noteOf(lowered(item)))),
];
