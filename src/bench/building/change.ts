import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Builder } from './builder.ts';
import { entryFile, entryIds, readEntry } from './entry.ts';

/** What is done to an archive between two builds. Each says in words what it did. */

/** Where a build keeps what the next one need not do again, in the folder that it runs in. */
const CACHE = 'node_modules/.astro';

/** Leaves nothing of earlier builds. */
export function forgetBuilds({ cwd, out }: Pick<Builder, 'cwd' | 'out'>): void {
  for (const folder of [join(cwd, CACHE), out]) rmSync(folder, { recursive: true, force: true });
}

/** Appends a paragraph to the article in the middle of an archive, and gives its id. */
export function changeArticle(content: string): string {
  const ids = entryIds(content);
  const id = ids[ids.length >> 1] ?? '';
  const file = entryFile(content, id);
  const text = readFileSync(file, 'utf8').trimEnd();
  writeFileSync(file, `${text}\n\nThis paragraph was not in it before.\n`);
  return id;
}

/** A person named in so many articles counts as named often. */
const OFTEN = 5;

/** Of the people who are named often the one in the middle; of others, where nobody is, the one named most. */
function moderatelyNamed(content: string): { id: string; articles: number } | undefined {
  const counts = new Map<string, number>();
  for (const id of entryIds(content))
    for (const person of readEntry(content, id).people)
      counts.set(person, (counts.get(person) ?? 0) + 1);
  const named = [...counts]
    .map(([id, articles]) => ({ id, articles }))
    .toSorted((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1));
  const often = named.filter(({ articles }) => articles >= OFTEN);
  return often[often.length >> 1] ?? named[0];
}

/**
 * Gives a person who is named in a moderate number of articles another description.
 *
 * @returns the id, and in how many articles it is listed; nothing where the archive names nobody
 */
export function changeRecord(content: string): { id: string; articles: number } | undefined {
  const person = moderatelyNamed(content);
  if (!person) return undefined;
  const file = join(content, 'people', `${person.id}.yaml`);
  if (!existsSync(file)) return undefined;
  const record = parseDocument(readFileSync(file, 'utf8'));
  record.set('description', 'This description is another than before.');
  writeFileSync(file, record.toString());
  return person;
}
