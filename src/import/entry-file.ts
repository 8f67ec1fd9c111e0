import { stringify } from 'yaml';
import { articleSchema } from '../archive/article.ts';
import { KINDS, type Kind } from '../archive/authority.ts';
import type { Entry } from './entry.ts';
import { ImportFault } from './story.ts';
import { isEmpty, type Suggested } from './suggestion.ts';

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
  'figures',
  'suggested',
] as const;

/** Suggestions as a file holds them, without the fields that say what their absence says. */
export function suggestedFields(suggested: Suggested) {
  const names: Partial<Record<Kind, { name: string; id?: string; aliases?: string[] }[]>> = {};
  for (const kind of KINDS.filter((kind) => suggested[kind].length > 0))
    names[kind] = suggested[kind].map(({ name, id, aliases }) => ({
      name,
      ...(id && { id }),
      ...(aliases.length > 0 && { aliases }),
    }));
  return { ...names, ...(suggested.figures.length > 0 && { figures: suggested.figures }) };
}

/** An entry as the text of its file. Throws where the archive would not take it. */
export function entryText(entry: Entry): string {
  const data: Entry['data'] = {
    ...entry.data,
    ...(!isEmpty(entry.suggested) && { suggested: suggestedFields(entry.suggested) }),
  };
  const checked = articleSchema.safeParse(data);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new ImportFault(
      `Its “${issue?.path.join('.')}” cannot be filed: ${issue?.message.replace('\n', ' ')}`,
    );
  }
  const ordered = new Map(
    KEYS.filter((key) => data[key] !== undefined).map((key) => [key, data[key]]),
  );
  const yaml = stringify(ordered, { lineWidth: 0, aliasDuplicateObjects: false });
  if (yaml.length > 64 * 1024)
    throw new ImportFault('It has more names and figures than frontmatter may hold (64 KB).');
  return `---\n${yaml}---\n\n${entry.body}`;
}
