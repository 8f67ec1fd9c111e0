import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { KINDS } from '../../domain/authorities/authority.ts';
import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { CAPTURE_ENDING } from '../../domain/url.ts';
import { filesBelow } from './files-below.ts';
import { problemWith } from './problem-place.ts';
import { SETTINGS } from './settings-file.ts';

const PARTS = [SETTINGS, 'articles', 'ledger', 'media', ...KINDS];
const NO_ARCHIVE = because(
  'file/no-archive',
  `An archive is a folder in which lie ${SETTINGS}, articles/ or records, or nothing yet.`,
  'Correct ARCHIVE_CONTENT, or run npm run init, which begins an archive there.',
);

/** Faults of a folder that is no archive. An empty folder is an archive without articles. */
export function archiveFaults(root: string): Problem[] {
  const isFolder = statSync(root, { throwIfNoEntry: false })?.isDirectory();
  const visible = isFolder && readdirSync(root).filter((name) => !name.startsWith('.'));
  if (visible && (visible.length === 0 || visible.some((name) => PARTS.includes(name)))) return [];
  return [problemWith(root, '', NO_ARCHIVE)];
}

/** The id of the article in a file: its path below `articles/`, without the ending. */
export const articleIdOf = (root: string, path: string, ending = '.mdx'): string =>
  relative(join(root, 'articles'), path).split(sep).join('/').slice(0, -ending.length);

/** What the files of media end in, those that are refused for what they are too, and files of their words. */
const OF_MEDIUM =
  /\.(?:jpe?g|png|webp|avif|gif|tiff?|svg|bmp|hei[cf]|pdf|mp[34]|m4[av]|og[ag]|opus|wav|flac|webm|mov|xml|hocr|html?|txt|vtt)$/i;

/** Whether a file may be one of a medium: then an entry states it. */
const isOfMedium = (path: string): boolean => OF_MEDIUM.test(path);

/** Finds the article files below `root` and the captures beside them, and reports files there that are neither. */
export function articleFiles(root: string): {
  files: { id: string; path: string }[];
  /** Captures, by their paths, and the id of the article that each is named as. */
  captures: Map<string, string>;
  /** Files that may be those of media, by their paths. */
  beside: string[];
  problems: Problem[];
} {
  const folder = join(root, 'articles');
  const problems: Problem[] = [];
  const captures = new Map<string, string>();
  const beside: string[] = [];
  const found = filesBelow(folder, problems);
  const misnamed = found.filter(({ path, isFolder }) => isFolder && path.endsWith('.mdx'));
  const files = found.flatMap(({ path, isFolder }) => {
    // Files in a folder that is named like an article are not reported again.
    if (misnamed.some((folder) => path.startsWith(`${folder.path}${sep}`))) return [];
    if (isFolder && !path.endsWith('.mdx')) return [];
    if (!isFolder && !path.endsWith('.mdx') && isOfMedium(path)) {
      beside.push(path);
      return [];
    }
    if (!isFolder && path.endsWith(CAPTURE_ENDING)) {
      captures.set(path, articleIdOf(root, path, CAPTURE_ENDING));
      return [];
    }
    if (isFolder || !path.endsWith('.mdx')) {
      const fault = isFolder
        ? because(
            'file/article',
            'An article is a file; this is a folder.',
            'Rename the folder, or remove it.',
          )
        : because(
            'file/article',
            'Below articles/ lie articles, files ending in .mdx, and the files of their media.',
            'Rename the file, or move it elsewhere.',
          );
      problems.push(problemWith(path, relative(folder, path), fault));
      return [];
    }
    return [{ id: articleIdOf(root, path), path }];
  });
  return { files: withoutTwins(files, problems), captures, beside, problems };
}

type File = { id: string; path: string };

/** Removes files whose names differ from another only in capitals, and reports them. */
function withoutTwins(files: readonly File[], problems: Problem[]): File[] {
  const seen = new Map<string, string>();
  // Lower-case letters sort last, and article names are lower-case: that file is kept.
  const kept = files.toReversed().filter(({ id, path }) => {
    const other = seen.get(id.toLowerCase());
    if (other === undefined) {
      seen.set(id.toLowerCase(), id);
      return true;
    }
    const fault = because(
      'file/case',
      `Two files do not differ in case only; ${other}.mdx is there too.`,
      'Rename one of them, in lower-case letters: many disks and hosts take them for one.',
    );
    problems.push(problemWith(path, id, fault));
    return false;
  });
  return kept.toReversed();
}
