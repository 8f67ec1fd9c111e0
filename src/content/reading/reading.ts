import { crossFaults } from '../checks/between-articles.ts';
import { captureFaults, strayCaptures } from '../checks/capture.ts';
import { masked } from '../checks/mask.ts';
import { differingMedia, halfWithheldMedia, strayMedia } from '../checks/media/between-articles.ts';
import { alikeNames } from '../checks/media/file-name.ts';
import { changesSince, isSilent, type Unlisted } from '../ledger/check/check.ts';
import { unlistedFault } from '../ledger/check/ledger-fault.ts';
import { paragraphsIn } from '../ledger/check/wording.ts';
import { recordSilencesOf } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger-files.ts';
import { lossFaults } from '../ledger/loss/loss-fault.ts';
import { sampleLossFault } from '../ledger/sample-fault.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import type { ArticleEntry } from '../store/article-entry.ts';
import { saysSpoilt } from '../store/database.ts';
import { ArchiveError } from './archive-error.ts';
import { type ReadingOptions, readChanged } from './changed-articles.ts';
import type { Records } from './record.ts';
import { startReading } from './start.ts';

const UNCHECKED =
  'What has a problem is not compared with what was published, and lost addresses are not looked for, before it is mended: more may be told then.';

/** A sound archive, as it was read. */
export interface Reading {
  records: Records;
  /** Every article with its file. */
  articles: { id: string; path: string; entry: ArticleEntry }[];
  ledger: Ledger;
  /** What has changed since the archive was sealed and is not yet in the list of changes. */
  unlisted: Unlisted[];
  /** How many articles had changed since the last reading, and were read. */
  changed: number;
}

/** True if a record differs from what was sealed. New records are then not kept, so that the old ones stay known. */
const holdsSilent = (records: Records, ledger: Ledger): boolean =>
  records.all.some((record) => isSilent(recordSilencesOf(record, ledger)));

/**
 * Brings the store up to date with the files below `root`: reads what has changed, and checks everything. If the store
 * was damaged since it was last written, it is emptied and everything is read again.
 *
 * @param base the site's base path
 * @throws ArchiveError with all problems. What is sound is still kept for the next reading.
 * @throws UnreadArticles if it is put together of parts, and they have not all
 */
export async function readArchive(
  root: string,
  base: string,
  store: ArchiveStore,
  options: ReadingOptions = {},
): Promise<Reading> {
  try {
    return await readInto(store, root, base, options);
  } catch (error) {
    if (!saysSpoilt(error)) throw error;
    console.error('What was kept of the last reading was spoilt: all is read again.');
    store.beginAnew();
    return await readInto(store, root, base, options);
  }
}

async function readInto(
  store: ArchiveStore,
  root: string,
  base: string,
  options: ReadingOptions,
): Promise<Reading> {
  const start = startReading(root, store, base);
  const { ledger, records, last } = start;
  const known = new Set(last);
  const isChanged =
    known.size !== records.all.length || !records.all.every((one) => known.has(one));
  if (isChanged && !holdsSilent(records, ledger)) store.keepRecords(records.all);
  const { files, captures, beside } = start.files;
  const { held, faulty, silent, gone, changed, ...read } = await readChanged(
    files,
    store,
    start,
    options,
  );
  const problems = [
    ...start.problems,
    ...records.problems,
    ...read.problems,
    ...start.files.problems,
    ...ledger.problems,
  ];
  const isKnown = problems.length === 0;
  const articles = files.flatMap(({ id, path }) => {
    const entry = held.get(id)?.entry;
    return entry ? [{ id, path, entry }] : [];
  });
  const present = new Map(articles.map((article) => [article.id, article]));
  const all = files.flatMap(({ id }) => present.get(id) ?? faulty.get(id) ?? []);
  problems.push(
    ...crossFaults(all, records),
    ...captureFaults(articles),
    ...halfWithheldMedia(all),
    ...differingMedia(all),
    ...alikeNames(all),
    ...strayMedia(root, beside, all),
  );
  // Where an article has a fault, what it states is not known.
  if (faulty.size === 0) problems.push(...strayCaptures(captures, articles));
  const kept = new Map(last.map((record) => [record.path, record.data]));
  const words = {
    now: (id: string) => paragraphsIn(silent.get(id)?.data ?? store.dataOf(id)),
    statements: (id: string) => silent.get(id)?.statements ?? store.statementsOf(id),
    before: (id: string) => store.findData(id),
    recordBefore: (path: string) => kept.get(path),
  };
  // Losses are looked for only where all files could be read: a faulty one has not lost its path.
  const lost = isKnown ? lossFaults(ledger, articles, records) : [];
  const sample = lost.length > 0 ? sampleLossFault(root) : undefined;
  const changes = await changesSince(ledger, articles, records, words);
  problems.push(...changes.problems, ...(sample ? [sample] : lost));
  const withheld = [
    ...articles.flatMap(({ entry }) => entry.withheld),
    ...[...faulty.values()].flatMap(({ unsure }) => unsure.withheld),
  ];
  if (problems.length > 0)
    throw new ArchiveError(masked(problems, withheld), {
      unchecked: isKnown || ledger.lines.size === 0 ? '' : UNCHECKED,
      unlisted: masked(
        changes.unlisted.map((one) => unlistedFault(one.path, one)),
        withheld,
      ),
    });
  if (gone.length > 0) store.dropArticles(gone);
  store.prove(held, records.all);
  return { records, articles, ledger, unlisted: changes.unlisted, changed };
}
