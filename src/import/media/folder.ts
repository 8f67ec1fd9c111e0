import { dirname, join, relative, resolve, sep } from 'node:path';
import { lyingAt } from '../../content/files/regular-file.ts';
import { isInFolderOfAnother } from './saved-folder.ts';
import type { LocalFile } from './source-medium.ts';

/** Finds the file of a reference without the web; nothing where it is not there. */
export type FindMedium = (
  reference: string,
) => LocalFile | undefined | Promise<LocalFile | undefined>;

/** Looks in one place after another. */
export const inTurn =
  (...places: readonly (FindMedium | undefined)[]): FindMedium =>
  async (reference) => {
    for (const find of places) {
      const found = await find?.(reference);
      if (found) return found;
    }
    return undefined;
  };

/** The parts of a path as they are named on a disk; nothing where one of them would lead elsewhere or is hidden. */
function partsOf(path: string): string[] | undefined {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // It is the name as it is.
  }
  const parts = decoded.split('/').filter((part) => part !== '' && part !== '.');
  const isFit = (part: string) =>
    part === '..' ? true : !part.startsWith('.') && !/[\\\0]/u.test(part) && part.length <= 255;
  return parts.length > 0 && parts.every(isFit) ? parts : undefined;
}

/** Whether a path leads through folders alone, none of which is a link, to a file that is no link. */
function isPlainFile(root: string, path: string): boolean {
  const parts = relative(root, path).split(sep);
  let at = root;
  for (const [index, part] of parts.entries()) {
    at = join(at, part);
    if (lyingAt(at) !== (index === parts.length - 1 ? 'file' : 'folder')) return false;
  }
  return true;
}

/** The file at a path from a folder, if that lies below `root`. */
function fileAt(root: string, from: string, path: string): LocalFile | undefined {
  const parts = partsOf(path);
  if (!parts) return undefined;
  const found = resolve(from, ...parts);
  return found.startsWith(root + sep) && isPlainFile(root, found) ? { path: found } : undefined;
}

/** Folders in which content systems keep what was uploaded, as it stands in an address and as it may lie beside an export. */
const UPLOADS: readonly (readonly [inAddress: RegExp, besides: readonly string[]])[] = [
  [/\/wp-content\/uploads\/(?:sites\/\d{1,6}\/)?/u, ['wp-content/uploads', 'uploads', 'media', '']],
  [/\/content\/(?:images|media|files)\/(?:size\/w\d{1,5}\/)?/u, ['content/images', 'images', '']],
  [
    /\/sites\/[\w.-]{1,80}\/files\/(?:styles\/[\w-]{1,80}\/public\/)?/u,
    ['sites/default/files', 'files', ''],
  ],
  [
    /^\/(?:files|uploads|images|media|assets)\//u,
    ['files', 'uploads', 'images', 'media', 'assets', ''],
  ],
];

/** The paths at which the file of an address may lie: of a mirror, of a copy of its site, of a folder of uploads. */
function pathsOf(address: string): string[] {
  const { host, pathname, search } = new URL(address);
  const uploads = UPLOADS.flatMap(([inAddress, besides]) => {
    const found = inAddress.exec(pathname);
    const rest = found && pathname.slice(found.index + found[0].length);
    return rest ? besides.map((folder) => `${folder}/${rest}`) : [];
  });
  return [
    ...(search === '' ? [] : [`${host}${pathname}${encodeURIComponent(search)}`]),
    `${host}${pathname}`,
    pathname,
    ...uploads,
  ];
}

/**
 * Looks for files in the folder of a source: by their paths from the source, and by their addresses as mirrors and
 * folders of uploads keep them. Nothing outside of `root` is found, nothing hidden, nothing behind a link, and nothing
 * that a browser saved with another page.
 *
 * @param file the source
 * @param root the folder that the archivist named; that of the file, where the file was named
 */
export function folderOf(file: string, root = dirname(file)): FindMedium {
  const top = resolve(root);
  const folder = dirname(resolve(file));
  return (reference) => {
    const bare = reference.trim();
    if (/^(?:https?:)?\/\//iu.test(bare)) {
      const address = bare.startsWith('//') ? `https:${bare}` : bare;
      if (!URL.canParse(address)) return undefined;
      const paths = pathsOf(address);
      return [...new Set([folder, top])]
        .flatMap((from) => paths.map((path) => fileAt(top, from, path)))
        .find((found) => found !== undefined);
    }
    // An address of another kind, or of another folder of this machine.
    if (/^[a-z][a-z\d+.-]*:/iu.test(bare) || bare === '') return undefined;
    const path = bare.split(/[?#]/u, 1).join('');
    if (bare.startsWith('/'))
      return pathsOf(URL.canParse(bare, 'http://-') ? new URL(bare, 'http://-').href : 'http://-/')
        .map((one) => fileAt(top, top, one))
        .find((found) => found !== undefined);
    if (isInFolderOfAnother(bare, file)) return undefined;
    return fileAt(top, folder, bare) ?? fileAt(top, folder, path);
  };
}

/**
 * Looks for files by their addresses in a folder of uploads that lies elsewhere than its export: the folder itself, or one
 * in which it lies as on its site. A path from the export leads nowhere in it.
 */
export function uploadsIn(folder: string): FindMedium {
  const find = folderOf(join(folder, 'export'), folder);
  return (reference) => (/^\s*(?:https?:)?\//iu.test(reference) ? find(reference) : undefined);
}
