/** The folders that a file is in. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    folders.push(path.slice(0, end));
  return folders;
}

/**
 * The folders in which files were that are removed, and none is that stays. They go too: a web host tells a folder from
 * what is not there, and its name may tell what was withheld.
 */
export function emptiedFolders(removed: readonly string[], rest: Iterable<string>): string[] {
  const emptied = new Set(removed.flatMap(foldersOf));
  for (const path of rest) for (const folder of foldersOf(path)) emptied.delete(folder);
  return [...emptied];
}

/** Folders by how deep they lie, the deepest first. */
export const byDepth = (folders: readonly string[]): string[][] =>
  [...Map.groupBy(folders, (folder) => folder.split('/').length)]
    .toSorted(([a], [b]) => b - a)
    .map(([, level]) => level);

/** Those of these folders that lie in no other. */
export function topmost(folders: readonly string[]): string[] {
  const all = new Set(folders);
  return folders.filter((folder) => !foldersOf(folder).some((one) => all.has(one)));
}
