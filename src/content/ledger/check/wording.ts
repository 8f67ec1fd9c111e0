import type { ArticleData } from '../../../domain/article/article-data.ts';
import type { Paragraph } from '../../../domain/article/paragraph.ts';
import type { Figure } from '../../../domain/figures/figure.ts';
import { own } from '../../../domain/own.ts';
import type { RecordFile } from '../../reading/record.ts';
import type { ArchiveStore } from '../../store/archive-store.ts';
import { saidIn, sealedIn } from '../former.ts';
import { type EarlierVersion, earlierVersions } from '../history/version-history.ts';
import { type LedgerArticle, pathsOf, type Silence } from '../ledger.ts';
import type { LedgerLine } from '../ledger-files.ts';
import type { Difference } from '../statements/field.ts';
import type { Wording } from './ledger-fault.ts';

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
export function saysNow(
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
export async function wordings(
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

/** The versions of an article as last built, under its present path and those that it had. */
export function* versionsOf(
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
