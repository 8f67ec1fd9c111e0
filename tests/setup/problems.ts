import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../src/archive/problem.ts';
import { Galley } from '../../src/loaders/galley.ts';
import { ArchiveError, readArchive } from '../../src/loaders/reading.ts';

/** The problems that a build of the archive below `root` would find. */
export async function problemsIn(root: string): Promise<readonly Problem[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-'));
  const galley = new Galley(folder);
  try {
    await readArchive(root, '/', galley);
    return [];
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return error.problems;
  } finally {
    galley.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
