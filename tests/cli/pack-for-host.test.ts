import assert from 'node:assert/strict';
import { appendFileSync, cpSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { root } from '../../src/setup/setup.mjs';
import { ARCHIVES, distOf } from '../support/archives.ts';
import { runNode } from '../support/command.ts';
import { scratchFolder, write } from '../support/scratch.ts';
import { bytesOf } from '../support/site-bytes.ts';

const { holms } = ARCHIVES;
const run = (script: string, args: string[], content = holms.content) =>
  runNode([`src/cli/${script}.ts`, ...args], { cwd: root, env: { ARCHIVE_CONTENT: content } });

test('a site is packed for a host from the command line, and published from there', async (t) => {
  const folder = scratchFolder(t);
  const packed = join(folder, 'packed');
  const args = ['--for-host', packed, '--dist', distOf(holms)];
  const made = await run('pack', args);
  assert.equal(made.code, 0, made.stderr);
  const count = filesIn(distOf(holms)).length;
  assert.match(made.stdout, new RegExp(`^Packed ${count} files into .*packed: \\d\\d files, `));

  // What is withheld since is not published with the packs either.
  const [entry = ''] = globSync('articles/**/*.mdx', { cwd: holms.content }).toSorted();
  const text = readFileSync(join(holms.content, entry), 'utf8');
  const content = join(folder, 'content');
  write(content, {
    [entry]: text.replace(
      '---\n',
      '---\nwithdrawn: { date: 2040-01-01, reason: It was an invention. }\n',
    ),
  });
  const place = `rsync:${join(folder, 'host')}`;
  const refused = await run('publish', ['--dry-run', '--dist', packed, place], content);
  assert.equal(refused.code, 1);
  assert.match(
    refused.stderr,
    /was built before this was withheld, and shows it still:\n.*the article, which is withdrawn/,
  );
});

test('nothing is packed of a site that is not whole, nor in place of other files', async (t) => {
  const folder = scratchFolder(t);
  const [dist, other] = [join(folder, 'dist'), join(folder, 'other')];
  write(other, { 'letters.txt': 'theirs' });
  const before = bytesOf(other);
  const taken = await run('pack', ['--for-host', other, '--dist', distOf(holms)]);
  assert.equal(taken.code, 1);
  assert.match(taken.stderr, /has other files, which would be lost: name a folder that is empty/);
  assert.deepEqual(bytesOf(other), before);
  cpSync(distOf(holms), dist, { recursive: true });
  appendFileSync(join(dist, 'index.html'), 'more');
  const spoilt = await run('pack', ['--for-host', join(folder, 'packed'), '--dist', dist]);
  assert.equal(spoilt.code, 1);
  assert.match(spoilt.stderr, /is not as it was built: index\.html differs/);
  assert.ok(!filesIn(folder).some((path) => /^\.?packed/.test(path)));
});
