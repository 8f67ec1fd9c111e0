import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { writeSearchFiles } from '../search/write/search-files.ts';

/**
 * Builds the archive into `dist/`, or the folder that `--out` names. It is built beside it and put in its place whole: a
 * build that fails leaves the last good one as it was.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
  const out = resolve(values.out);
  const next = join(dirname(out), `.${basename(out)}-next`);
  const last = join(dirname(out), `.${basename(out)}-last`);
  for (const left of [next, last]) rmSync(left, { recursive: true, force: true });
  const start = performance.now();
  try {
    // Astro warns of what is no fault here, such as an archive that names no organisation.
    await build({ outDir: next, logLevel: 'error' });
    const { articles } = await writeSearchFiles(next);
    if (existsSync(out)) renameSync(out, last);
    renameSync(next, out);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `Built ${articles} article${articles === 1 ? '' : 's'} into ${values.out} in ${seconds} s.`,
    );
  } finally {
    for (const left of [next, last]) rmSync(left, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  // The archivist's faults come with all that is needed to mend them; any other is ours, and its trace helps.
  const isArchivists = error instanceof Error && error.name === 'ArchiveError';
  console.error(isArchivists ? error.message : error);
  process.exitCode = 1;
}
