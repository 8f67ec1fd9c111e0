import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Builder } from './builder.ts';
import { entryFile, entryIds, readEntry } from './entry.ts';

/** The changes that are made to an archive between two builds. */

/** Where a build keeps results for the next one, in the folder that it runs in. */
const CACHE = 'node_modules/.astro';

/** Removes everything that earlier builds wrote or kept. */
export function forgetBuilds({ cwd, out }: Pick<Builder, 'cwd' | 'out'>): void {
  for (const folder of [join(cwd, CACHE), out]) rmSync(folder, { recursive: true, force: true });
}

/** Adds a paragraph to the article in the middle of an archive. @returns the article's id */
export function changeArticle(content: string): string {
  const ids = entryIds(content);
  const id = ids[ids.length >> 1] ?? '';
  const file = entryFile(content, id);
  const text = readFileSync(file, 'utf8').trimEnd();
  writeFileSync(file, `${text}\n\nThis paragraph was not in it before.\n`);
  return id;
}

/** A person who is listed in at least this many articles counts as listed often. */
const OFTEN = 5;

/** The middle one of the people who are listed often; where nobody is, the one listed most. */
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
 * Changes the description of a person who is listed in a moderate number of articles.
 *
 * @returns the id, and the number of these articles; undefined where no person is listed or there is no record
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
