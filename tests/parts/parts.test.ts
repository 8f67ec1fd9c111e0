import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { ARCHIVES, distOf } from '../support/archives.ts';
import { runNode } from '../support/command.ts';
import { scratchFolder } from '../support/scratch.ts';
import { bytesOf } from '../support/site-bytes.ts';

/** A copy of an archive, and the commands on it. The copy lies elsewhere, so nothing is known of earlier builds. */
function workplace(t: TestContext) {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  cpSync(ARCHIVES.isles.content, content, { recursive: true });
  const env = { ARCHIVE_CONTENT: content, SITE_URL: ARCHIVES.isles.siteUrl };
  const parts = join(folder, 'parts');
  const site = join(folder, 'site');
  const part = (name: string) => ['src/cli/build.ts', '--part', name, '--parts', parts];
  return {
    content,
    parts,
    site,
    make: (name: string) => runNode(part(name), { cwd: process.cwd(), env }),
    /** Begins a part, and kills it. */
    kill: async (name: string, after: number) => {
      const begun = spawn(process.execPath, part(name), { env: { ...process.env, ...env } });
      const ended = new Promise((resolve) => begun.once('close', resolve));
      await wait(after);
      begun.kill('SIGKILL');
      await ended;
    },
    join: () =>
      runNode(['src/cli/join.ts', parts, '--out', site], {
        cwd: process.cwd(),
        env,
      }),
  };
}

test('parts that died, ran again and twice make the site of a single build', async (t) => {
  const { content, parts, site, make, kill, join: joinParts } = workplace(t);
  for (const name of ['1/3', '2/3', '3/3']) assert.equal((await make(name)).code, 0);

  // One that is killed leaves what was there, or nothing: never a half part.
  await kill('2/3', 400 + Math.random() * 1000);
  await kill('2/3', 400 + Math.random() * 1000);
  const [before] = readdirSync(parts).filter((name) => name === '2-of-3');
  if (before) assert.match((await make('2/3')).stdout, /reading: 0 articles/);
  else assert.equal((await make('2/3')).code, 0);
  const again = await make('1/3');
  assert.match(
    again.stdout,
    /reading: 0 articles[\s\S]*search: 0 articles[\s\S]*pictures: 0 pictures/,
  );

  const joined = await joinParts();
  assert.equal(joined.code, 0, joined.stderr);
  assert.match(joined.stdout, /reading: 0 articles[\s\S]*pictures: 0 pictures/);
  assert.deepEqual(bytesOf(site), bytesOf(distOf(ARCHIVES.isles)));

  // What does not fit is refused, and the site stays as it is.
  const article = join(content, 'articles/2031/04/02/bakers-agree-on-the-price-of-bread.mdx');
  appendFileSync(article, '\nIt rained.\n');
  rmSync(join(parts, '1-of-3'), { recursive: true });
  const { code, stderr } = await joinParts();
  assert.equal(code, 1);
  assert.match(stderr, /^No part has these \d+ articles as now: 2031\/04\/02\/an-owl/);
  assert.match(stderr, /Of the parts 1\/3 is missing\. Nothing was built\./);
  assert.deepEqual(bytesOf(site), bytesOf(distOf(ARCHIVES.isles)));
});

test('a part with a fault is not made, and says what is wrong', async (t) => {
  const { content, parts, make } = workplace(t);
  const article = join(content, 'articles/2031/04/02/bakers-agree-on-the-price-of-bread.mdx');
  appendFileSync(article, '\n<script>rain()</script>\n');
  const other = await make('2035');
  assert.equal(other.code, 0, other.stderr);
  const { code, stderr } = await make('2031-04');
  assert.equal(code, 1);
  assert.match(stderr, /bakers-agree-on-the-price-of-bread\.mdx:\d+/);
  assert.deepEqual(
    readdirSync(parts).filter((name) => !name.startsWith('.')),
    ['2035'],
  );
});
