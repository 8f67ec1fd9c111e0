import { basename } from 'node:path';
import type { Article } from '../../domain/article/article.ts';
import { isDay } from '../../domain/date.ts';
import { because } from '../../domain/fault.ts';
import { idFault } from '../../domain/identifier.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemWith } from '../files/problem-place.ts';
import type { YamlText } from '../files/yaml.ts';

const PLACE = /^(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)$/;

/** The day of the folders in which an article lies, as they say it; undefined where they say none. */
const dayOfFolders = (id: string): string | undefined => {
  const [, year, month, day] = PLACE.exec(id) ?? [];
  return day === undefined ? undefined : `${year}-${month}-${day}`;
};

const folderOf = (day: string) => `articles/${day.replaceAll('-', '/')}/`;

/** What to do with a file that lies in the folder of no day. @param date that it states, if it states one */
function folderFix(id: string, date: unknown): string {
  if (typeof date !== 'string') return 'Move the file to the folder of its day.';
  return isDay(date)
    ? `Move ${basename(id)}.mdx to ${folderOf(date)}, the folder of its date.`
    : 'Move the file to the folder of its day, and write the same day in its date.';
}

/**
 * The problem with the path of an article.
 *
 * @param id its path below `articles/` without the ending
 * @param date what it states as its date
 */
export function pathFault(id: string, path: string, date: unknown): Problem[] {
  const [, , , , slug] = PLACE.exec(id) ?? [];
  if (slug === undefined || !isDay(dayOfFolders(id) ?? '')) {
    const fault = because(
      'article/folder',
      'An article lies in articles/YYYY/MM/DD/<slug>.mdx, in the folder of a day of the calendar.',
      folderFix(id, date),
    );
    return [problemWith(path, id, fault)];
  }
  const fault = idFault(slug);
  return fault ? [problemWith(path, slug, fault)] : [];
}

/** What to write for a date that is no day, by the folders in which its article lies. */
function dateFix(id: string): string | undefined {
  const day = dayOfFolders(id);
  if (day === undefined) return undefined;
  return isDay(day)
    ? `Write date: ${day}, the day of the folders it lies in; or, if it is of another day, write that and move ${basename(id)}.mdx to the folder of that day.`
    : `Write the day, for instance 2023-10-16, and move ${basename(id)}.mdx from ${folderOf(day)} to the folder of the same day.`;
}

/** The problems of an article, of which one with its date says what is to be done with its path. */
export function withPlaceOfDate(
  problems: readonly Problem[],
  id: string,
  yaml: YamlText,
): Problem[] {
  return problems.map((problem) => {
    const fix = problem.code === 'date/day' ? dateFix(id) : undefined;
    const { line, column } = yaml.problem(['date'], problem);
    return fix !== undefined && problem.line === line && problem.column === column
      ? { ...problem, fix }
      : problem;
  });
}

/** The problem with an article whose date differs from the date of its folders. */
export function dateFault(article: Article, id: string, yaml: YamlText): Problem[] {
  const day = dayOfFolders(id);
  // If the folders do not make a date, `pathFault` reports it.
  if (day === undefined || article.date === day || !isDay(day)) return [];
  const fault = because(
    'article/date',
    'The date of an article is that of the folders it lies in.',
    `Write date: ${day}, or move ${basename(id)}.mdx to ${folderOf(article.date)}.`,
  );
  return [yaml.problem(['date'], fault)];
}
