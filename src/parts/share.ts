import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileToRead } from '../content/reading/stored-article.ts';
import type { PartName } from './part-name.ts';

/** What an article costs besides its bytes, in bytes of text that cost as much. */
const EACH = 2000;

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/**
 * The work that each file is: its bytes, and a fair share of the pictures that lie in its folder. A picture takes about
 * as long to encode as a text of its size takes to be read.
 */
function works(files: readonly FileToRead[], media: readonly string[]): number[] {
  const articles = new Map<string, number>();
  for (const { path } of files) articles.set(dirname(path), (articles.get(dirname(path)) ?? 0) + 1);
  const beside = new Map<string, number>();
  for (const path of media)
    beside.set(dirname(path), (beside.get(dirname(path)) ?? 0) + sizeOf(path));
  return files.map(({ path }) => {
    const folder = dirname(path);
    return EACH + sizeOf(path) + (beside.get(folder) ?? 0) / (articles.get(folder) ?? 1);
  });
}

/**
 * The articles of a part. Each article is in one share, whatever machine asks; articles that follow one another are
 * together.
 *
 * @param files of all articles
 * @param media the paths of the files beside them
 */
export function articlesOf(
  name: PartName,
  files: readonly FileToRead[],
  media: readonly string[],
): FileToRead[] {
  const inOrder = files.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (name.kind === 'period') return inOrder.filter(({ id }) => id.startsWith(name.beginning));
  const each = works(inOrder, media);
  const all = each.reduce((sum, work) => sum + work, 0);
  let before = 0;
  return inOrder.filter((_, index) => {
    const work = each[index] ?? 0;
    // The share in which the middle of its work lies.
    const share = Math.floor(((before + work / 2) / all) * name.of);
    before += work;
    return share === name.number - 1;
  });
}
