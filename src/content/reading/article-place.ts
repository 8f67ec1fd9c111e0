import { basename } from 'node:path';
import type { Article } from '../../domain/article/article.ts';
import { isDay } from '../../domain/date.ts';
import { because } from '../../domain/fault.ts';
import { idFault } from '../../domain/identifier.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemWith } from '../files/problem-place.ts';
import type { YamlText } from '../files/yaml.ts';

const PLACE = /^(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)$/;

/** The problem with the path of an article. @param id its path below `articles/` without the ending */
export function pathFault(id: string, path: string): Problem[] {
  const [, year, month, day, slug] = PLACE.exec(id) ?? [];
  if (slug === undefined || !isDay(`${year}-${month}-${day}`)) {
    const fault = because(
      'article/folder',
      'An article lies in articles/YYYY/MM/DD/<slug>.mdx, in the folder of a day of the calendar.',
      'Move the file to the folder of its day.',
    );
    return [problemWith(path, id, fault)];
  }
  const fault = idFault(slug);
  return fault ? [problemWith(path, slug, fault)] : [];
}

/** The problem with an article whose date differs from the date of its folders. */
export function dateFault(article: Article, id: string, yaml: YamlText): Problem[] {
  const day = id.slice(0, 10).replaceAll('/', '-');
  // If the folders do not make a date, `pathFault` reports it.
  if (article.date === day || !isDay(day)) return [];
  const fault = because(
    'article/date',
    'The date of an article is that of the folders it lies in.',
    `Write date: ${day}, or move ${basename(id)}.mdx to articles/${article.date.replaceAll('-', '/')}/.`,
  );
  return [yaml.problem(['date'], fault)];
}
