import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveError, readArchive } from '../../src/content/reading/reading.ts';
import { Galley } from '../../src/content/store/archive-store.ts';
import type { Problem } from '../../src/domain/problem.ts';

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
