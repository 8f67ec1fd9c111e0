import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { unpacked } from '../../../../src/import/formats/saved/warc/unpacked.ts';
import { readingsOf } from '../../../support/readings.ts';
import { articlePage, HTML_ANSWER, type RecordParts, warcOf } from '../../../support/warc.ts';

const FERRY = 'The ferry of Quern ran again on Monday, and the harbour was full of people.';
const LAMP = 'The lamp of Quern was lit again on Monday, and nobody said who had paid for it.';
const MILL = 'The mill of Osk stood still for a week, and forty people went without bread.';

const said = async (records: readonly RecordParts[], isPacked = false) => {
  const { stories, skipped, faults } = await readingsOf(warcOf(records, isPacked));
  return {
    stories,
    texts: stories.flatMap(({ paragraphs }) => paragraphs),
    skipped: skipped.map(({ as }) => as),
    faults,
  };
};

const info: RecordParts = { type: 'warcinfo', address: '', answer: [], body: 'software: x\r\n' };

suite('web archives', () => {
  for (const isPacked of [false, true])
    test(`pages come in, and the rest is counted by its kind (${isPacked ? 'packed' : 'plain'})`, async () => {
      const { stories, texts, skipped, faults } = await said(
        [
          info,
          { type: 'request', answer: ['GET / HTTP/1.1'] },
          { body: articlePage(FERRY) },
          {
            address: 'https://gazette.example/a.png',
            answer: ['HTTP/1.1 200 OK', 'Content-Type: image/png'],
            body: 'x'.repeat(100_000),
          },
          { address: 'https://gazette.example/gone', answer: ['HTTP/1.1 404 Not Found'] },
          { address: 'https://gazette.example/lamp', type: 'revisit' },
          { address: 'https://gazette.example/', body: articlePage(LAMP) },
          {
            address: 'https://gazette.example/tag/ferry/',
            body: '<html><body class="archive tag"><article><p>One.</p></article><article><p>Two.</p></article></body></html>',
          },
        ],
        isPacked,
      );
      assert.deepEqual(faults, []);
      assert.deepEqual(texts, [FERRY]);
      assert.equal(stories[0]?.url, 'https://gazette.example/ferry');
      assert.equal(stories[0]?.accessed, '2031-04-03');
      assert.match(stories[0]?.sha256 ?? '', /^[0-9a-f]{64}$/);
      assert.deepEqual(skipped, ['file', 'answer', 'capture', 'kind', 'kind']);
    });

  test('the last capture of an address counts, wherever it stands, and the same page once', async () => {
    const { texts, skipped } = await said([
      { time: '2031-04-05T00:00:00Z', body: articlePage(LAMP) },
      {
        time: '2031-04-03T00:00:00Z',
        body: articlePage(FERRY),
        address: 'http://gazette.example/ferry',
      },
      { address: 'https://gazette.example/lamp?print=1', body: articlePage(LAMP) },
    ]);
    assert.deepEqual(texts, [LAMP]);
    assert.deepEqual(skipped, ['capture', 'capture']);
  });

  test('the canonical address of a page is believed before the one it was loaded from', async () => {
    const { stories } = await said([
      {
        address: 'https://gazette.example/ferry?utm_source=mail',
        body: articlePage(FERRY, '<link rel="canonical" href="https://gazette.example/ferry">'),
      },
    ]);
    assert.equal(stories[0]?.url, 'https://gazette.example/ferry');
  });

  test('chunks and encodings are undone, and header lines that no longer hold are seen through', async () => {
    const page = Buffer.from(articlePage(FERRY));
    const chunks = (bytes: Buffer) =>
      Buffer.concat([
        Buffer.from('10;a=b\r\n'),
        bytes.subarray(0, 16),
        Buffer.from(`\r\n${(bytes.length - 16).toString(16)}\r\n`),
        bytes.subarray(16),
        Buffer.from('\r\n0\r\n\r\n'),
      ]);
    const as = (lines: string[], body: Buffer, number: number): RecordParts => ({
      address: `https://gazette.example/${number}`,
      answer: [...HTML_ANSWER, ...lines],
      // Other bytes, so that it is another page.
      body,
    });
    const forms: [string[], (page: Buffer) => Buffer][] = [
      [['Transfer-Encoding: chunked'], chunks],
      [
        ['Transfer-Encoding: chunked', 'Content-Encoding: gzip'],
        (bytes) => chunks(gzipSync(bytes)),
      ],
      [['Content-Encoding: br'], brotliCompressSync],
      [['Content-Encoding: deflate'], deflateSync],
      [['Content-Encoding: deflate'], deflateRawSync],
      [['Content-Encoding: gzip', 'Transfer-Encoding: chunked'], (bytes) => bytes],
    ];
    const { texts, faults } = await said(
      forms.map(([lines, form], number) =>
        as(lines, form(Buffer.from(`${page}<!-- ${number} -->`)), number),
      ),
    );
    assert.deepEqual(faults, []);
    assert.equal(texts.length, forms.length);
    assert.deepEqual(new Set(texts), new Set([FERRY]));
  });

  test('the encoding that a server named counts', async () => {
    const { texts } = await said([
      {
        answer: ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=iso-8859-7'],
        body: Buffer.concat([
          Buffer.from(
            '<html><head><title>L</title><meta name=date content=2031-04-02></head><body><article><p>',
          ),
          Buffer.from([0xcb, 0xdc, 0xec, 0xf0, 0xe1]),
          Buffer.from(
            ' of Quern was lit again on Monday, and nobody knew.</p></article></body></html>',
          ),
        ]),
      },
    ]);
    assert.match(texts.join(), /^Λάμπα of Quern/);
  });

  test('one that breaks off gives what stands before, and says so', async () => {
    const records = [
      { body: articlePage(FERRY) },
      { address: 'https://gazette.example/mill', body: articlePage(MILL) },
    ];
    const plain = warcOf(records);
    const cut = await readingsOf(plain.subarray(0, plain.length - 60));
    assert.equal(cut.stories.length, 2);
    assert.match(cut.stories[1]?.notes.join() ?? '', /breaks off/);
    const packed = warcOf(records, true);
    const { stories, faults } = await readingsOf(packed.subarray(0, packed.length - 60));
    assert.equal(stories.length, 1);
    assert.match(faults.join(), /breaks off after/);
  });

  test('bytes of no record are told, and the next record is found', async () => {
    const { stories, faults } = await readingsOf(
      Buffer.concat([
        warcOf([{ body: articlePage(FERRY) }]),
        Buffer.from('stray bytes\nof nothing\n'),
        warcOf([{ address: 'https://gazette.example/mill', body: articlePage(MILL) }]),
      ]),
    );
    assert.equal(stories.length, 2);
    assert.match(faults.join(), /21 bytes there are of no record/);
  });

  test('a page that unpacks to more than a page has is refused, and the next one read', async () => {
    const { texts, faults } = await said([
      {
        answer: [...HTML_ANSWER, 'Content-Encoding: gzip'],
        body: gzipSync(Buffer.alloc(68_000_000, 32), { level: 1 }),
      },
      { address: 'https://gazette.example/mill', body: articlePage(MILL) },
    ]);
    assert.deepEqual(texts, [MILL]);
    assert.match(faults.join(), /more than 64 MB/);
  });

  test('a small one that unpacks to gigabytes is read as far as its bound', async () => {
    const packed = gzipSync(Buffer.alloc(32 * 1024 * 1024), { level: 1 });
    async function* bomb() {
      for (let member = 0; member < 100; member++) yield packed;
    }
    let size = 0;
    await assert.rejects(async () => {
      for await (const chunk of unpacked(bomb())) size += chunk.length;
    }, /more than 200 times its size/);
    assert.ok(size < 600 * 1024 * 1024);
  });

  test('one that holds no capture says so, and what is at no address of the web is counted', async () => {
    assert.match((await said([info])).faults.join(), /nothing was captured in it/);
    const file: RecordParts = { type: 'resource', address: 'file:///a.png', answer: [], body: 'x' };
    assert.deepEqual((await said([file])).skipped, ['file']);
  });

  test('ARC is refused by its name, packed or not', async () => {
    const arc = 'filedesc://a.arc 0.0.0.0 20310402 text/plain 77\n';
    for (const bytes of [Buffer.from(arc), gzipSync(arc)])
      assert.match((await readingsOf(bytes)).faults.join(), /ARC.*make WARC of it/);
  });

  test('something else that is packed is no web archive', async () => {
    assert.match((await readingsOf(gzipSync('a text'))).faults.join(), /unpack it first/);
  });
});
