import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { UnreadArticles } from '../../src/content/reading/changed-articles.ts';
import { SpoiltPart } from '../../src/content/reading/parts/part-taking.ts';
import { readArchive } from '../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../src/content/store/archive-store.ts';
import { writePart } from '../../src/content/store/part-store.ts';
import { scratchFolder, write } from '../support/scratch.ts';

/** An archive of an article, the store of a part that has it, and a way to join it on another machine. */
async function parted(t: TestContext) {
  const [root, here] = [scratchFolder(t), scratchFolder(t)];
  write(root, {
    'articles/2031/04/02/rain.mdx': '---\ndate: 2031-04-02\ntext: account\n---\nIt rained.\n',
  });
  const store = new ArchiveStore(here);
  await readArchive(root, '/', store);
  store.close();
  const part = join(here, 'part.sqlite');
  writePart(part, store.file);
  const joined = async () => {
    const there = new ArchiveStore(scratchFolder(t));
    try {
      const { changed } = await readArchive(root, '/', there, { parts: [part], isJoined: true });
      return { changed, text: there.articleData('2031/04/02/rain').paragraphs[0]?.text };
    } finally {
      there.close();
    }
  };
  const spoil = (sql: string) => {
    const database = new DatabaseSync(part);
    database.exec(sql);
    database.close();
  };
  return { root, part, joined, spoil };
}

test('what a part has read is not read again', async (t) => {
  const { root, joined } = await parted(t);
  assert.deepEqual(await joined(), { changed: 0, text: 'It rained.' });
  write(root, {
    'articles/2031/04/03/sun.mdx': '---\ndate: 2031-04-03\ntext: account\n---\nSun.\n',
  });
  await assert.rejects(joined, (error) => {
    assert.ok(error instanceof UnreadArticles);
    assert.deepEqual(error.ids, ['2031/04/03/sun']);
    return true;
  });
});

const ENDLESS =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, i AS digest, i AS entry, i AS mark FROM n';
const SPOILT: [what: string, sql: string][] = [
  ['a column less', 'ALTER TABLE piece DROP COLUMN text'],
  [
    'a view in place of a table',
    `ALTER TABLE article RENAME TO a; CREATE VIEW article AS ${ENDLESS}`,
  ],
  ['a trigger', 'CREATE TRIGGER more AFTER INSERT ON article BEGIN DELETE FROM piece; END'],
  ['a row that was changed', "UPDATE article SET entry = '5'"],
  ['a row without an entry', 'UPDATE article SET entry = NULL'],
  ['a text that was changed', "UPDATE piece SET text = '{}' WHERE name = 'data'"],
  ['a text less', "DELETE FROM piece WHERE name = 'body'"],
];

for (const [what, sql] of SPOILT)
  test(`a part with ${what} is refused`, async (t) => {
    const { joined, spoil } = await parted(t);
    spoil(sql);
    await assert.rejects(joined, SpoiltPart);
  });

test('a part that is no store is refused', async (t) => {
  const { part, joined } = await parted(t);
  writeFileSync(part, Buffer.alloc(100_000));
  await assert.rejects(joined, SpoiltPart);
});
