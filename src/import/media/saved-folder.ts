import { basename, dirname, extname, join } from 'node:path';
import { lyingAt } from '../../content/files/regular-file.ts';

/** The folder in which a browser lays the files of a page that it saves: `Page_files/` beside `Page.html`. */

const ENDING = '_files';
const PAGES = ['.html', '.htm', '.xhtml'];

function folderIn(reference: string): string | undefined {
  const [, folder] = /^(?:\.\/)?([^/\\:?#]{1,255})\//u.exec(reference.trim()) ?? [];
  if (!folder?.endsWith(ENDING)) return undefined;
  try {
    return decodeURIComponent(folder);
  } catch {
    return folder;
  }
}

/** Whether a reference leads into such a folder: it is a place on a disk, and never was one on the web. */
export const isInSavedFolder = (reference: string): boolean => folderIn(reference) !== undefined;

/** Whether a reference of a page leads into the folder of another page that lies beside it. */
export function isInFolderOfAnother(reference: string, page: string): boolean {
  const name = folderIn(reference)?.slice(0, -ENDING.length);
  if (name === undefined || name === basename(page, extname(page))) return false;
  // A page that was renamed still names the folder that it was saved with.
  return PAGES.some((ending) => lyingAt(join(dirname(page), name + ending)) === 'file');
}
