import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { queriesOf } from '../../../src/bench/search/judged/queries.ts';
import { tellStories } from '../../../src/bench/search/judged/telling.ts';
import { scratchFolder } from '../../support/scratch.ts';

test('at least 150 queries are judged, and each wants articles that there are', (t) => {
  const folder = scratchFolder(t);
  const queries = queriesOf(tellStories(folder));
  assert.ok(queries.length >= 150, `${queries.length}`);
  assert.equal(new Set(queries.map(({ q }) => q)).size, queries.length);
  for (const { q, wanted } of queries) {
    assert.ok(wanted.size > 0, q);
    for (const id of wanted.keys())
      assert.ok(existsSync(join(folder, 'articles', `${id}.mdx`)), id);
  }
});
