import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { encode } from 'cborg';
import { PagefindTexts } from '../../../src/client/search/text-engine.ts';
import type { ArticleData } from '../../../src/domain/article/article-data.ts';

const TEXTS = ['a lamp and lamps', 'lamplight', 'two strikes, one strike'];

/** Stands in for Pagefind: the exact form of a query tells one place, the plain one all that begin alike. */
const PAGEFIND = `
const TEXTS = ${JSON.stringify(TEXTS)};
const stem = (word) => word.replace(/s$/, '');
export const seen = { starting: 0, together: 0, asked: 0, broken: false };
export function createInstance() {
  const asked = [];
  const merged = [];
  return {
    mergeIndex: async (path, options) => {
      merged.push(options.language);
    },
    init: async () => {
      seen.together = Math.max(seen.together, ++seen.starting);
      await new Promise((done) => setTimeout(done, 5));
      seen.starting--;
    },
    destroy: async () => {},
    async search(query) {
      seen.asked++;
      if (seen.broken) throw new Error('no network');
      const exact = /^"(.*)"$/.exec(query)?.[1];
      if (exact) asked.push(exact);
      // Of another query the instance would remember the parts of the index that it loaded.
      if (new Set(asked).size > 1) throw new Error('asked twice');
      const fits = (word) => (exact ? stem(word) === stem(exact) : word.startsWith(stem(query)));
      const results = TEXTS.flatMap((text, number) => {
        // A heading without a word stands before each text, and a sign after each.
        const standing = ['END', ...text.match(/[a-z]+/g), 'END'];
        const words = standing.flatMap((word, at) => (fits(word) ? [at] : []));
        const shown = exact ? words.slice(0, 1) : words;
        const parts = ['en', ...merged];
        return words.length > 0
          ? parts.map((part) => ({ id: part + '_a' + number, score: words.length, words: shown }))
          : [];
      });
      return { results };
    },
  };
}
`;

const folder = mkdtempSync(join(tmpdir(), 'text-engine-'));
writeFileSync(join(folder, 'pagefind.js'), PAGEFIND);
const address = `${pathToFileURL(folder)}/`;
const { seen } = await import(`${address}pagefind.js`);

/** The names of the texts, as Pagefind writes them: a mark, then its version and an array of each text. */
const metaOf = (language: string) =>
  gzipSync(
    Buffer.concat([
      Buffer.from('pagefind_dcd'),
      encode(['1.6.0', TEXTS.map((_, number) => [`${language}_a${number}`, 4, ''])]),
    ]),
  );
const realFetch = globalThis.fetch;
globalThis.fetch = async (input) =>
  new Response(metaOf(`${input}`.includes('later') ? 'en-203105' : 'en'));
after(() => {
  globalThis.fetch = realFetch;
  rmSync(folder, { recursive: true });
});
beforeEach(() => Object.assign(seen, { starting: 0, together: 0, asked: 0, broken: false }));

const part = { folder: 'x', language: 'en', texts: 'x.pf_meta', first: 0, address };
const texts = () => new PagefindTexts([part]);
const data = (number: number) =>
  ({
    heading: '',
    paragraphs: [{ id: 'p-1', text: TEXTS[number] }],
    media: [],
  }) as unknown as ArticleData;
const formsIn = async (word: string, number: number) =>
  [...(await texts().matchOf([word], number, data(number))).forms].toSorted();

test('several words asked for at once are asked one after another, each of an instance of its own', async () => {
  const engine = texts();
  await Promise.all(['lamp', 'strike', 'two', 'lamp'].map((word) => engine.holding([word])));
  assert.equal(seen.together, 1);
  assert.equal(seen.asked, 6, 'exact and plain, and nothing twice');
});

test('the articles are those of the exact words, in the rank of the plain ones', async () => {
  assert.deepEqual([...(await texts().holding(['lamp']))], [[0, 2]]);
  assert.deepEqual([...(await texts().holding(['nothing']))], []);
});

test('every form of a word is known, and no longer word that only begins like it', async () => {
  assert.deepEqual(await formsIn('strike', 2), ['strike', 'strikes']);
  assert.deepEqual(await formsIn('lamp', 0), ['lamp', 'lamps']);
  assert.deepEqual(await formsIn('lamp', 1), []);
});

test('what failed is asked again', async () => {
  const engine = texts();
  seen.broken = true;
  await assert.rejects(engine.holding(['lamp']), /no network/);
  seen.broken = false;
  assert.equal((await engine.holding(['lamp'])).size, 1);
});

test('the parts of an index are asked together; their articles have the numbers of the archive', async () => {
  const later = {
    ...part,
    language: 'en-203105',
    first: 7,
    address: 'https://host.example/later/',
  };
  const found = await new PagefindTexts([part, later]).holding(['lamp']);
  assert.deepEqual(
    [...found],
    [
      [0, 2],
      [7, 2],
    ],
  );
});

test('an archive without a text that can be found answers with nothing', async () => {
  assert.deepEqual([...(await new PagefindTexts([]).holding(['lamp']))], []);
});
