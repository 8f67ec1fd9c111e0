import type { Article } from '../../domain/article/article.ts';
import type { Correction } from '../../domain/article/correction.ts';
import { paragraphId } from '../../domain/article/paragraph.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { correctedBy, hunksOf, newParts } from './differences/hunk.ts';
import { canonical } from './statements/canonical.ts';
import type { Difference } from './statements/field.ts';

/**
 * The first format of the ledger. It has marks of forty bits for text, headline and figures, and nothing for other
 * fields; only these can be compared. The next sealing converts it to the present format.
 */

/** What an article said when it was last sealed. */
export interface SealedText {
  /** SHA-256 of its text, in hexadecimal: of each paragraph in NFC, ended by a line feed. */
  sha256: string;
  /** The mark of its headline, or `none`. */
  title: string;
  /** The mark of each figure, by its id. */
  figures: ReadonlyMap<string, string>;
  /** The ids of its paragraphs, in order. */
  paragraphs: string[];
  /** What its corrections named at that time, in their order. None of these may go. */
  corrected: string[];
}

/** The same for an article as it is now. */
export type PresentText = Omit<SealedText, 'corrected'>;

const TEXT =
  /^sha256:(?<sha256>[0-9a-f]{64}) title:(?<title>[a-z2-7]{8}|none)(?<figures>(?: f-[a-z0-9-]+:[a-z2-7]{8})*)(?<paragraphs>(?: p-[a-z2-7]{8}(?:-\d+)?)*)(?<corrected>(?: ~(?:[pf]-[a-z0-9-]+|title))*)$/;

/** True for the statements of a line in this format; they are empty for records and for articles sealed as withdrawn. */
export const isFirstForm = (stated: string): boolean => stated === '' || TEXT.test(stated);

const words = (text = '') => text.split(' ').filter((word) => word !== '');

/** Reads the statements of a line in this format; undefined where they are empty or in another format. */
export function sealedText(stated: string): SealedText | undefined {
  const { sha256, title, figures, paragraphs, corrected } = TEXT.exec(stated)?.groups ?? {};
  if (sha256 === undefined || title === undefined) return undefined;
  const marks = words(figures).map((word) => word.slice(2).split(':') as [string, string]);
  return {
    ...{ sha256, title, figures: new Map(marks), paragraphs: words(paragraphs) },
    corrected: words(corrected).map((word) => word.slice(1)),
  };
}

/** The mark of some words: the eight characters that would be a paragraph's id. */
export const markOf = (said: string): string => paragraphId(said).slice('p-'.length);

/** The mark of a figure, made of all its fields in any order, without the paragraph that its words are in. */
export const figureMark = (figure: Figure & { paragraph?: string | undefined }): string =>
  markOf(canonical({ ...figure, paragraph: undefined }));

/** An article as it is now, for comparison. */
export function presentText(
  article: Pick<Article, 'title' | 'figures'>,
  paragraphs: string[],
  sha256: string,
): PresentText {
  const title = article.title === undefined ? 'none' : markOf(article.title);
  const figures = new Map(article.figures.map((one) => [one.id, figureMark(one)]));
  return { sha256, title, figures, paragraphs };
}

const refused = (field: string, how: Difference['how'], now: string[] = []): Difference => ({
  ...{ field, how, rule: 'refused' },
  now,
});

/**
 * Changes since an article was sealed that no correction explains. Each correction counts once: a change after the next
 * sealing needs another.
 *
 * @param now the article as it is now
 * @param textOf the words of a present paragraph, by its id
 */
export function firstFormDifferences(
  { path, stated }: { path: string; stated: string },
  now: { date: string; text: PresentText },
  corrections: readonly Correction[],
  textOf: (paragraph: string) => string,
): Difference[] {
  const changes: Difference[] = [];
  const isDated = corrections.some(({ was }) => was === 'date');
  if (path.slice(1, 11) !== now.date.replaceAll('-', '/') && !isDated)
    changes.push(refused('date', 'changed'));
  const text = sealedText(stated);
  if (!text) return changes;
  const open = corrections.flatMap(({ was }) => (was === undefined ? [] : [was]));
  const takes = (what: string) => {
    const at = open.indexOf(what);
    if (at >= 0) open.splice(at, 1);
    return at >= 0;
  };
  for (const what of text.corrected) if (!takes(what)) changes.push(refused(what, 'dropped'));
  const quotes = ({ was, text: said = '' }: Correction) =>
    was === 'title' && (text.title === 'none' || markOf(said) === text.title);
  const isTitled = corrections.some((one) => one.added === 'title' || quotes(one));
  if (text.title !== now.text.title && !(isTitled && (takes('title') || text.title === 'none')))
    changes.push(refused('title', 'changed'));
  for (const [id, mark] of text.figures) {
    const present = now.text.figures.get(id);
    if (present !== mark && !takes(`f-${id}`))
      changes.push(refused(`f-${id}`, present ? 'changed' : 'removed'));
  }
  const isSame = text.paragraphs.join() === now.text.paragraphs.join();
  // An id has only 40 bits of a digest, so other words for it can be found on purpose.
  if (isSame && text.sha256 !== now.text.sha256) changes.push(refused('text', 'changed'));
  const stays = new Set(text.paragraphs);
  const named = new Set(corrections.map(({ added }) => added));
  for (const { removed, added } of hunksOf(text.paragraphs, now.text.paragraphs)) {
    const silent = removed.filter((what) => !takes(what));
    for (const what of silent) {
      const isMoved = now.text.paragraphs.includes(what);
      const how = isMoved ? 'moved' : added.length > 0 ? 'changed' : 'removed';
      changes.push(refused(what, how, added));
    }
    if (silent.length > 0) continue;
    const fresh = added.filter((id) => !stays.has(id) && !named.has(id));
    // A part that was only moved has not become another.
    const gone = removed.filter((id) => !now.text.paragraphs.includes(id));
    const corrected = gone.map((id) => correctedBy(corrections, id));
    for (const id of newParts(corrected, fresh, textOf)) changes.push(refused(id, 'added', [id]));
  }
  return changes;
}
