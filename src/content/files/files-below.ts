import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../domain/problem.ts';
import { lyingAs, lyingAt, notRegular } from './regular-file.ts';

/** Something below a folder of the archive. */
export interface Found {
  path: string;
  isFolder: boolean;
}

/**
 * Every file and folder below a folder of the archive, in a fixed order, without hidden ones.
 *
 * @param problems gets a problem for everything that is neither a file nor a folder, `folder` itself included
 */
export function filesBelow(folder: string, problems: Problem[] = []): Found[] {
  const lying = lyingAt(folder);
  if (lying === 'folder') return entriesBelow(folder, problems);
  if (lying !== undefined) problems.push(notRegular(folder, lying));
  return [];
}

function entriesBelow(folder: string, problems: Problem[]): Found[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.'),
  );
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const lying = lyingAs(entry);
      if (lying === 'file') return [{ path, isFolder: false }];
      if (lying === 'folder') return [{ path, isFolder: true }, ...entriesBelow(path, problems)];
      problems.push(notRegular(path, lying));
      return [];
    });
}
