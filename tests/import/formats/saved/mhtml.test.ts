import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readingsOf } from '../../../support/readings.ts';

const lines = (...parts: string[]) => Buffer.from(parts.join('\r\n'), 'latin1');
const PAGE =
  '<!doctype html><html><head><title>Lamp</title><meta name=3D"date" content=3D"2031-04-02"></head><body><article><p>The ferry of =C3=84lvik ran again on Monday, =\r\nand the <a href=3D"../quay">harbour</a> was full.</p></article></body></html>';
const FRAME =
  '<html><body><p>An advertisement that fills a frame of the page, and is longer.</p></body></html>';

const chrome = (...head: string[]) =>
  lines(
    ...head,
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--abc----"',
    '',
    '',
    '------MultipartBoundary--abc----',
    'Content-Type: text/html',
    'Content-ID: <frame-1@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://gazette.example/news/ferry',
    '',
    PAGE,
    '------MultipartBoundary--abc----',
    'Content-Type: text/html',
    'Content-Location: https://adverts.example/',
    '',
    FRAME,
    '------MultipartBoundary--abc----',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------MultipartBoundary--abc------',
    '',
  );

suite('MHTML', () => {
  test('a page saved by Chrome has its address, its day of capture and its text, and no frame', async () => {
    const { stories, faults } = await readingsOf(
      chrome(
        'From: <Saved by Blink>',
        'Snapshot-Content-Location: https://gazette.example/news/ferry',
        'Subject: =?utf-8?Q?Lamp?=',
        'Date: Thu, 3 Apr 2031 08:30:00 -0000',
        'MIME-Version: 1.0',
      ),
    );
    assert.deepEqual(faults, []);
    const [story] = stories;
    assert.equal(story?.url, 'https://gazette.example/news/ferry');
    assert.equal(story?.accessed, '2031-04-03');
    assert.equal(story?.date, '2031-04-02');
    assert.deepEqual(story?.paragraphs, [
      'The ferry of Älvik ran again on Monday, and the harbour was full.',
    ]);
    assert.match(story?.mdx ?? '', /\(https:\/\/gazette\.example\/quay\)/);
  });

  test('a page saved by Internet Explorer is of the encoding of its part', async () => {
    const { stories } = await readingsOf(
      lines(
        'From: "Saved by Windows Internet Explorer 8"',
        'Subject: Lampa',
        'Date: Tue, 3 Jun 2008 10:11:12 +0200',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; type="text/html"; boundary="b"',
        '',
        '--b',
        'Content-Type: text/html; charset="windows-1250"',
        'Content-Transfer-Encoding: quoted-printable',
        'Content-Location: http://gazette.example/lampa.html',
        '',
        '<html><head><title>Lampa</title></head><body><article><p>Pod latarni=B9 sta=B3o trzydzie=9Cci os=F3b, a port by=B3 pe=B3ny.</p></article></body></html>',
        '--b--',
      ),
    );
    assert.deepEqual(stories[0]?.paragraphs, [
      'Pod latarnią stało trzydzieści osób, a port był pełny.',
    ]);
    assert.equal(stories[0]?.accessed, '2008-06-03');
  });

  test('what went from one to another is an e-mail, whatever it is made of', async () => {
    const { stories, faults } = await readingsOf(
      chrome(
        'From: Ada <ada@gazette.example>',
        'To: desk@gazette.example',
        'Subject: x',
        'MIME-Version: 1.0',
      ),
    );
    assert.equal(stories.length, 0);
    assert.doesNotMatch(faults.join(), /MHTML/);
  });

  test('one without a page says so', async () => {
    const { faults } = await readingsOf(
      lines(
        'From: <Saved by Blink>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; boundary=b',
        '',
        '--b',
        'Content-Type: image/png',
        '',
        'x',
        '--b--',
      ),
    );
    assert.match(faults.join(), /holds no page/);
  });
});
