import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toString as textOf } from 'hast-util-to-string';
import { readLedgerFiles } from '../../src/content/ledger/ledger-files.ts';
import { site } from '../../src/site.ts';
import { ARCHIVES, readBuilt } from '../support/archives.ts';
import { elements, pagesOf } from '../support/pages.ts';

const archive = ARCHIVES.imported;
const { changes, head } = readLedgerFiles(archive.content);
const entries = new Set(changes.map(({ date, path }) => `${date} ${path}`)).size;
const pages = () => pagesOf(archive).filter(({ path }) => path.startsWith('/changes/'));

describe('what was changed without a correction', () => {
  test('every change that the ledger lists stands on a page, and leads to what was changed', () => {
    assert.ok(entries > 1);
    assert.equal(pages().length, Math.ceil(entries / site.pageSize));
    const items = pages().flatMap(({ tree }) => elements(tree, ({ tagName }) => tagName === 'h2'));
    assert.equal(items.length, entries);
    const links = new Set(
      pages().flatMap(({ tree }) =>
        elements(tree, ({ tagName }) => tagName === 'a').map(
          ({ properties }) => properties['href'],
        ),
      ),
    );
    for (const { path } of changes) assert.ok(links.has(path), path);
  });

  test('it says what was done, and why a text was withdrawn', () => {
    const words = pages()
      .map(({ tree }) => textOf(tree))
      .join();
    for (const said of [
      'A summary was added.',
      'It was withdrawn.',
      'Reason: It was an invention.',
    ])
      assert.ok(words.includes(said), said);
  });

  test('the feeds tell of the same in three forms', () => {
    const { items } = JSON.parse(readBuilt(archive, 'changes/feed.json'));
    assert.equal(items.length, Math.min(50, entries));
    for (const form of ['atom', 'rss'])
      assert.equal(
        readBuilt(archive, `changes/feed.${form}`).split(/<(?:entry|item)>/).length - 1,
        items.length,
      );
    const ids = items.map(({ id }: { id: string }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  test('the site has the head of the ledger, without what is known to the archive alone', () => {
    const published = readBuilt(archive, 'ledger.txt');
    const seals = head?.seals ?? [];
    assert.equal(
      published,
      seals.map((one) => `${one.number} ${one.day} ${one.digest}\n`).join(''),
    );
    for (const { salt } of seals) assert.ok(!published.includes(salt));
    assert.match(readBuilt(archive, 'manifest-sha256.txt'), / {2}ledger\.txt$/m);
  });

  test('an archive that was never sealed has an empty list, and no head', () => {
    const tree = pagesOf(ARCHIVES.holms).find(({ path }) => path === '/changes/')?.tree;
    assert.match(tree ? textOf(tree) : '', /Nothing has been changed so far/);
    assert.throws(() => readBuilt(ARCHIVES.holms, 'ledger.txt'));
  });
});
