import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type DaysFile,
  FILED_IN_FILE,
  IDS_IN_FILE,
  MANIFEST_PATH,
  type Manifest,
  RECORDS_IN_FILE,
  SHARDS_PATH,
  SORTS,
  type Sort,
  type SpeltRecord,
  shardName,
} from '../../domain/search/layout.ts';
import { FILTERED_KINDS } from '../../domain/search/state.ts';
import { countedRecords } from './corrections/counted-records.ts';
import { writeNearFiles } from './corrections/near-files.ts';
import { Vocabulary } from './corrections/vocabulary.ts';
import { fileDigest } from './file-digest.ts';
import { type Filed, filedUnder, type IndexedArticle, recordFileOf } from './filing.ts';
import { keepSaid, keptSaid, namesInput, type SaidOfNames } from './kept-names.ts';
import { namesFiles } from './names.ts';
import { postingsFiles } from './postings.ts';
import { proveSearch } from './proof.ts';
import type { SearchFolders } from './search-folders.ts';
import type { IndexedText } from './words/batch.ts';
import { indexedBatches } from './words/indexing.ts';
import { writeWordIndex } from './words/word-index.ts';

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

const inFiles = <T>(all: readonly T[], size: number) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

function daysOf(articles: readonly IndexedArticle[]): DaysFile {
  const days: DaysFile = [];
  articles.forEach(({ date }, number) => {
    if (days.at(-1)?.[0] !== date) days.push([date, number]);
  });
  return days;
}

const gaps = (numbers: readonly number[]) =>
  numbers.map((number, at) => number - (numbers[at - 1] ?? 0));

/**
 * All files of search but the index of words, by their names below `SHARDS_PATH`, and what the manifest says of them:
 * all but the words and the release.
 */
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
  const days = Map.groupBy(daysOf(articles), ([day]) => day.slice(0, 4));
  const ofSort: Record<Sort, readonly unknown[]> = {
    names: names.files,
    postings,
    records: inFiles(named, RECORDS_IN_FILE),
    ids: inFiles(
      articles.map(({ id }) => id),
      IDS_IN_FILE,
    ),
    filed: inFiles(numbers.map(gaps), FILED_IN_FILE),
    days: [...days.values()],
  };
  const texts = SORTS.map(
    (sort) => [sort, ofSort[sort].map((one) => JSON.stringify(one))] as const,
  );
  const digests = { names: '', postings: '', records: '', ids: '', filed: '', days: '' };
  for (const [sort, some] of texts) digests[sort] = some.map(fileDigest).join('');
  const said: SaidOfNames = {
    articles: articles.length,
    records: sizes,
    years: Array.from(days, ([year, [first]]): Manifest['years'][number] => [
      year,
      first?.[1] ?? 0,
    ]),
    names: names.beginnings,
    files: digests,
  };
  const files = new Map<string, string>();
  for (const [sort, some] of texts)
    some.forEach((text, number) => {
      files.set(shardName(said, sort, number) ?? '', text);
    });
  return { files, said };
}

async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** A name that changes when any file of search changes. */
function releaseOf(said: SaidOfNames, articles: readonly IndexedArticle[]) {
  const digest = createHash('sha256').update(JSON.stringify(said));
  for (const { id, digest: text } of articles) digest.update(`${id} ${text}`);
  return digest.digest('hex').slice(0, 12);
}

/**
 * Writes the files of search, and proves that every word and every spelling of every record finds its articles.
 *
 * @param articles published and not withdrawn, in the order of time
 * @param indexed is called with how many more articles had their words indexed
 */
export async function writeSearchFiles(
  records: readonly SpeltRecord[],
  articles: readonly IndexedArticle[],
  textOf: (id: string) => IndexedText,
  folders: SearchFolders,
  indexed: (articles: number) => void,
): Promise<void> {
  const path = SHARDS_PATH.slice(1);
  const input = namesInput(records, articles);
  // Texts may change without the files of names: then these are neither made nor proved again.
  const isKept = folders.keeps(path, input);
  const known = isKept ? keptSaid(folders.cache, input) : undefined;
  const { files, said } = known ? { files: [], said: known } : filesOf(records, articles);
  const release = releaseOf(said, articles);
  const batches = await indexedBatches(articles, textOf, folders, indexed);
  const vocabulary = new Vocabulary();
  const words = await writeWordIndex(batches, articles, folders, (term) =>
    vocabulary.addTerm(term),
  );
  for (const record of countedRecords(records, articles)) vocabulary.addRecord(record);
  const near = await writeNearFiles(vocabulary.meant(articles.length), folders);
  const manifest: Manifest = { release, words, near, ...said };
  await writeText(join(folders.next, MANIFEST_PATH), JSON.stringify(manifest));
  if (isKept) return;
  const folder = join(folders.next, path);
  for (const [name, text] of files) await writeText(join(folder, name), text);
  await proveSearch(manifest, folder, records, articles);
  keepSaid(folders.cache, input, said);
}
