import type { Problem } from '../../../domain/problem.ts';
import { masked } from '../../checks/mask.ts';
import { changesSince } from '../../ledger/check/check.ts';
import { paragraphsIn } from '../../ledger/check/wording.ts';
import type { ArchiveStore } from '../../store/archive-store.ts';
import type { ArticleEntry } from '../../store/article-entry.ts';
import type { StoredArticle } from '../../store/article-pieces.ts';
import { ArchiveError } from '../archive-error.ts';
import { type ReadingOptions, readChanged } from '../changed-articles.ts';
import { recordsOf } from '../record.ts';
import { type Start, startReading } from '../start.ts';
import type { FileToRead } from '../stored-article.ts';

/** A part of an archive, as it was read. */
export interface PartReading {
  articles: { id: string; path: string; entry: ArticleEntry }[];
  /** How many articles had changed since the last reading, and were read. */
  changed: number;
}

const NO_RECORDS = recordsOf([], { people: [], places: [], organisations: [] }, []);

/** Says of articles that were changed in silence what is wrong. */
async function silentFaults(
  silent: ReadonlyMap<string, StoredArticle>,
  files: readonly FileToRead[],
  { ledger }: Start,
): Promise<Problem[]> {
  const changed = files.flatMap(({ id, path }) => {
    const entry = silent.get(id)?.entry;
    return entry ? [{ id, path, entry }] : [];
  });
  const { problems } = await changesSince(ledger, changed, NO_RECORDS, {
    now: (id) => paragraphsIn(silent.get(id)?.data ?? ''),
    statements: (id) => silent.get(id)?.statements ?? '',
    before: () => undefined,
    recordBefore: () => undefined,
  });
  return problems;
}

/**
 * Brings a store up to date with some articles of an archive. It then holds these and no others. What is wrong between
 * articles, and what is lost, shows where all parts come together.
 *
 * @param choose gives the articles of the part
 * @throws ArchiveError with all problems that show here
 */
export async function readPart(
  root: string,
  base: string,
  store: ArchiveStore,
  choose: (all: Start['files']) => readonly FileToRead[],
  options: ReadingOptions,
): Promise<PartReading> {
  const start = startReading(root, store, base);
  const files = choose(start.files);
  const read = await readChanged(files, store, start, options);
  const problems = [
    ...start.problems,
    ...start.records.problems,
    ...read.problems,
    ...start.files.problems,
    ...start.ledger.problems,
    ...(await silentFaults(read.silent, files, start)),
  ];
  const articles = files.flatMap(({ id, path }) => {
    const entry = read.held.get(id)?.entry;
    return entry ? [{ id, path, entry }] : [];
  });
  const withheld = [
    ...articles.flatMap(({ entry }) => entry.withheld),
    ...[...read.faulty.values()].flatMap(({ unsure }) => unsure.withheld),
  ];
  if (problems.length > 0) throw new ArchiveError(masked(problems, withheld));
  store.dropArticles(read.gone);
  return { articles, changed: read.changed };
}
