import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphId, paragraphIds } from '../../../src/domain/article/paragraph.ts';
import {
  FORMER_TEXTS_PATH,
  markOfId,
  type ParagraphsFile,
  paragraphsPath,
  QUOTE_INDEX_PATH,
  type QuoteIndex,
} from '../../../src/domain/quotation/layout.ts';
import { partBits, quoteFiles } from '../../../src/outputs/quote-index/index-files.ts';

const article = (id: string, texts: readonly string[]) => ({
  id,
  paragraphIds: paragraphIds(texts),
  corrections: [],
  became: [],
});

/** Where the files say that words stand, read as the page reads them. */
function standings(files: Map<string, unknown>, words: string) {
  const { bits } = files.get(QUOTE_INDEX_PATH) as QuoteIndex;
  const mark = markOfId(paragraphId(words));
  const file = files.get(paragraphsPath(mark, bits)) as ParagraphsFile | undefined;
  return file?.[mark] ?? [];
}

test('a paragraph is found in each article that has it, once', () => {
  const files = quoteFiles([article('a', ['One.', 'Two.', 'One.']), article('b', ['One.'])]);
  assert.deepEqual(standings(files, 'One.'), [['a'], ['b']]);
  assert.deepEqual(standings(files, 'Two.'), [['a']]);
  assert.deepEqual(standings(files, 'Three.'), []);
});

test('a paragraph that was corrected is found with the day, and its words are kept', () => {
  const was = paragraphId('Old.');
  const correction = { date: '2031-05-01', note: 'Wrong.', was, text: 'Old.', typo: false };
  const corrected = { ...article('a', ['New.']), corrections: [correction], became: [['p-x']] };
  const files = quoteFiles([corrected]);
  assert.deepEqual(standings(files, 'Old.'), [['a', '2031-05-01']]);
  assert.deepEqual(files.get(FORMER_TEXTS_PATH), [
    { article: 'a', date: '2031-05-01', was, text: 'Old.', became: ['p-x'] },
  ]);
});

test('a large archive is parted, and no file is large', () => {
  const texts = Array.from({ length: 30_000 }, (_, at) => `Paragraph ${at}.`);
  const articles = Array.from({ length: 1000 }, (_, at) =>
    article(`2031/04/02/report-${at}`, texts.slice(at * 30, at * 30 + 30)),
  );
  const files = quoteFiles(articles);
  assert.equal((files.get(QUOTE_INDEX_PATH) as QuoteIndex).bits, 6);
  assert.equal(files.size, 2 + 64);
  for (const [path, file] of files)
    assert.ok(JSON.stringify(file).length < 60_000, `${path} is small`);
  for (const text of [texts[0], texts[12_345], texts.at(-1)])
    assert.equal(standings(files, text ?? '').length, 1);
  assert.deepEqual([1, 800, 801, 25_600, 320_000].map(partBits), [0, 0, 1, 5, 9]);
});

test('the bits of an id that name its file are those of its base32', () => {
  // “7” is 31, “i” is 8.
  for (const [bits, path] of [
    [0, 0],
    [1, 1],
    [5, 31],
    [6, 62],
    [10, 1000],
  ])
    assert.equal(paragraphsPath('7iaaaaaa', bits ?? 0), `/verify/paragraphs/${path}.json`);
});
