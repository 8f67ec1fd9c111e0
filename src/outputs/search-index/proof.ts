import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveFiles } from '../../domain/search/archive-files.ts';
import { queryWords } from '../../domain/search/indexed-text.ts';
import type { Manifest, SpeltRecord } from '../../domain/search/layout.ts';
import { namingOf } from '../../domain/search/naming.ts';
import { postingOf } from '../../domain/search/posting.ts';
import { filedUnder, type IndexedArticle } from './filing.ts';

/**
 * Reads the files as the browser does, and looks for every spelling of every record.
 * @throws naming each spelling that does not find its record, and each record that does not find its articles
 */
export async function proveSearch(
  manifest: Manifest,
  folder: string,
  records: readonly SpeltRecord[],
  articles: readonly IndexedArticle[],
): Promise<void> {
  const files = new ArchiveFiles(manifest, async (name) => {
    const file = join(folder, name);
    return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined;
  });
  const wanted = new Map<string, number[]>();
  articles.forEach((article, number) => {
    for (const key of filedUnder(article).keys()) {
      const filed = wanted.get(key);
      if (filed) filed.push(number);
      else wanted.set(key, [number]);
    }
  });
  const faults: string[] = [];
  for (const { kind, id, spellings } of records) {
    for (const written of spellings) {
      const words = queryWords(written);
      // A spelling of signs alone has no words to search for.
      if (words.length === 0) continue;
      const named = (await namingOf(words, files))(words);
      if (!named.some((record) => record.kind === kind && record.id === id))
        faults.push(`“${written}” does not find ${kind}/${id}`);
    }
    const file = await files.record(kind, id);
    const found = new Set(file ? postingOf(file).keys() : []);
    const missed = (wanted.get(`${kind}/${id}`) ?? []).filter((number) => !found.has(number));
    for (const number of missed)
      faults.push(`${kind}/${id} does not find ${articles[number]?.id ?? number}`);
  }
  if (faults.length > 0)
    throw new Error(`Search does not find what it must:\n${faults.slice(0, 50).join('\n')}`);
}
