import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { type Article, articleSchema } from '../archive/article.ts';
import { KINDS } from '../archive/authority.ts';
import { articleFiles } from '../loaders/article-files.ts';
import { frontmatterOf } from '../loaders/frontmatter.ts';
import { NOTHING_KNOWN, readProse } from '../loaders/prose.ts';
import { accept } from './acceptance.ts';
import type { Cabinet } from './cabinet.ts';
import type { Disk } from './disk.ts';
import type { Entry } from './entry.ts';
import { suggestedFields } from './entry-file.ts';
import type { Archivist } from './importer.ts';
import { ImportFault } from './story.ts';
import { isEmpty, type Suggested } from './suggestion.ts';

const FIELDS = [...KINDS, 'about', 'figures'] as const;

/** The entries of an archive that have suggestions left, in the order of their dates. */
export function entriesToReview(root: string): { id: string; path: string }[] {
  return articleFiles(root).files.filter(({ path }) =>
    /^suggested:/m.test(readFileSync(path, 'utf8')),
  );
}

/** Goes through the suggestions that an entry holds; what is accepted moves to its fields. Gives what is left, and what the archivist should know. */
export async function reviewEntry(
  path: string,
  cabinet: Cabinet,
  archivist: Archivist,
  disk: Disk | undefined,
): Promise<{ left: Suggested; notes: readonly string[] }> {
  const text = readFileSync(path, 'utf8');
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds)
    throw new ImportFault('Its frontmatter cannot be read. Run npm run build to see why.');
  const document = parseDocument(text.slice(bounds.start, bounds.end), { schema: 'core' });
  const parsed = articleSchema.safeParse(document.toJS());
  if (!parsed.success)
    throw new ImportFault('Its frontmatter has faults. Run npm run build to see them.');
  const { suggested, ...data } = parsed.data as Article;
  if (!suggested || isEmpty(suggested))
    return { left: { people: [], places: [], organisations: [], figures: [] }, notes: [] };
  const body = text.slice(bounds.bodyStart);
  const { paragraphs } = await readProse(body, 0, NOTHING_KNOWN).catch(() => {
    throw new ImportFault('Its text has faults. Run npm run build to see them.');
  });
  const entry: Entry = {
    date: data.date,
    slug: '',
    data,
    body,
    paragraphs: paragraphs.map((paragraph) => paragraph.text),
    records: [
      ...KINDS.flatMap((kind) => data[kind].map((id) => cabinet.get(kind, id))),
      ...data.about.map((id) => KINDS.map((kind) => cabinet.get(kind, id)).find(Boolean)),
    ].filter((record) => record !== undefined),
    suggested,
    notes: [],
  };
  const { accepted, left } = await archivist.review(entry);
  const result = accept(entry, accepted, left, cabinet);
  for (const field of FIELDS) {
    const value = result.data[field];
    if (value && value.length > 0) document.set(field, value);
    else document.delete(field);
  }
  if (isEmpty(result.suggested)) document.delete('suggested');
  else document.set('suggested', suggestedFields(result.suggested));
  if (disk) {
    cabinet.file(result.records, disk);
    disk.replace(
      path,
      `---\n${document.toString({ lineWidth: 0 })}---\n${text.slice(bounds.bodyStart)}`,
    );
  }
  return { left: result.suggested, notes: result.notes };
}
