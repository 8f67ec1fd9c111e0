import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveError } from '../../src/content/reading/archive-error.ts';
import { readArchive } from '../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../src/content/store/archive-store.ts';
import type { Problem } from '../../src/domain/problem.ts';

/** The problems that a build of the archive below `root` would find. */
export async function problemsIn(root: string): Promise<readonly Problem[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-'));
  const store = new ArchiveStore(folder);
  try {
    await readArchive(root, '/', store);
    return [];
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return error.problems;
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
