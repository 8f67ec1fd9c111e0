/**
 * The folders that files were in, the deepest first: those that are empty now are to go with them. The name of one may
 * tell what was withheld.
 */
export function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      folders.add(path.slice(0, end));
  return [...folders].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
