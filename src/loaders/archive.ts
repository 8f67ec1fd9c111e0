import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { because, type Problem } from '../archive/problem.ts';
import { type ArticleFile, type ReadArticle, readArticle } from './article.ts';
import { filesBelow, problemWith } from './content.ts';
import { linkFaults, supersedesFaults } from './crossing.ts';
import type { Records } from './record.ts';

/** Finds the files of the articles below `root`, and says what lies there that is none. */
export function articleFiles(root: string): {
  files: { id: string; path: string }[];
  problems: Problem[];
} {
  const folder = join(root, 'articles');
  const problems: Problem[] = [];
  const found = existsSync(folder) ? filesBelow(folder) : [];
  const misnamed = found.filter(({ path, isFolder }) => isFolder && path.endsWith('.mdx'));
  const files = found.flatMap(({ path, isFolder }) => {
    // What lies in a folder named like an article is not a second fault.
    if (misnamed.some((folder) => path.startsWith(`${folder.path}${sep}`))) return [];
    if (isFolder && !path.endsWith('.mdx')) return [];
    if (isFolder || !path.endsWith('.mdx')) {
      const message = isFolder
        ? because('An article is a file; this is a folder.', 'Rename the folder, or remove it.')
        : because(
            'Below articles/ lie articles, files ending in .mdx.',
            'Rename the file, or move it elsewhere.',
          );
      problems.push(problemWith(path, relative(folder, path), message));
      return [];
    }
    return [{ id: relative(folder, path).split(sep).join('/').slice(0, -'.mdx'.length), path }];
  });
  if (files.length === 0 && problems.length === 0) {
    const message = because(
      'An archive holds at least one article.',
      'Add one as articles/YYYY/MM/DD/<slug>.mdx, or correct ARCHIVE_CONTENT.',
    );
    problems.push(problemWith(folder, '', message));
  }
  return { files: withoutTwins(files, problems), problems };
}

type File = { id: string; path: string };

/** Sets aside each file whose name is another's but for its capitals. */
function withoutTwins(files: readonly File[], problems: Problem[]): File[] {
  const seen = new Map<string, string>();
  // Lower-case letters come last in the order of the files, and are how an article is named: such a file stays.
  const kept = files.toReversed().filter(({ id, path }) => {
    const other = seen.get(id.toLowerCase());
    if (other === undefined) {
      seen.set(id.toLowerCase(), id);
      return true;
    }
    const message = because(
      `Two files do not differ in case only; ${other}.mdx is there too.`,
      'Rename one of them, in lower-case letters: many disks and hosts take them for one.',
    );
    problems.push(problemWith(path, id, message));
    return false;
  });
  return kept.toReversed();
}

/** Reads the articles that `known` does not have, and checks all of them against each other. */
export async function readArticles(
  files: readonly { id: string; path: string }[],
  records: Records,
  base: string,
  known: (file: { id: string; path: string }) => ReadArticle | undefined,
): Promise<{ articles: ReadArticle[]; read: ArticleFile[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const articles: ReadArticle[] = [];
  const read: ArticleFile[] = [];
  for (const file of files) {
    const unchanged = known(file);
    if (unchanged) {
      articles.push(unchanged);
      continue;
    }
    const result = await readArticle(file.path, file.id, records, base);
    problems.push(...result.problems);
    if (!result.article) continue;
    articles.push(result.article);
    read.push(result.article);
  }
  // A link to an article that could not be read would be called dead, and is not.
  if (problems.length === 0)
    problems.push(...linkFaults(articles, records), ...supersedesFaults(articles));
  return { articles, read, problems };
}
