import { relative, resolve, sep } from 'node:path';

/** The folder of the archive: `content/`, or the one that `ARCHIVE_CONTENT` names. */
export function contentRoot(): string {
  return resolve(process.env['ARCHIVE_CONTENT'] || 'content');
}

/** A path as the archivist would type it: relative, if the file is below the present folder. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return (below.startsWith('..') ? path : below || '.').split(sep).join('/');
}
