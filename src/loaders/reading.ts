import { type Problem, problemReport } from '../archive/problem.ts';
import { articleFiles } from './article-files.ts';
import { crossFaults } from './crossing.ts';
import type { ArticleEntry } from './entry.ts';
import type { Galley } from './galley.ts';
import { readInBatches } from './readers.ts';
import { type Records, readRecords } from './record.ts';
import { readingDigest, sourceDigest } from './setting.ts';

/** Thrown when the archive's files are wrong; the message is the whole report, fit to be printed as it is. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problemReport(problems));
    this.problems = problems;
  }
}

/** An archive that was read, and is sound. */
export interface Reading {
  records: Records;
  /** Every article with its file. */
  articles: { id: string; path: string; entry: ArticleEntry }[];
  /** How many articles had changed since the last reading, and were read. */
  changed: number;
}

/**
 * Brings the galley up to date with the files below `root`: reads what has changed, and checks everything.
 *
 * @param base the site's base path
 * @param progress told how many of the changed articles have been read
 * @throws ArchiveError with all that is wrong; what is sound is kept for the next reading
 */
export async function readArchive(
  root: string,
  base: string,
  galley: Galley,
  progress: (read: number, all: number) => void = () => undefined,
): Promise<Reading> {
  const records = readRecords(root, galley.records());
  galley.keepRecords(records.all);
  const { files, problems } = articleFiles(root);
  const paths = new Map(files.map(({ id, path }) => [id, path]));
  const entries = new Map<string, ArticleEntry>();
  const gone: string[] = [];
  for (const { id, digest, entry } of galley.articles()) {
    const path = paths.get(id);
    if (path === undefined) gone.push(id);
    else if (readingDigest(sourceDigest(path, base), entry, records) === digest)
      entries.set(id, entry);
  }
  const due = files.filter(({ id }) => !entries.has(id));
  galley.dropArticles(gone);
  const faults: Problem[][] = [];
  let read = 0;
  for await (const batch of readInBatches(due, records, base)) {
    galley.putArticles(batch.set);
    for (const { id, entry } of batch.set) entries.set(id, entry);
    faults[batch.first] = batch.problems;
    read += batch.set.length;
    progress(read, due.length);
  }
  // In the order of the files, whichever was read first.
  problems.unshift(...records.problems, ...faults.flat());
  const articles = files.flatMap(({ id, path }) => {
    const entry = entries.get(id);
    return entry ? [{ id, path, entry }] : [];
  });
  // A link to an article that could not be read would be called dead, and is not.
  if (faults.flat().length === 0) problems.push(...crossFaults(articles, records));
  if (problems.length > 0) throw new ArchiveError(problems);
  return { records, articles, changed: due.length };
}
