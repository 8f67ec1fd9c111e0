import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { NOTE } from '../../src/publication/note.ts';
import { storeAt } from '../../src/publication/place.ts';
import { planOf } from '../../src/publication/plan.ts';
import { builtSite, destinationAt, publish } from '../../src/publication/publication.ts';
import type { Store } from '../../src/publication/store.ts';
import { makeSite } from '../support/published-site.ts';
import { scratchFolder } from '../support/scratch.ts';

const isHere = (name: string, version: string) => spawnSync(name, [version]).status === 0;
const PROGRAMS = [
  ['rsync', '--version'],
  ['rclone', 'version'],
] as const;

async function run(store: Store, dist: string) {
  const site = builtSite(dist);
  const there = await destinationAt(store);
  const plan = planOf(site, there, { now: new Date(), isUrgent: true });
  await publish(site, there, plan, store, () => ({ at: () => {}, end: () => {} }));
  return plan;
}

const contents = (folder: string) =>
  new Map(
    filesIn(folder)
      .filter((path) => path !== NOTE)
      .toSorted()
      .map((path) => [path, readFileSync(join(folder, path), 'base64')]),
  );

for (const [name, version] of PROGRAMS)
  test(`${name}: a site, then another in its place, with nothing left of the first`, {
    skip: !isHere(name, version) && `THERE IS NO ${name} HERE: install it, or this is not tested`,
  }, async (t) => {
    const folder = join(scratchFolder(t), 'a folder that is not there yet');
    const store = storeAt(`${name}:${folder}`);
    const sites = scratchFolder(t);
    const [one, two] = [makeSite(join(sites, 'one'), 1), makeSite(join(sites, 'two'), 2, 'people')];
    await run(store, one);
    assert.deepEqual(contents(folder), contents(one));
    // A file of others stays, and so does its folder.
    mkdirSync(join(folder, 'people/theirs'), { recursive: true });
    writeFileSync(join(folder, 'people/theirs/notes.txt'), 'theirs');
    // A stopped publication may leave what is not as it is to be.
    const note = { version: 1, id: 'x', headers: '', sending: [['index.html', '']], old: [] };
    writeFileSync(join(folder, NOTE), JSON.stringify(note));
    writeFileSync(join(folder, 'index.html'), 'of a stopped publication');

    if (name === 'rsync') {
      // So does rsync itself, of a file that was to wait for its place.
      mkdirSync(join(folder, '2031/01/01/n-0/.~tmp~'));
      writeFileSync(join(folder, '2031/01/01/n-0/.~tmp~/index.html'), 'half');
    }
    const plan = await run(store, two);
    assert.ok(plan.removed.length > 100);
    assert.equal(readFileSync(join(folder, 'people/theirs/notes.txt'), 'utf8'), 'theirs');
    rmSync(join(folder, 'people/theirs'), { recursive: true });
    assert.deepEqual(contents(folder), contents(two));
    assert.ok(!existsSync(join(folder, '2031')), 'a folder is left');
  });

test('a program that is not there, or fails, is told with what to do', async (t) => {
  const path = process.env['PATH'];
  t.after(() => {
    process.env['PATH'] = path;
  });
  const folder = scratchFolder(t);
  process.env['PATH'] = folder;
  await assert.rejects(
    storeAt('rclone:remote:press').read(['x']),
    /There is no rclone on this machine: install it \(Debian: apt install rclone/,
  );
  writeFileSync(join(folder, 'rclone'), '#!/bin/sh\necho "no such remote" >&2\nexit 7\n', {
    mode: 0o755,
  });
  await assert.rejects(
    storeAt('rclone:remote:press').read(['x']),
    /rclone ended with code 7\. It said:\nno such remote\nMend that/,
  );
});

test('a place is one of four forms, and none that a program takes for an option', () => {
  for (const [place, said] of [
    ['press', /is no place to publish to: write s3:/],
    ['https://host/', /is no place to publish to/],
    ['rsync:-e sh', /begins with a hyphen/],
    ['rclone:--config=x', /begins with a hyphen/],
    ['rclone:press', /names no remote of rclone/],
    ['rsync:host:x\ny', /has a line break/],
    ['s3://Press', /is no name of a bucket/],
    ['s3://press/../x', /has a folder that is none/],
    ['s3://press//x', /has a folder that is none/],
  ] as const)
    assert.throws(() => storeAt(place, {}), said, place);
});
