import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { paragraphId } from '../../src/domain/article/paragraph.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const FERRY = 'articles/2031/04/02/ferry.mdx';
const BACK = 'It came back.';
const ferry = (person: string, fields: string, back: string) =>
  `---\ntitle: Ferry\ndate: 2031-04-02\ntext: verbatim\npeople: [${person}]\nsource: { publisher: Gazette, accessed: 2031-04-03 }\n${fields}---\n\nThe ferry of Jo Hale ran.\n\n${back}\n`;
const CORRECTED = `corrections:\n  - { date: 2031-05-01, note: Bold was lost., was: ${paragraphId(BACK)}, text: ${BACK} }\n`;

test('a record renamed, a word made bold, a source without an address: readers are told what happened, and no more', (t) => {
  const [content, site] = [scratchFolder(t), join(scratchFolder(t), 'site')];
  const run = (command: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
      env: { ...process.env, ARCHIVE_CONTENT: content },
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  };
  write(content, { 'people/jo-hale.yaml': 'name: Jo Hale\n', [FERRY]: ferry('jo-hale', '', BACK) });
  run('seal');
  rmSync(join(content, 'people/jo-hale.yaml'));
  write(content, {
    'people/jo-hale-smith.yaml': 'name: Jo Hale\nformerly: [jo-hale]\n',
    [FERRY]: ferry('jo-hale-smith', CORRECTED, 'It came **back**.'),
  });
  run('seal');
  run('build', '--out', site);
  const page = (path: string) => readFileSync(join(site, path, 'index.html'), 'utf8');

  const changes = page('changes');
  assert.match(changes, /It has another address; the old one leads to it/);
  assert.doesNotMatch(changes, /iled under/);
  assert.match(changes, /1 entry/);

  const article = page('2031/04/02/ferry');
  assert.match(article, /<p>\s*Read on <time/);
  assert.match(article, /Place or markup changed on/);
  const corrections = page('corrections');
  assert.match(corrections, /The text has the same words now\./);
  assert.doesNotMatch(corrections, /The text read/);
});
