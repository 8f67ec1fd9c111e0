import { diffArrays } from 'diff';
import type { Article } from './article.ts';
import type { Correction } from './correction.ts';
import type { Figure } from './figure.ts';
import type { SealedPath, SealedText } from './ledger.ts';
import { shareIn } from './likeness.ts';
import { paragraphId } from './paragraph.ts';

/** What an article says now, in the terms of the ledger. */
export type PublishedText = Omit<SealedText, 'corrected'>;

/** A change to what was sealed that no correction names. */
export interface SilentChange {
  /** Id of a paragraph or a figure, `title`, `date` or `text`; of a paragraph that was added its new id. */
  what: string;
  /** `dropped` is a correction that is gone. */
  how: 'changed' | 'removed' | 'moved' | 'added' | 'dropped';
  /** The ids of the paragraphs that stand in its place. */
  now: string[];
}

/** The mark of some words in the ledger: the eight characters that would be a paragraph's id. */
export const markOf = (words: string): string => paragraphId(words).slice('p-'.length);

// What is not known is as good as not said: a field that a later version of the archive adds changes no mark.
const isStated = ([, value]: [string, unknown]) => value !== undefined && value !== 'unknown';

/** A value as one text, in whatever order its fields stand. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(isStated)
    .map(([key, inner]) => `${key}:${canonical(inner)}`);
  return `{${fields.toSorted().join()}}`;
}

/** The mark of a figure: of all its fields, in whatever order they stand; where its words stand is no field. */
export const figureMark = (figure: Figure & { paragraph?: string | undefined }): string =>
  markOf(canonical({ ...figure, paragraph: undefined }));

/** What an article says, in the terms of the ledger. */
export function publishedText(
  article: Pick<Article, 'title' | 'figures'>,
  paragraphs: string[],
  sha256: string,
): PublishedText {
  const title = article.title === undefined ? 'none' : markOf(article.title);
  const figures = Object.fromEntries(article.figures.map((one) => [one.id, figureMark(one)]));
  return { sha256, title, figures, paragraphs };
}

/** What the corrections of an article name that was published, each as often as they do. */
export const namedBy = (corrections: readonly Correction[]): string[] =>
  corrections.flatMap(({ was }) => (was === undefined || was === 'date' ? [] : [was]));

/** So much of a paragraph is in the words that were corrected where it is one of the parts that these became. */
const MADE_OF = 0.3;

/** The runs of paragraphs in which two versions of a text differ. */
function hunks(sealed: readonly string[], now: readonly string[]) {
  const found: { removed: string[]; added: string[] }[] = [];
  let open = false;
  for (const { value, added, removed } of diffArrays([...sealed], [...now])) {
    if ((added || removed) && !open) found.push({ removed: [], added: [] });
    open = added || removed;
    if (added) found.at(-1)?.added.push(...value);
    if (removed) found.at(-1)?.removed.push(...value);
  }
  return found;
}

/**
 * What has changed since an article was sealed and no correction names. A correction counts once: what changes again
 * after the next sealing needs another.
 *
 * @param now what it says, and its date
 * @param textOf the words of a present paragraph, by its id
 */
export function silentChanges(
  { path, text }: SealedPath,
  now: { date: string; text: PublishedText },
  corrections: readonly Correction[],
  textOf: (paragraph: string) => string,
): SilentChange[] {
  const changes: SilentChange[] = [];
  const isDated = corrections.some(({ was }) => was === 'date');
  if (path.slice(1, 11) !== now.date.replaceAll('-', '/') && !isDated)
    changes.push({ what: 'date', how: 'changed', now: [] });
  if (!text) return changes;
  const open = namedBy(corrections);
  const takes = (what: string) => {
    const at = open.indexOf(what);
    if (at >= 0) open.splice(at, 1);
    return at >= 0;
  };
  for (const what of text.corrected)
    if (!takes(what)) changes.push({ what, how: 'dropped', now: [] });
  const quotes = ({ was, text: said = '' }: Correction) =>
    was === 'title' && (text.title === 'none' || markOf(said) === text.title);
  if (text.title !== now.text.title && !(corrections.some(quotes) && takes('title')))
    changes.push({ what: 'title', how: 'changed', now: [] });
  for (const [id, mark] of Object.entries(text.figures)) {
    const present = now.text.figures[id];
    if (present !== mark && !takes(`f-${id}`))
      changes.push({ what: `f-${id}`, how: present ? 'changed' : 'removed', now: [] });
  }
  const isSame = text.paragraphs.join() === now.text.paragraphs.join();
  // An id is made of forty bits of a digest: whoever wants to can find other words for it.
  if (isSame && text.sha256 !== now.text.sha256)
    changes.push({ what: 'text', how: 'changed', now: [] });
  const stays = new Set(text.paragraphs);
  const named = new Set(corrections.map(({ added }) => added));
  const said = corrections.map((correction) => correction.text ?? '').join('\n');
  for (const { removed, added } of hunks(text.paragraphs, now.text.paragraphs)) {
    const silent = removed.filter((what) => !takes(what));
    for (const what of silent) {
      const isMoved = now.text.paragraphs.includes(what);
      const how = isMoved ? 'moved' : added.length > 0 ? 'changed' : 'removed';
      changes.push({ what, how, now: added });
    }
    if (silent.length > 0) continue;
    // A paragraph that was corrected became one other, or its parts; what stands there besides is new.
    const fresh = added.filter((id) => !stays.has(id) && !named.has(id));
    const made = fresh.filter((id) => removed.length > 0 && shareIn(textOf(id), said) >= MADE_OF);
    const more = fresh.filter((id) => !made.includes(id));
    for (const id of more.slice(Math.max(0, removed.length - made.length)))
      changes.push({ what: id, how: 'added', now: [id] });
  }
  return changes;
}
