import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readPage } from '../../../src/bench/importing/reading.ts';
import { inWords } from '../../../src/bench/importing/report.ts';
import { blocksLost, blocksOfHtml, wordsFound } from '../../../src/bench/importing/text.ts';
import { benchImporting, corpusIn } from '../../../src/bench/importing.ts';
import { openReader } from '../../../src/import/reader/reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'corpora-'));
const write = (name: string, bytes: string | Uint8Array) => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
};

const FERRY =
  'The ferry to Port Ansel left on Wednesday with forty people aboard, two days after the storm.';
const DREDGED = 'It will sail twice a day until the harbour is dredged, the council said.';
const PAGE = `<!doctype html><html lang="en"><head><title>Ferry runs again</title>
<meta property="article:published_time" content="2031-04-02T09:00:00+02:00"></head>
<body><article><h1>Ferry runs again</h1><p>${FERRY}</p><p>${DREDGED}</p></article></body></html>`;

write('readability/test/test-pages/ferry/source.html', PAGE);
write(
  'readability/test/test-pages/ferry/expected.html',
  `<div><p>${FERRY}</p><p>${DREDGED}</p></div>`,
);
write(
  'scrapinghub/ground-truth.json',
  JSON.stringify({ ferry: { articleBody: `${FERRY}\n\n${DREDGED}` } }),
);
write('scrapinghub/html/ferry.html.gz', gzipSync(PAGE));
write(
  'trafilatura/tests/evaldata.json',
  JSON.stringify({
    'https://gazette.example/ferry': {
      file: 'ferry.html',
      with: ['left on Wednesday', 'nowhere in the page'],
      without: ['Ferry runs again'],
      title: 'Ferry runs again',
      date: '2031-04-03',
    },
  }),
);
write('trafilatura/tests/cache/ferry.html', PAGE);

suite('corpora of saved pages', () => {
  const reader = openReader();
  after(() => reader.close());

  for (const name of ['readability', 'scrapinghub'])
    test(`${name}: whole texts`, async () => {
      const corpus = corpusIn(join(folder, name));
      assert.equal(corpus?.name, name);
      const [page] = corpus.pages;
      assert.ok(page);
      const read = await readPage(page, reader);
      assert.deepEqual(read.words, { expected: 31, found: 31, taken: 31, right: 31 });
      assert.deepEqual([read.lost, read.isSilent, read.failed], [[], false, undefined]);
    });

  test('trafilatura: pieces of texts, headline and day; its table', async () => {
    const corpus = corpusIn(join(folder, 'trafilatura'));
    assert.ok(corpus);
    const read = await benchImporting(corpus, () => undefined);
    const [page] = read.pages;
    assert.deepEqual(page?.snippets, { expected: 2, found: 1 });
    assert.deepEqual(page.lost, ['nowhere in the page']);
    assert.ok(page.isSilent);
    assert.deepEqual(page.surroundings, []);
    assert.ok(page.title?.isRight);
    assert.deepEqual(page.date, { expected: '2031-04-03', found: '2031-04-02', isRight: false });
    const words = inWords([read]);
    assert.match(words, /^snippets found +1 of 2$/mu);
    assert.match(words, /^pages that lost text in silence +1$/mu);
  });

  test('a folder that holds none', () => assert.equal(corpusIn(folder), undefined));
});

test('blocks of HTML: words within a line stay one, what is not seen is none', () => {
  assert.deepEqual(
    blocksOfHtml(
      '<p>Fer<b>ry</b> runs</p>again<script>x()</script><ul><li>One</li><li>Two</li></ul>',
    ),
    ['Ferry runs', 'again', 'One', 'Two'],
  );
});

test('words are found as often as they stand there; a block is lost where less than half of it is', () => {
  assert.equal(wordsFound(['a', 'a', 'b'], ['a', 'c', 'b']), 2);
  assert.deepEqual(blocksLost([FERRY, 'Three sailors drowned.'], `${FERRY} Nobody drowned.`), [
    'Three sailors drowned.',
  ]);
});
