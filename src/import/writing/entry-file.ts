import { stringify } from 'yaml';
import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { isEmpty, type Suggested } from '../suggestions/suggestion.ts';
import type { Entry } from './entry.ts';

const KEYS = [
  'title',
  'date',
  'summary',
  'text',
  'lang',
  'source',
  'dateline',
  'people',
  'places',
  'organisations',
  'about',
  'media',
  'figures',
  'suggested',
] as const;

/** Suggestions as a file holds them, without fields that have their default value. */
export function suggestedFields(suggested: Suggested) {
  const names: Partial<Record<Kind, { name: string; id?: string; aliases?: string[] }[]>> = {};
  for (const kind of KINDS.filter((kind) => suggested[kind].length > 0))
    names[kind] = suggested[kind].map(({ name, id, aliases }) => ({
      name,
      ...(id && { id }),
      ...(aliases.length > 0 && { aliases }),
    }));
  return {
    ...names,
    ...(suggested.figures.length > 0 && { figures: suggested.figures }),
    ...(suggested.media.length > 0 && { media: suggested.media }),
  };
}

/** An entry as the text of its file. */
export function entryText(entry: Entry): string {
  const data: Entry['data'] = {
    ...entry.data,
    ...(!isEmpty(entry.suggested) && { suggested: suggestedFields(entry.suggested) }),
  };
  const ordered = new Map(KEYS.filter((key) => isStated(data[key])).map((key) => [key, data[key]]));
  const yaml = stringify(ordered, { lineWidth: 0, aliasDuplicateObjects: false });
  return `---\n${yaml}---\n\n${entry.body}`;
}

const isStated = (value: unknown) =>
  value !== undefined && !(Array.isArray(value) && value.length === 0);
