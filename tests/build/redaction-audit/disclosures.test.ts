import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  disclosuresInFolder,
  disclosuresOf,
  entryOf,
  indexedSite,
} from '../../support/disclosures.ts';

test('the place of a disclosure is told', async (t) => {
  const { problems } = await disclosuresOf(t, { 'a.html': '<p>one</p>\n<p>by Élodie Quaile</p>' });
  assert.deepEqual(
    problems.map(({ line, column }) => [line, column]),
    [[2, 7]],
  );
});

/** A site with an index of an article with one paragraph. */
const indexed = (t: TestContext, text: string) =>
  indexedSite(t, { paragraphs: [{ id: 'p-aaaaaaaa', text }] });

test('the index of words is decoded, and holds no word of a name that the text does not show', async (t) => {
  const stale = await indexed(t, 'The family of Quaile left.');
  const { paths, problems } = await disclosuresInFolder(stale);
  assert.ok(
    paths.length > 0 && paths.every((path) => path.startsWith('search/words/')),
    paths.join(),
  );
  assert.match(problems[0]?.fix ?? '', /index of words holds what the text does not show/);
  assert.deepEqual((await disclosuresInFolder(await indexed(t, '[a minor] left.'))).paths, []);
});

const WITHDRAWN = entryOf({
  withdrawn: { date: '2032-02-01', reason: 'Forged.' },
  title: 'Nine lamps went out along the harbour wall',
});

test('eight words of a withdrawn text survive nowhere, but seven may', async (t) => {
  const files = (words: string) => ({ 'a.html': `<p>It said that ${words}</p>` });
  const found = await disclosuresOf(
    t,
    files('nine lamps went out along the harbour wall.'),
    WITHDRAWN,
  );
  assert.deepEqual([...new Set(found.paths)], ['a.html']);
  assert.match(found.problems[0]?.rule ?? '', /was withdrawn; 8 words of it in a row stand here/);
  const seven = await disclosuresOf(t, files('nine lamps went out along the harbour.'), WITHDRAWN);
  assert.deepEqual(seven.paths, []);
});
