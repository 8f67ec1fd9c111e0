import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysOf } from '../../../../src/domain/search/corrections/keys.ts';
import { NearFiles } from '../../../../src/domain/search/corrections/near-words.ts';
import { writeNearFiles } from '../../../../src/outputs/search-index/corrections/near-files.ts';
import { proveNear } from '../../../../src/outputs/search-index/corrections/near-proof.ts';
import type { Meant } from '../../../../src/outputs/search-index/corrections/vocabulary.ts';

const BEGINNINGS =
  'ba cor dun el fen gal hal is jan ker lor mir nes or pel quer ros sal tam var'.split(' ');
const ENDINGS = 'bek chin dar fel gor holm kan lund mar nov pol rin sten tur vik wend zel'.split(
  ' ',
);

const meant = (written: string, count = 4): Meant => {
  const letters = written.toLowerCase();
  return { written, letters, count, isName: written !== letters, keys: keysOf(letters) };
};
/** Some thousand invented words. */
const WORDS = BEGINNINGS.flatMap((a) =>
  BEGINNINGS.flatMap((b) => ENDINGS.map((c) => meant(a + b + c))),
).toSorted((a, b) => (a.written < b.written ? -1 : 1));

async function written(words: readonly Meant[]) {
  const files = new Map<string, string>();
  const digests = await writeNearFiles(words, {
    put: (path, text) => {
      files.set(path.split('/').at(-1) ?? '', text);
      return true;
    },
  });
  return { files, digests };
}
const all = await written(WORDS);
const read = async (name: string) => JSON.parse(all.files.get(name) ?? 'null') ?? undefined;

test('each file has some kilobytes, however many words there are', () => {
  assert.ok(all.files.size > 16 && Math.log2(all.files.size) % 1 === 0, `${all.files.size}`);
  for (const text of all.files.values()) assert.ok(text.length < 40_000, `${text.length}`);
});

test('a word is guessed from its misspelling, by at most one file a key', async () => {
  const asked: string[] = [];
  const near = new NearFiles(all.digests, (name) => {
    asked.push(name);
    return read(name);
  });
  const [best] = await near.to('haldunfell');
  assert.equal(best?.written, 'haldunfel');
  assert.ok(asked.length <= 2, asked.join());
  assert.equal((await near.to('duncorbke'))[0]?.written, 'duncorbek');
  assert.deepEqual(await near.to('xyzzy'), []);
  assert.ok(asked.length <= 18, `${asked.length}`);
});

test('of words that are as like the more frequent comes first, and a name before a word', async () => {
  const some = [meant('farrow', 1), meant('barrow', 900), meant('Marrow', 900)];
  const { files, digests } = await written(some);
  const near = new NearFiles(digests, async (name) => JSON.parse(files.get(name) ?? 'null'));
  const guesses = (await near.to('zarrow')).map((one) => one.written);
  assert.deepEqual(guesses, ['Marrow', 'barrow', 'farrow']);
});

test('another word changes the files of its keys alone', async () => {
  const more = [...WORDS, meant('weatherglass')].toSorted((a, b) =>
    a.written < b.written ? -1 : 1,
  );
  const after = await written(more);
  const changed = [...after.files.keys()].filter((name) => !all.files.has(name));
  assert.ok(changed.length > 0 && changed.length <= 9, `${changed.length}`);
});

test('an archive without words has no file, and nothing is guessed there', async () => {
  const { files, digests } = await written([]);
  assert.equal(files.size, 0);
  assert.deepEqual(await new NearFiles(digests, async () => undefined).to('ferry'), []);
});

test('a word that is not found from its misspellings stops the build by its name', () => {
  const files = new Map(
    [...all.files].map(([name, text]) => [name, text.replaceAll('varhalholm', 'x')]),
  );
  assert.throws(
    () => proveNear(WORDS, all.digests, (name) => JSON.parse(files.get(name) ?? '[]')),
    /Misspelt words are not found: varhalholm\./,
  );
});
