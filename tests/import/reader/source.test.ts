import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formatOf } from '../../../src/import/formats/formats.ts';
import { headOf } from '../../../src/import/formats/head.ts';
import { itemsOf } from '../../../src/import/item.ts';
import type { WrittenDocument } from '../../../src/import/source-document.ts';
import { asTime } from '../../../src/import/time/time.ts';

/** What real sources do that no specification says. */

async function documentOf(input: string | Uint8Array, encoding?: string): Promise<WrittenDocument> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  for await (const {
    item: { reading },
  } of itemsOf({ name: 'input', bytes }, { encoding })) {
    assert.ok('document' in reading, JSON.stringify(reading));
    return reading.document;
  }
  throw new Error('There is no item.');
}

const SENTENCE =
  'The board of the harbour of Vellmar, which met on Wednesday, said that the old ship would be moved, and that the cost would be met by the county.';
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="date" content="2021-08-01"><title>T</title>${head}</head><body>${body}</body></html>`;
const textOf = async ({ mdx }: WrittenDocument) => mdx;
const item = (fields: object) =>
  JSON.stringify({
    uri: 'https://wire.example/5',
    versioncreated: '2026-11-23T01:00:00Z',
    headline: 'A',
    body_text: 'Text.',
    ...fields,
  });

suite('embargoes', () => {
  for (const embargo of [
    '2999-01-01T00:00:00Z',
    new Date(Date.now() + 3600_000).toISOString().slice(0, 19),
    '23 November 2999, 18:00',
    'until further notice',
    { until: '2999-01-01T00:00:00Z' },
  ]) {
    test(`${JSON.stringify(embargo)} holds`, async () =>
      assert.rejects(documentOf(item({ embargoed: embargo })), /embargoed/));
  }
  for (const embargo of ['2020-01-01T00:00:00Z', '2020-01-01', '2020-01-01T12:00:00+0200', null])
    test(`${embargo} is over`, async () => void (await documentOf(item({ embargoed: embargo }))));
});

suite('what a page holds is kept', () => {
  const KEPT: [what: string, html: string, kept: string[]][] = [
    [
      'blocks in the cells of a table',
      '<table><tr><th>Year</th><th>Note</th></tr><tr><td>1931</td><td>Built<ul><li>one d</li><li>two d</li></ul></td></tr></table>',
      ['| 1931 | Built one d two d |'],
    ],
    [
      'a table, a quotation and code in figures',
      '<figure><table><tr><th>Item</th><th>Cost</th></tr><tr><td>Tugs</td><td>40,000</td></tr></table></figure><figure><blockquote><p>She has stood there.</p></blockquote></figure><figure><img src="x.png"><figcaption>Seen</figcaption></figure>',
      ['| Tugs | 40,000 |', '> She has stood there.'],
    ],
    ['quotation marks', '<p>He called it <q>a fine day</q>.</p>', ['“a fine day”']],
    [
      'a word in a button',
      '<p>The <button type="button">reservoir</button> broke.</p>',
      ['The reservoir broke.'],
    ],
    [
      'the caption of a table',
      '<table><caption>Crew by rank</caption><tr><th>Rank</th></tr><tr><td>Mate</td></tr></table>',
      ['Crew by rank', '| Mate |'],
    ],
    [
      'the columns of a table with cells over several rows',
      '<table><tr><th>Name</th><th>Year</th></tr><tr><td rowspan="2">Osk</td><td>1931</td></tr><tr><td>1955</td></tr></table>',
      ['| Osk | 1931 |', '| | 1955 |'],
    ],
    [
      'the headings beside words in bold that touch',
      '<h2>Head A</h2><ul><li>x</li></ul><p><b>one</b><b>two</b></p>',
      ['## Head A', '- x', '**onetwo**'],
    ],
  ];
  for (const [what, html, kept] of KEPT) {
    test(what, async () => {
      const text = await textOf(
        await documentOf(page(`<article><p>${SENTENCE}</p>${html}<p>${SENTENCE}</p></article>`)),
      );
      const squeezed = text.replace(/ +/g, ' ').replace(/-{2,}/g, '-');
      for (const words of kept) assert.ok(squeezed.includes(words), `${words} in ${squeezed}`);
    });
  }

  test('and what stands below it is not, as comments do', async () => {
    const comment = 'I have seen the old ship from my window every day, and I shall miss it a lot.';
    const text = await textOf(
      await documentOf(
        page(
          `<div><article><h1>T</h1><p>${SENTENCE}</p><p>${SENTENCE}</p></article><section id="discussion"><p>${comment}</p><p>${comment}</p></section></div>`,
        ),
      ),
    );
    assert.equal(text, `${SENTENCE}\n\n${SENTENCE}\n`);
  });

  test('a lead in the header of the article is kept', async () => {
    const lead = 'A lead in the header of the article.';
    const { summary = '', mdx } = await documentOf(
      page(
        `<article><header><h1>T</h1><p>${lead}</p></header><div><p>${SENTENCE}</p><p>${SENTENCE}</p></div></article>`,
      ),
    );
    assert.ok([summary, mdx].join().includes(lead));
  });
});

suite('facts of a page', () => {
  const text = `<p>${SENTENCE}</p><p>${SENTENCE}</p>`;
  test('are of its own article, not of a related one', async () => {
    const related = JSON.stringify([
      {
        '@type': 'NewsArticle',
        headline: 'Another, related story',
        datePublished: '2019-01-01T10:00:00Z',
        url: 'https://vp.example/other',
      },
    ]);
    const own = JSON.stringify({
      '@type': 'WebPage',
      mainEntity: {
        '@type': 'NewsArticle',
        headline: 'Mill &amp; basin &#8211; a story',
        datePublished: '2021-07-10T10:00:00Z',
        url: 'https://vp.example/main',
      },
    });
    const head = `<link rel="canonical" href="https://vp.example/main"><script type="application/ld+json">${related}</script><script type="application/ld+json">${own}</script>`;
    const { title, date } = await documentOf(page(`<article>${text}</article>`, head));
    assert.deepEqual([title, date], ['Mill & basin – a story', '2021-07-10']);
  });

  test('the time is that of the article, not of the news beside it', async () => {
    const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Clock</title></head><body><ul><li><time datetime="2026-11-22T08:00:00Z">now</time></li></ul><article><h1>Clock</h1><time datetime="2019-03-04T10:00:00Z">then</time>${text}</article></body></html>`;
    assert.equal((await documentOf(html)).date, '2019-03-04');
  });

  test('a front page is nobody’s address', async () => {
    const head = '<link rel="canonical" href="https://osk.example/">';
    assert.equal((await documentOf(page(`<article>${text}</article>`, head))).url, undefined);
  });

  test('a headline that is repeated is not the first block, in any script', async () => {
    const html = `<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><meta name="date" content="2021-08-01"><title>Старая лодка</title></head><body><article><h1>Старая лодка</h1>${text}</article></body></html>`;
    assert.ok(!(await textOf(await documentOf(html))).includes('Старая'));
  });
});

suite('encodings of pages', () => {
  const html = (head: string) =>
    `<!DOCTYPE html><html lang="no"><head>${head}<title>Ferja går</title><meta name="date" content="2021-04-03"></head><body><article><p>Ferja til Ørnøya går igjen, sa Bjørn Åsvåg på onsdag, og folk på øya er glade for det.</p></article></body></html>`;
  test('UTF-8 without a word of it', async () =>
    assert.equal((await documentOf(html(''))).title, 'Ferja går'));
  test('the one that is named on the command line, whatever the page says', async () => {
    const bytes = Buffer.from(html('<meta charset="utf-16">'), 'latin1');
    assert.equal((await documentOf(bytes, 'windows-1252')).title, 'Ferja går');
  });
  test('the one that the page names', async () => {
    const bytes = Buffer.from(html('<meta charset="windows-1252">'), 'latin1');
    assert.equal((await documentOf(bytes)).title, 'Ferja går');
  });
});

suite('feeds', () => {
  const rss = (inside: string) =>
    `<rss version="2.0"><channel><title>V</title><item><title>S</title><link>https://vp.example/s</link><pubDate>Thu, 03 Apr 31 08:00:00 CEST</pubDate>${inside}</item></channel></rss>`;
  test('a day of two digits for the year', async () => {
    const { date } = await documentOf(
      rss('<description>The mill at Osk reopens.\n\n40 people are hired.</description>'),
    );
    assert.equal(date, '2031-04-03');
  });
  test('two line breaks end a paragraph, as does a blank line without markup', async () => {
    const breaks = rss('<description>First.&lt;br&gt;&lt;br /&gt;Second.</description>');
    assert.equal(await textOf(await documentOf(breaks)), 'First.\n\nSecond.\n');
    const blank = rss('<description>First.\n\nSecond &amp;amp; last.</description>');
    assert.equal(await textOf(await documentOf(blank)), 'First.\n\nSecond & last.\n');
  });
  test('RSS 0.91 with its document type', async () => {
    const { title } = await documentOf(
      `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "x">${rss('<description>The mill at Osk reopens.\n\n40 people are hired.</description>').replace('2.0', '0.91')}`,
    );
    assert.equal(title, 'S');
  });
});

suite('heads of texts', () => {
  for (const head of ['Title: A\nSection: Local\nDate: 2021-04-02', 'Title: A\n\nDate: 2021-04-02'])
    test(JSON.stringify(head), async () => {
      const document = await documentOf(`${head}\n\nBody: a word.\n\nDate: none.`);
      assert.deepEqual([document.title, document.date], ['A', '2021-04-02']);
      assert.equal(await textOf(document), 'Body: a word.\n\nDate: none.\n');
    });
});

suite('days', () => {
  const DAYS: [written: string, day: string | undefined][] = [
    ['2 marraskuu 2021', '2021-11-02'],
    ['2 Sept 2021', '2021-09-02'],
    ['2 March 2021', '2021-03-02'],
    ['Thu, 03 Apr 31 08:00:00 GMT', '2031-04-03'],
    ['Thu, 03 Apr 97 08:00:00 GMT', '1997-04-03'],
    ['3 Ap 2031', undefined],
  ];
  for (const [written, day] of DAYS) test(written, () => assert.equal(asTime(written)?.date, day));
});

suite('what is no article', () => {
  for (const [start, words] of [
    ['{\\rtf1\\ansi Text}', /rich text/],
    ['ID3\u0003\u0000\u0000', /a sound/],
    ['\u0001\u0002\u0000binary', /no text/],
    [`sound ${'ab\u0000'.repeat(40)}`, /no text/],
  ] as const)
    test(JSON.stringify(start), () =>
      assert.throws(() => formatOf(headOf('input', Buffer.from(start))), words),
    );
});
