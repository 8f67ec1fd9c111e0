import { basename, dirname, join } from 'node:path';
import type { ArticleData } from '../../../domain/article/article-data.ts';
import type { Paragraph } from '../../../domain/article/paragraph.ts';
import type { Figure } from '../../../domain/figures/figure.ts';
import { own } from '../../../domain/own.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { RecordFile, Records } from '../../reading/record.ts';
import type { ArchiveStore } from '../../store/archive-store.ts';
import { saidIn, sealedIn } from '../former.ts';
import { type EarlierVersion, earlierVersions } from '../history/version-history.ts';
import {
  type LedgerArticle,
  pathsOf,
  recordSilencesOf,
  type Silence,
  silencesOf,
} from '../ledger.ts';
import type { Ledger, LedgerLine } from '../ledger-files.ts';
import { inheritedLines, leavingsOf } from '../loss/left-path.ts';
import { withheldRecords } from '../loss/lost-path.ts';
import type { Difference } from '../statements/field.ts';
import { changeFaults, type Wording } from './ledger-fault.ts';

/** Looks up the words of articles and records, the present ones and those of the sealed version. */
export interface Words {
  /** The present paragraphs of an article. */
  now: (id: string) => readonly Paragraph[];
  /** The present statements of an article, as a line of the ledger. */
  statements: (id: string) => string;
  /** The data of an article as last built, which may be the sealed version; undefined where they are not kept. */
  before: (id: string) => ArticleData | undefined;
  /** The same for a record, by the path of its file. */
  recordBefore: (path: string) => RecordFile['data'] | undefined;
}

/** The paragraphs in an article's `index.json`. @param data JSON */
export const paragraphsIn = (data: string): readonly Paragraph[] =>
  JSON.parse(data).paragraphs ?? [];

/** Looks up words in the store of an archive without faults. It knows no earlier versions. */
export const wordsIn = (store: ArchiveStore): Words => ({
  now: (id) => paragraphsIn(store.dataOf(id)),
  statements: (id) => store.statementsOf(id),
  before: () => undefined,
  recordBefore: () => undefined,
});

/** What has changed in an archive since it was sealed. */
export interface Changes {
  /** A problem for each change that needs a correction and has none. */
  problems: Problem[];
  /** Changes that need no correction, and are not in the list of changes yet. */
  unlisted: Unlisted[];
}

/** Changes of an article or record that need no correction. */
export interface Unlisted extends Silence {
  /** Its file. */
  path: string;
  /** Its path in the site. */
  at: string;
}

const isRefused = ({ rule }: Difference) => rule === 'refused';

const only = (
  { sealed, changes }: Silence,
  isWanted: (change: Difference) => boolean,
): Silence => ({
  sealed,
  changes: changes.filter(isWanted),
});

/** True where a change needs a correction that is missing. */
export const isSilent = (silences: readonly Silence[]): boolean =>
  silences.some(({ changes }) => changes.some(isRefused));

/** An article's data as an earlier version, to find its old words in. */
function inStore(data: ArticleData): EarlierVersion {
  const parts = new Map(data.paragraphs.map(({ id, text }) => [id, text]));
  return { data, figures: data.figures as Figure[], parts };
}

/** The present words of a field of a medium, or what names the medium in its file. */
function mediumSays(medium: LedgerArticle['entry']['media'][number] | undefined, part: string) {
  const said: unknown = part === '' ? medium?.file : own(medium, part);
  return typeof said === 'string' ? said : '';
}

/** The present words of the field or part that has changed; empty where it is gone. */
function saysNow(
  { entry }: LedgerArticle,
  { field, how, now = [] }: Difference,
  texts: readonly Paragraph[],
): string {
  if (field === 'title') return entry.title ?? '';
  if (field === 'date') return entry.date;
  const figure = entry.figures.find(({ id }) => `f-${id}` === field);
  if (figure) return figure.asStated;
  const [medium = '', part = ''] = field.split('.');
  if (medium.startsWith('m-'))
    return mediumSays(
      entry.media.find(({ id }) => id === medium),
      part,
    );
  if (how === 'moved') return texts.find(({ id }) => id === field)?.text ?? '';
  return now.map((id) => texts.find((text) => text.id === id)?.text ?? '').join(' ');
}

/**
 * Finds the old words of each change, in the given versions first and then in the version history.
 *
 * @param says the present words
 */
async function wordings(
  { sealed, changes }: Silence,
  versions: Iterable<EarlierVersion>,
  file: string,
  says: (change: Difference) => string,
): Promise<Map<Difference, Wording>> {
  const known = sealedIn(sealed.stated);
  const found = new Map(
    changes.map((change): [Difference, Wording] => {
      const was =
        change.field === 'date' ? sealed.path.slice(1, 11).replaceAll('/', '-') : undefined;
      return [change, { was, is: says(change) }];
    }),
  );
  const look = (version: EarlierVersion) => {
    for (const [change, wording] of found) wording.was ??= saidIn(version, change, known);
    return [...found.values()].every(({ was }) => was !== undefined);
  };
  for (const version of versions) if (look(version)) return found;
  for await (const version of earlierVersions(file)) if (look(version)) break;
  return found;
}

function* versionsOf(
  article: LedgerArticle,
  left: readonly LedgerLine[],
  words: Words,
): Generator<EarlierVersion> {
  for (const path of [...pathsOf(article), ...left.map((line) => line.path)]) {
    const last = words.before(path.slice(1, -1));
    // The data of a withdrawn article have no words.
    if (last?.paragraphs) yield inStore(last);
  }
}

/**
 * Compares an archive with its ledger.
 *
 * @param isWanted filters the changes
 */
export async function changesSince(
  ledger: Ledger,
  articles: readonly LedgerArticle[],
  records: Records,
  words: Words,
  isWanted: (change: Difference, sealed: LedgerLine) => boolean = () => true,
): Promise<Changes> {
  const changes: Changes = { problems: [], unlisted: [] };
  const tell = async (
    { path, was, at }: { path: string; was: string; at: string },
    all: Silence,
    versions: Iterable<EarlierVersion>,
    says: (change: Difference) => string,
  ) => {
    const silence = only(all, (change) => isWanted(change, all.sealed));
    const [refused, listed] = [only(silence, isRefused), only(silence, (one) => !isRefused(one))];
    if (listed.changes.length > 0) changes.unlisted.push({ ...listed, path, at });
    if (refused.changes.length === 0) return;
    const found = await wordings(refused, versions, was, says);
    changes.problems.push(...changeFaults(path, refused, found));
  };
  const inherited = inheritedLines(ledger, articles);
  for (const article of articles) {
    const { id, path } = article;
    const left = inherited.get(id) ?? [];
    const said = {
      statements: () => words.statements(id),
      textOf: (part: string) => words.now(id).find((one) => one.id === part)?.text ?? '',
    };
    for (const silence of [
      ...silencesOf(article, ledger, said, left),
      ...leavingsOf(ledger, left),
    ]) {
      const says = (change: Difference) => saysNow(article, change, words.now(id));
      const versions = versionsOf(article, left, words);
      await tell({ path, was: path, at: `/${id}/` }, silence, versions, says);
    }
  }
  for (const record of records.all)
    for (const silence of recordSilencesOf(record, ledger)) {
      const { kind, id, path } = record;
      // The file of a record that was merged into this one is gone, but an earlier version may be known.
      const was = join(dirname(path), `${basename(silence.sealed.path)}.yaml`);
      const data = words.recordBefore(was);
      const versions = data ? [{ data, parts: new Map() }] : [];
      await tell({ path, was, at: `/${kind}/${id}/` }, silence, versions, ({ field }) =>
        field === 'name'
          ? record.data.name
          : field === 'description'
            ? (record.data.description ?? '')
            : '',
      );
    }
  for (const sealed of withheldRecords(ledger, articles, records)) {
    const gone: Difference = { field: 'record', how: 'removed', rule: 'listed' };
    changes.unlisted.push({ sealed, changes: [gone], path: sealed.file, at: sealed.path });
  }
  return changes;
}
