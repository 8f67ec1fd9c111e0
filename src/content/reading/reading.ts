import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { codeOf } from '../../dependencies/imports.ts';
import { type Problem, problemReport } from '../../domain/problem.ts';
import { site } from '../../site.ts';
import { siteAddress } from '../../site-address.ts';
import { crossFaults } from '../checks/between-articles.ts';
import { captureFaults, strayCaptures } from '../checks/capture.ts';
import type { FaultyArticle } from '../checks/checked-article.ts';
import { masked } from '../checks/mask.ts';
import { differingMedia, halfWithheldMedia, strayMedia } from '../checks/media/between-articles.ts';
import { alikeNames } from '../checks/media/file-name.ts';
import { settingFaults } from '../checks/settings.ts';
import { archiveFaults, articleFiles } from '../files/article-files.ts';
import { filesBelow } from '../files/files-below.ts';
import { changesSince, isSilent, type Unlisted } from '../ledger/check/check.ts';
import { unlistedFault } from '../ledger/check/ledger-fault.ts';
import { paragraphsIn } from '../ledger/check/wording.ts';
import { recordSilencesOf, silencesOf } from '../ledger/ledger.ts';
import { type Ledger, readLedgerFiles } from '../ledger/ledger-files.ts';
import { lossFaults } from '../ledger/loss/loss-fault.ts';
import { halfwayFaults, sampleLossFault } from '../ledger/sample-fault.ts';
import { mediaDigests } from '../media/media-path.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import type { ArticleEntry } from '../store/article-entry.ts';
import type { StoredArticle } from '../store/article-pieces.ts';
import { saysSpoilt } from '../store/database.ts';
import { readInBatches } from './readers.ts';
import type { Records } from './record.ts';
import { readRecords } from './records.ts';
import { readingDigest, type Terms } from './stored-article.ts';

/** Thrown if the archive's files have faults. The message is the whole report, ready to be printed. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  readonly problems: readonly Problem[];
  /** What could not be looked at, in a sentence; empty where everything was. */
  readonly unchecked: string;
  /** What a build refuses besides, and sealing enters. */
  readonly unlisted: readonly Problem[];
  constructor(
    problems: readonly Problem[],
    { unchecked = '', unlisted = [] }: { unchecked?: string; unlisted?: readonly Problem[] } = {},
  ) {
    super(problemReport(problems, undefined, unchecked));
    this.problems = problems;
    this.unchecked = unchecked;
    this.unlisted = unlisted;
  }
}

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

/** The modules that make articles and records when they are read. If their code changes, all is read again. */
const MAKERS = [
  new URL('./stored-article.ts', import.meta.url),
  new URL('./record.ts', import.meta.url),
];

type Progress = (read: number, all: number) => void;

/** True if an article says something different from what was sealed, and no correction names the change. */
function isChangedInSilence(article: StoredArticle, ledger: Ledger): boolean {
  const textOf = (id: string) =>
    paragraphsIn(article.data).find((paragraph) => paragraph.id === id)?.text ?? '';
  return isSilent(silencesOf(article, ledger, { statements: () => article.statements, textOf }));
}

/** True if a record differs from what was sealed. New records are then not kept, so that the old ones stay known. */
const holdsSilent = (records: Records, ledger: Ledger): boolean =>
  records.all.some((record) => isSilent(recordSilencesOf(record, ledger)));

/**
 * Brings the store up to date with the files below `root`: reads what has changed, and checks everything. If the store
 * was damaged since it was last written, it is emptied and everything is read again.
 *
 * @param base the site's base path
 * @param progress called with how many of the changed articles have been read so far, and how many there are
 * @throws ArchiveError with all problems. What is sound is still kept for the next reading.
 */
export async function readArchive(
  root: string,
  base: string,
  store: ArchiveStore,
  progress: Progress = () => undefined,
): Promise<Reading> {
  try {
    return await readInto(store, root, base, progress);
  } catch (error) {
    if (!saysSpoilt(error)) throw error;
    console.error('What was kept of the last reading was spoilt: all is read again.');
    store.beginAnew();
    return await readInto(store, root, base, progress);
  }
}

async function readInto(
  store: ArchiveStore,
  root: string,
  base: string,
  progress: Progress,
): Promise<Reading> {
  const none = [...archiveFaults(root), ...halfwayFaults(root)];
  if (none.length > 0) throw new ArchiveError(none);
  const unsettled = settingFaults(root);
  // Files in `public` are copied into the site as they are, so they are checked too.
  filesBelow(resolve('public'), unsettled);
  const ledger = readLedgerFiles(root);
  const made = [codeOf(...MAKERS), JSON.stringify(site), siteAddress().href, base];
  const terms: Terms = { code: hash('sha256', made.join('\n')), base };
  store.recognise();
  const last = store.records();
  const records = readRecords(root, { records: last, code: terms.code, files: store.files });
  const known = new Set(last);
  const isChanged =
    known.size !== records.all.length || !records.all.every((one) => known.has(one));
  if (isChanged && !holdsSilent(records, ledger)) store.keepRecords(records.all);
  const { files, captures, beside, problems } = articleFiles(root);
  const paths = new Map(files.map(({ id, path }) => [id, path]));
  const held = new Map<string, Pick<StoredArticle, 'digest' | 'entry'>>();
  const gone: string[] = [];
  for (const { id, digest, entry } of store.articles()) {
    const path = paths.get(id);
    if (path === undefined) gone.push(id);
    else if (
      readingDigest(
        terms,
        store.files.sha256Of(path),
        mediaDigests({ id, path }, entry.media, (file) => store.files.sha256Of(file)),
        entry,
        records,
      ) === digest
    )
      held.set(id, { digest, entry });
  }
  const due = files.filter(({ id }) => !held.has(id));
  const faults: Problem[][] = [];
  const faulty = new Map<string, FaultyArticle>();
  const changedInSilence = new Map<string, StoredArticle>();
  let read = 0;
  for await (const batch of readInBatches(due, records, terms)) {
    // An article that was changed without a correction is not stored. So the store still has what was published.
    const silent = batch.set.filter((article) => isChangedInSilence(article, ledger));
    for (const article of silent) changedInSilence.set(article.id, article);
    store.putArticles(batch.set.filter(({ id }) => !changedInSilence.has(id)));
    for (const [path, file] of batch.seen) store.files.see(path, file);
    for (const { id, digest, entry } of batch.set) held.set(id, { digest, entry });
    faults[batch.first] = batch.problems;
    for (const article of batch.faulty) faulty.set(article.id, article);
    read += batch.set.length;
    progress(read, due.length);
  }
  store.files.keep();
  // Problems are in the order of the files, whichever file was read first.
  problems.unshift(...unsettled, ...records.problems, ...faults.flat());
  problems.push(...ledger.problems);
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
    now: (id: string) => paragraphsIn(changedInSilence.get(id)?.data ?? store.dataOf(id)),
    statements: (id: string) => changedInSilence.get(id)?.statements ?? store.statementsOf(id),
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
  return { records, articles, ledger, unlisted: changes.unlisted, changed: due.length };
}
