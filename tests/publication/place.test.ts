import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localFolder } from '../../src/publication/place.ts';

test('folders of this machine are told from other places', () => {
  for (const folder of ['dist', '../site', '/srv/archive', './a:b/c'])
    assert.equal(localFolder(`rsync:${folder}`), folder);
  assert.equal(localFolder('rclone:/srv/archive'), '/srv/archive');
  for (const place of [
    'rsync:me@host.example:/srv',
    'rsync:host:x',
    'rclone:remote:path',
    's3://b/x',
  ])
    assert.equal(localFolder(place), undefined, place);
});
