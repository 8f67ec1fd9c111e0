import { type Document, isSeq } from 'yaml';
import { KINDS } from '../../domain/authorities/authority.ts';
import { STATED_FIELDS } from '../../domain/media/stated-fields.ts';
import { type MediumWord, mediumWords } from '../suggestions/medium-word.ts';
import { isEmpty } from '../suggestions/suggestion.ts';
import type { Entry } from '../writing/entry.ts';
import { suggestedFields } from '../writing/entry-file.ts';
import { yamlText } from '../yaml.ts';
import { textWithoutSuggestion, textWithWord } from './medium-text.ts';

const FIELDS = [...KINDS, 'figures'] as const;

/** An entry as its file was at one moment. */
export interface OpenEntry {
  path: string;
  text: string;
  document: Document;
  bodyStart: number;
  entry: Entry;
}

/** The file of an entry with what is added to its fields and taken from its suggestions; all else in it stays. */
export function textWith(opened: OpenEntry, entry: Entry): string {
  const { path, entry: before } = opened;
  let text = namedIn(entry) === namedIn(before) ? opened.text : textWithNames(opened, entry);
  for (const [index, medium] of (entry.data.media ?? []).entries())
    for (const field of STATED_FIELDS) {
      const value = medium[field];
      if (typeof value === 'string' && value !== before.data.media?.[index]?.[field])
        text = textWithWord(path, text, index, { field, value });
    }
  const left = new Set(mediumWords(entry.suggested).map(keyOf));
  for (const word of mediumWords(before.suggested))
    if (!left.has(keyOf(word))) text = textWithoutSuggestion(path, text, word);
  return text;
}

const keyOf = ({ sha256, field }: MediumWord) => `${sha256} ${field}`;

/** All that an entry says and suggests of names and figures. */
const namedIn = ({ data, suggested: { media: _, ...named } }: Entry) =>
  JSON.stringify([FIELDS.map((field) => data[field] ?? []), named]);

/** The file of an entry with names and figures that are added, and without their suggestions; those of media stay. */
function textWithNames(opened: OpenEntry, { data, suggested }: Entry): string {
  const document = opened.document.clone();
  for (const field of FIELDS) {
    const before = opened.entry.data[field] ?? [];
    const added = (data[field] ?? []).slice(before.length);
    const list = document.get(field);
    if (added.length === 0) continue;
    if (isSeq(list)) list.items.push(...added.map((one) => document.createNode(one)));
    else document.set(field, added);
  }
  const left = { ...suggested, media: opened.entry.suggested.media };
  if (isEmpty(left)) document.delete('suggested');
  else document.set('suggested', suggestedFields(left));
  return `---\n${yamlText(document)}---\n${opened.text.slice(opened.bodyStart)}`;
}
