import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The path of a file below a folder, as an address has it. */
export const pathIn = (folder: string, file: string): string =>
  file
    .slice(folder.length + 1)
    .split(sep)
    .join('/');

/** The files below a folder, by their paths in it. Folder by folder: Node’s own way takes several times as long. */
export function filesIn(folder: string, below = ''): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(folder, `${below}${entry.name}/`) : [below + entry.name],
  );
}
