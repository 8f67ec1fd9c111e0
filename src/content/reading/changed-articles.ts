import type { Problem } from '../../domain/problem.ts';
import type { FaultyArticle } from '../checks/checked-article.ts';
import { isSilent } from '../ledger/check/check.ts';
import { paragraphsIn } from '../ledger/check/wording.ts';
import { silencesOf } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger-files.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import type { HeldArticle, StoredArticle } from '../store/article-pieces.ts';
import { heldOf } from './held-articles.ts';
import { takeParts } from './parts/part-taking.ts';
import { readInBatches } from './readers.ts';
import type { Start } from './start.ts';
import type { FileToRead } from './stored-article.ts';

/** How articles are read. */
export interface ReadingOptions {
  /** Is told how many of the changed articles have been read so far, and how many there are. */
  progress?: (read: number, all: number) => void;
  /** The stores of parts that others have read: files that `writePart` has written. */
  parts?: readonly string[];
  /** Whether these must have every article, as it is now. */
  isJoined?: boolean;
}

/** Thrown if articles are in none of the parts as they are now. */
export class UnreadArticles extends Error {
  override name = 'UnreadArticles';
  readonly ids: readonly string[];
  constructor(ids: readonly string[]) {
    super(`${ids.length} articles are in no part as they are now.`);
    this.ids = ids;
  }
}

/** What is known of articles once those that have changed are read. */
export interface ReadArticles {
  /** Those without faults, by id. */
  held: Map<string, HeldArticle>;
  /** Those with faults, by id. */
  faulty: Map<string, FaultyArticle>;
  /** Those that say something different from what was sealed, and no correction names the change, by id. */
  silent: Map<string, StoredArticle>;
  /** The ids of articles that the store has and that are there no more. */
  gone: string[];
  /** How many had changed, and were read. */
  changed: number;
  problems: Problem[];
}

/** True if an article says something different from what was sealed, and no correction names the change. */
function isChangedInSilence(article: StoredArticle, ledger: Ledger): boolean {
  const textOf = (id: string) =>
    paragraphsIn(article.data).find((paragraph) => paragraph.id === id)?.text ?? '';
  return isSilent(silencesOf(article, ledger, { statements: () => article.statements, textOf }));
}

/**
 * Reads those of the articles that have changed, and puts what is sound of them into the store. One that was changed in
 * silence is not put in, so that the store still has what was published.
 */
export async function readChanged(
  files: readonly FileToRead[],
  store: ArchiveStore,
  start: Start,
  { progress = () => undefined, parts = [], isJoined = false }: ReadingOptions,
): Promise<ReadArticles> {
  const sha256Of = (path: string) => store.files.sha256Of(path);
  const { held, gone } = heldOf(files, store.articles(), sha256Of, start);
  const inNone = takeParts(parts, files, store, start, held);
  // What an earlier build left here is no part: whether a site can be joined does not depend on the machine.
  if (isJoined && inNone.length > 0) throw new UnreadArticles(inNone.map(({ id }) => id));
  const due = files.filter(({ id }) => !held.has(id));
  const problems: Problem[][] = [];
  const faulty = new Map<string, FaultyArticle>();
  const silent = new Map<string, StoredArticle>();
  let read = 0;
  for await (const batch of readInBatches(due, start.records, start.terms)) {
    for (const article of batch.set)
      if (isChangedInSilence(article, start.ledger)) silent.set(article.id, article);
    store.putArticles(batch.set.filter(({ id }) => !silent.has(id)));
    for (const [path, file] of batch.seen) store.files.see(path, file);
    for (const { id, digest, entry } of batch.set) held.set(id, { digest, entry });
    problems[batch.first] = batch.problems;
    for (const article of batch.faulty) faulty.set(article.id, article);
    read += batch.set.length;
    progress(read, due.length);
  }
  store.files.keep();
  // Problems are in the order of the files, whichever file was read first.
  return { held, faulty, silent, gone, changed: due.length, problems: problems.flat() };
}
