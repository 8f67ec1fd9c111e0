import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filesIn } from '../../../src/fixity/site-paths.ts';
import { runNode } from '../../support/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuttings-threads-'));
const PROGRAM = fileURLToPath(new URL('../../support/threaded-pages.ts', import.meta.url));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Makes the pages of an archive in some threads. @returns all files, by path */
async function madeIn(threads: number) {
  const next = join(folder, `${threads}`);
  const env = { ARCHIVE_CONTENT: 'tests/fixtures/isles', SITE_URL: 'https://isles.example/' };
  const { code, stdout, stderr } = await runNode([PROGRAM, `${threads}`, next], {
    cwd: resolve('.'),
    env,
  });
  assert.equal(code, 0, stderr);
  const { made, turns } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  assert.ok(made > 100, stdout);
  assert.ok(turns > 2, 'progress can be shown meanwhile');
  return filesIn(next).map((path) => [path, readFileSync(join(next, path), 'latin1')]);
}

test('several threads make the pages that one makes, byte for byte', async () => {
  assert.deepEqual(await madeIn(3), await madeIn(1));
});
