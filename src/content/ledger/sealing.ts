import type { ListedChange } from '../../domain/article/change.ts';
import { articlePath, recordPath } from '../../domain/url.ts';
import type { Reading } from '../reading/reading.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import { listedHow } from './differences/difference.ts';
import { isFirstForm } from './first-form.ts';
import { pathsOf, recordPathsOf } from './ledger.ts';
import type { NewLedger } from './ledger-files.ts';
import type { SealedPath } from './lines.ts';
import { inheritedLines } from './loss/left-path.ts';
import { recordStatements } from './statements/record-statements.ts';
import { readStatements, statementsText } from './statements/statement.ts';

/** A sealed path that leads to another one now, as that states. */
interface MovedPath {
  from: string;
  to: string;
  /** True where what is stated there has changed too, and not only the path. */
  isChanged: boolean;
}

/** What a sealing changes in the ledger, and the new ledger. */
export interface Sealing {
  /** Paths that are published and were not sealed yet. */
  added: SealedPath[];
  /** Sealed paths whose statements have changed since; `isCorrected` where a correction tells of it. */
  renewed: (SealedPath & { isCorrected: boolean })[];
  /** Sealed paths that lead to an article or record now which has another path. */
  moved: MovedPath[];
  /** How many lines are converted from the first format. */
  broughtUp: number;
  /** What is entered in the list of changes. */
  listed: ListedChange[];
  /** The complete new ledger. */
  ledger: NewLedger;
}

const TOLD = new Set(['date', 'formerly', 'withdrawn']);

const PLACE = new Set(['date', 'formerly']);

/** Statements but for those that say at which path they are made. */
const withoutPlace = (stated: string): string =>
  statementsText((readStatements(stated) ?? []).filter(({ field }) => !PLACE.has(field)));

/** True where a correction was made since. */
function tellsMore(known: string, stated: string): boolean {
  const told = (one: string) =>
    (readStatements(one) ?? []).filter(({ field }) => field.startsWith('~'));
  return told(stated).length > told(known).length;
}

/** Keeps the sealed statements of a withdrawn text: if it is shown again, it must be as it was. */
function ofWithdrawn(known: string, stated: string): string {
  if (known !== '' && isFirstForm(known)) return known;
  const kept = (readStatements(known) ?? []).filter(({ field }) => !TOLD.has(field));
  return statementsText([...(readStatements(stated) ?? []), ...kept]);
}

/**
 * What has to be sealed in an archive without problems.
 *
 * @param store has the statements of each article
 * @param today the day of the sealing
 */
export function sealingOf(
  { articles, records, ledger, unlisted }: Reading,
  store: Pick<ArchiveStore, 'statementsOf'>,
  today: string,
): Sealing {
  const all = new Map<string, SealedPath>(
    [...ledger.lines].map(([path, { date, stated }]) => [path, { path, date, stated }]),
  );
  const added: SealedPath[] = [];
  const renewed: Sealing['renewed'] = [];
  const moved: MovedPath[] = [];
  let broughtUp = 0;
  const seal = (path: string, stated: string) => {
    const known = all.get(path);
    const sealed = { path, date: known?.date ?? today, stated };
    if (!known) added.push(sealed);
    else if (isFirstForm(known.stated) && !isFirstForm(stated)) broughtUp += 1;
    else if (known.stated !== stated)
      renewed.push({ ...sealed, isCorrected: tellsMore(known.stated, stated) });
    all.set(path, sealed);
  };
  const sealAll = (own: string, paths: readonly string[], stated: string) => {
    const published = paths.filter((path) => ledger.lines.has(path));
    if (!ledger.lines.has(own))
      for (const from of published) {
        const known = ledger.lines.get(from)?.stated ?? '';
        moved.push({ from, to: own, isChanged: withoutPlace(known) !== withoutPlace(stated) });
      }
    for (const path of new Set([own, ...published])) seal(path, stated);
  };
  const inherited = inheritedLines(ledger, articles);
  for (const article of articles) {
    const { id, entry } = article;
    if (entry.draft) continue;
    const stated = store.statementsOf(id);
    const left = (inherited.get(id) ?? []).map(({ path }) => path);
    const paths = [...pathsOf(article), ...left];
    const known = paths.map((path) => all.get(path)?.stated).find((one) => one !== undefined) ?? '';
    sealAll(articlePath(id), paths, entry.withdrawn ? ofWithdrawn(known, stated) : stated);
  }
  for (const record of records.all) {
    const stated = statementsText(recordStatements(record.data));
    sealAll(recordPath(record.kind, record.id), recordPathsOf(record), stated);
  }
  const listed = unlisted.flatMap(({ at, changes }) =>
    changes.map(
      ({ field, how, value }): ListedChange => ({
        ...{ date: today, path: at, field, how: listedHow(how) },
        ...(value !== undefined && { value }),
      }),
    ),
  );
  const changes = [...ledger.changes, ...listed];
  return {
    ...{ added, renewed, moved, broughtUp, listed },
    ledger: { sealed: [...all.values()], changes, last: ledger.head },
  };
}
