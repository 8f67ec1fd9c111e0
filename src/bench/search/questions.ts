import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  MANIFEST_PATH,
  type Manifest,
  type NamedRecord,
  SHARDS_PATH,
  shardName,
} from '../../domain/search/layout.ts';
import { publishedArticles } from '../../outputs/search-index/published.ts';

/** What the benchmark searches for: names of the archive, and common and rare words of its texts. */
export interface Questions {
  names: NamedRecord[];
  words: string[];
}

/** Takes at most `count` items of a list, at even distances. */
function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, list.length / count);
  const taken: T[] = [];
  for (let at = 0; at < list.length && taken.length < count; at += step)
    taken.push(list[Math.floor(at)] as T);
  return taken;
}

/** Chooses the questions for a built archive. The same archive always gives the same ones. */
export async function questionsFor(dist: string, count: number): Promise<Questions> {
  const read = async (path: string) => JSON.parse(await readFile(join(dist, path), 'utf8'));
  const manifest: Manifest = await read(MANIFEST_PATH);
  const { records } = manifest;
  const all = records.people + records.places + records.organisations;
  const named: NamedRecord[] = [];
  for (let file = 0; named.length < all; file++)
    named.push(...(await read(`${SHARDS_PATH}${shardName(manifest, 'records', file)}`)));
  const frequent = named.filter((record) => record.count > 0).toSorted((a, b) => b.count - a.count);
  const counts = new Map<string, number>();
  for (const { paragraphs } of await publishedArticles(dist)) {
    const words = paragraphs.flatMap(
      ({ text }) => text.match(/(?<![\p{L}\p{N}])[a-z]{4,12}(?![\p{L}\p{N}])/gu) ?? [],
    );
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts]
    .filter(([, texts]) => texts > 1)
    .toSorted(([a, texts], [b, others]) => others - texts || (a < b ? -1 : 1))
    .map(([word]) => word);
  // Half of them are common words, since those are the slow ones.
  const half = Math.ceil(count / 2);
  return {
    names: spread(frequent, count),
    words: [...spread(words.slice(0, 500), half), ...spread(words.slice(500), count - half)],
  };
}
