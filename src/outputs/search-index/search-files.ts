import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  DAYS_FILE,
  type DaysFile,
  FILED_IN_FILE,
  filedFile,
  IDS_IN_FILE,
  idsFile,
  MANIFEST_PATH,
  type Manifest,
  RECORDS_IN_FILE,
  recordsFile,
  releasePath,
  type SpeltRecord,
} from '../../domain/search/layout.ts';
import { FILTERED_KINDS } from '../../domain/search/state.ts';
import { type Filed, filedUnder, type IndexedArticle, recordFileOf } from './filing.ts';
import { namesFiles } from './names.ts';
import { postingsFiles } from './postings.ts';
import { proveSearch } from './proof.ts';
import { type SearchFolders, writeShards } from './shards.ts';
import type { IndexedText } from './words.ts';

const keyOf = ({ kind, id }: Pick<SpeltRecord, 'kind' | 'id'>) => `${kind}/${id}`;

/** The records in the order of their numbers, each with its articles. */
function filedRecords(
  records: readonly SpeltRecord[],
  articles: readonly IndexedArticle[],
): (Filed & { spelt: SpeltRecord })[] {
  const postings = new Map(records.map((record) => [keyOf(record), new Map<number, number>()]));
  articles.forEach((article, number) => {
    for (const [key, mentions] of filedUnder(article)) postings.get(key)?.set(number, mentions);
  });
  const filed = records.map((spelt) => {
    const { spellings: _, formerly: __, ...record } = spelt;
    const posting = postings.get(keyOf(spelt)) ?? new Map();
    return { spelt, record: { ...record, count: posting.size }, posting };
  });
  return FILTERED_KINDS.flatMap((kind) =>
    filed
      .filter(({ record }) => record.kind === kind)
      .toSorted((a, b) => b.record.count - a.record.count || (a.record.id < b.record.id ? -1 : 1)),
  );
}

const inFiles = <T>(all: readonly T[], size: number, file: (index: number) => string) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index): [string, T[]] => [
    file(index),
    all.slice(index * size, (index + 1) * size),
  ]);

function daysOf(articles: readonly IndexedArticle[]): DaysFile {
  const days: DaysFile = [];
  articles.forEach(({ date }, number) => {
    if (days.at(-1)?.[0] !== date) days.push([date, number]);
  });
  return days;
}

const gaps = (numbers: readonly number[]) =>
  numbers.map((number, at) => number - (numbers[at - 1] ?? 0));

/** All files of search but the index of words, by their paths in the release's folder, and what the manifest needs. */
export function filesOf(records: readonly SpeltRecord[], articles: readonly IndexedArticle[]) {
  const filed = filedRecords(records, articles);
  const named = filed.map(({ record }) => record);
  const numbers = articles.map((): number[] => []);
  filed.forEach(({ posting }, number) => {
    for (const article of posting.keys()) numbers[article]?.push(number);
  });
  const count = (kind: string) => named.filter((record) => record.kind === kind).length;
  const sizes: Manifest['records'] = {
    people: count('people'),
    places: count('places'),
    organisations: count('organisations'),
  };
  const names = namesFiles(filed.map(({ spelt, record }) => [spelt, record]));
  const postings = postingsFiles(
    filed.map((one) => [one.spelt, recordFileOf(one, articles, numbers, named, sizes)]),
  );
  const files = new Map<string, unknown>([
    ...names.files,
    ...postings.files,
    ...inFiles(named, RECORDS_IN_FILE, recordsFile),
    ...inFiles(
      articles.map(({ id }) => id),
      IDS_IN_FILE,
      idsFile,
    ),
    ...inFiles(numbers.map(gaps), FILED_IN_FILE, filedFile),
    [DAYS_FILE, daysOf(articles)],
  ]);
  return { files, sizes, beginnings: names.beginnings, postings: postings.count };
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(value));
}

/** A name that changes when any file of search changes. */
function releaseOf(
  files: ReadonlyMap<string, unknown>,
  articles: readonly IndexedArticle[],
): string {
  const hash = createHash('sha256');
  for (const [path, value] of files) hash.update(path).update(JSON.stringify(value));
  for (const { id, digest } of articles) hash.update(`${id} ${digest}`);
  return hash.digest('hex').slice(0, 12);
}

/**
 * Writes the files of search, and proves that every spelling of every record finds its articles.
 *
 * @param articles published and not withdrawn, in the order of time
 * @param indexed is called for each article whose words have been indexed
 */
export async function writeSearchFiles(
  records: readonly SpeltRecord[],
  articles: readonly IndexedArticle[],
  textOf: (id: string) => IndexedText,
  folders: SearchFolders,
  indexed: () => void,
): Promise<void> {
  const { files, sizes, beginnings, postings } = filesOf(records, articles);
  const release = releaseOf(files, articles);
  const path = releasePath(release).slice(1);
  const words = await writeShards(articles, textOf, folders, indexed);
  const manifest: Manifest = {
    release,
    articles: articles.length,
    records: sizes,
    words,
    names: beginnings,
    postings,
  };
  await writeJson(join(folders.next, MANIFEST_PATH), manifest);
  if (folders.keeps('names', path, release)) return;
  const folder = join(folders.next, path);
  for (const [file, value] of files) await writeJson(join(folder, file), value);
  await proveSearch(manifest, folder, records, articles);
}
