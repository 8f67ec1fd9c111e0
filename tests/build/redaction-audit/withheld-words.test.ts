import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SITE_MANIFEST } from '../../../src/fixity/copy.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const WITHHELD =
  'withheld: [{ name: Perrin Quaile, as: a child, reason: Asked for., date: 2032-12-08 }]\n';
const article = (fields: string, text: string) => `---\n${fields}---\n\n${text}\n`;

test('a build in which a withheld name survives is refused, and the last good one stays', (t) => {
  const content = scratchFolder(t);
  const site = join(scratchFolder(t), 'site');
  const build = (files: Record<string, string>) => {
    write(content, files);
    return spawnSync(process.execPath, ['src/cli/build.ts', '--out', site], {
      env: { ...process.env, ARCHIVE_CONTENT: content },
      encoding: 'utf8',
    });
  };
  const day = 'date: 2032-12-04\ntext: account\n';
  const built = build({
    'articles/2032/12/04/ice.mdx': article(`title: Ice\n${day}${WITHHELD}`, 'Perrin Quaile left.'),
  });
  assert.equal(built.status, 0, built.stderr);
  const manifest = readFileSync(join(site, SITE_MANIFEST), 'utf8');
  const refused = build({
    'articles/2032/12/04/fair.mdx': article(`title: Fair\n${day}`, 'Perrin Quaile sang.'),
  });
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /2032\/12\/04\/fair\/index\.html/);
  assert.match(refused.stderr, /ice\.mdx shows as “\[a child\]” stand nowhere/);
  assert.doesNotMatch(refused.stderr + refused.stdout, /Quaile/);
  assert.equal(readFileSync(join(site, SITE_MANIFEST), 'utf8'), manifest);
});
