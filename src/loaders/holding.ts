import type { Figure } from '../archive/figure.ts';
import type { Paragraph } from '../archive/paragraph.ts';
import type { Problem } from '../archive/problem.ts';
import { figureMark, markOf, type SilentChange } from '../archive/publication.ts';
import { type HeldArticle, lostPaths, pathsOf, type Silence, silencesOf } from './ledger.ts';
import { changeFaults, draftFault, lossFault, type Wording } from './ledger-fault.ts';
import type { Ledger, LedgerLine } from './ledger-files.ts';
import type { Records } from './record.ts';
import { type EarlierVersion, earlierVersions } from './version-history.ts';

/** Where the words of an article are found: those that it has, and those that it had. */
export interface Words {
  now: (id: string) => readonly Paragraph[];
  /** The version that was sealed, where it is still known; nothing where it is not. */
  before: (id: string) => EarlierVersion | undefined;
}

/** What a version of an article said under one name. */
function saidIn(version: EarlierVersion, what: string, { text }: LedgerLine): string | undefined {
  const title = version.title ?? undefined;
  if (what === 'title') return title && markOf(title) === text?.title ? title : undefined;
  if (!what.startsWith('f-')) return version.paragraphs.find(({ id }) => id === what)?.text;
  const figure = version.figures?.find(({ id }) => id === what.slice(2));
  return figure && figureMark(figure) === text?.figures[figure.id] ? inWords(figure) : undefined;
}

const inWords = (figure: Figure) =>
  Object.entries(figure)
    .filter(([key]) => key !== 'id')
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join('; ');

/** What an article says under one name now. */
function saysNow(
  { entry }: HeldArticle,
  { what, how, now }: SilentChange,
  texts: readonly Paragraph[],
): string {
  if (what === 'title') return entry.title ?? '';
  if (what === 'date') return entry.date;
  const figure = entry.figures.find(({ id }) => `f-${id}` === what);
  if (figure) return figure.asStated;
  if (how === 'moved') return texts.find(({ id }) => id === what)?.text ?? '';
  return now.map((id) => texts.find((text) => text.id === id)?.text ?? '').join(' ');
}

async function wordings(
  article: HeldArticle,
  { sealed, changes }: Silence,
  words: Words,
): Promise<Map<SilentChange, Wording>> {
  const texts = words.now(article.id);
  const found = new Map(
    changes.map((change): [SilentChange, Wording] => {
      const was =
        change.what === 'date' ? sealed.path.slice(1, 11).replaceAll('/', '-') : undefined;
      return [change, { was, is: saysNow(article, change, texts) }];
    }),
  );
  const look = (version: EarlierVersion) => {
    for (const [{ what }, wording] of found) wording.was ??= saidIn(version, what, sealed);
    return [...found.values()].every(({ was }) => was !== undefined);
  };
  for (const path of pathsOf(article)) {
    const last = words.before(path.slice(1, -1));
    if (last && look(last)) return found;
  }
  for await (const version of earlierVersions(article.path)) if (look(version)) break;
  return found;
}

/** The article that most likely is the one that was at a lost path: it has most of its paragraphs. */
function heirOf({ text }: LedgerLine, articles: readonly HeldArticle[], ledger: Ledger) {
  const sealed = new Set(text?.paragraphs);
  const shared = ({ entry }: HeldArticle) =>
    entry.paragraphIds.filter((id) => sealed.has(id)).length;
  const [best] = articles
    .filter((article) => !pathsOf(article).some((path) => ledger.lines.has(path)))
    .toSorted((a, b) => shared(b) - shared(a));
  return best && shared(best) * 2 > sealed.size ? best : undefined;
}

/** What has changed in silence in an archive since it was sealed. */
export async function silenceFaults(
  ledger: Ledger,
  articles: readonly HeldArticle[],
  words: Words,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const article of articles) {
    const textOf = (id: string) => words.now(article.id).find((one) => one.id === id)?.text ?? '';
    for (const silence of silencesOf(article, ledger, textOf)) {
      const found = await wordings(article, silence, words);
      problems.push(...changeFaults(article, silence, found));
    }
  }
  return problems;
}

/** What of the published paths of a sound archive is gone. */
export function lossFaults(
  ledger: Ledger,
  articles: readonly HeldArticle[],
  records: Records,
): Problem[] {
  const drafts = articles.filter(({ entry }) => entry.draft);
  const drafted = drafts.flatMap((article) => {
    const sealed = pathsOf(article).flatMap((path) => ledger.lines.get(path) ?? []);
    return sealed.map((line) => ({ article, line }));
  });
  const told = new Set(drafted.map(({ line }) => line));
  return [
    ...drafted.map(({ article, line }) => draftFault(article, line)),
    ...lostPaths(ledger, articles, records)
      .filter((line) => !told.has(line))
      .map((line) => lossFault(line, heirOf(line, articles, ledger))),
  ];
}
