import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { captureText } from '../../src/content/files/capture-file.ts';
import { importer } from '../../src/import/importer.ts';
import { itemsOf } from '../../src/import/item.ts';
import { openAuthorityFile } from '../../src/import/matching/authority-file.ts';
import { openFiledEntries } from '../../src/import/matching/filed-entries.ts';
import type { Outcome } from '../../src/import/outcome.ts';
import { leavesAll } from '../../src/import/review/ask.ts';
import { captureOf } from '../../src/import/writing/capture.ts';
import { openDisk } from '../../src/import/writing/disk.ts';
import { problemsIn } from '../support/problems.ts';
import { readingsOf } from '../support/readings.ts';
import { scratchFolder } from '../support/scratch.ts';
import { articlePage, HTML_ANSWER, warcOf } from '../support/warc.ts';

const FERRY = 'The ferry of Quern ran again on Monday, and the harbour was full of people.';
const LAMP = 'The ferry of Quern ran again on Monday, and the harbour was full of lamps.';
const KEEPS = { keepsCaptures: true };
const ADDRESS = 'https://gazette.example/ferry';

const page = (text = FERRY) =>
  articlePage(text, `<link rel="canonical" href="${ADDRESS}"><meta charset="utf-8">`);

/** The only capture of an input, unpacked. */
async function capture(input: string | Uint8Array) {
  const { stories, faults } = await readingsOf(input, 'page.html', KEEPS);
  assert.deepEqual(faults, []);
  const [story] = stories;
  assert.ok(story?.capture);
  const [head = '', ...body] = gunzipSync(story.capture).toString('utf8').split('\r\n\r\n');
  return { packed: story.capture, head, body: body.join('\r\n\r\n'), story };
}

suite('a capture', () => {
  test('is the page as it was loaded, in a web archive that gives the same article', async () => {
    const { packed, head, body, story } = await capture(page());
    assert.equal(body, `${page()}\r\n\r\n`);
    assert.match(head, /^WARC\/1\.1\r\nWARC-Type: resource\r\n/);
    assert.match(head, new RegExp(`\r\nWARC-Target-URI: ${ADDRESS}\r\n`));
    const { stories } = await readingsOf(packed);
    assert.deepEqual(
      stories.map(({ mdx, title, date, url }) => ({ mdx, title, date, url })),
      [{ mdx: story.mdx, title: story.title, date: story.date, url: ADDRESS }],
    );
  });

  test('has the time and address of a crawl, its packing undone, and nothing that the server said beside it', async () => {
    const answer = [
      ...HTML_ANSWER,
      'Content-Encoding: gzip',
      'Set-Cookie: session=a-secret; path=/',
    ];
    const { head, body } = await capture(
      warcOf([{ time: '2031-04-03T08:30:00Z', answer, body: gzipSync(page()) }]),
    );
    assert.match(head, /\r\nWARC-Date: 2031-04-03T08:30:00Z\r\n/);
    assert.match(head, /\r\nContent-Type: text\/html; charset=utf-8\r\n/);
    assert.equal(body, `${page()}\r\n\r\n`);
    assert.doesNotMatch(head, /secret|Cookie/i);
  });

  test('has the day of saving that the page states, and that of today where none does', async () => {
    const saved = page().replace(
      '<html>',
      '<html><!-- Page saved with SingleFile\n url: https://gazette.example/ferry\n saved date: Thu Apr 03 2031 10:30:00 GMT+0200\n-->',
    );
    assert.match((await capture(saved)).head, /\r\nWARC-Date: 2031-04-03\r\n/);
    assert.match((await capture(page())).head, /\r\nWARC-Date: 20\d\d-\d\d-\d\d\r\n/);
  });

  test('says in what encoding the page is, whatever its server named', async () => {
    const latin = Buffer.from(
      page('Die Fähre von Älvik fuhr am Montag wieder, und der Hafen war voll.').replace(
        'utf-8',
        'windows-1252',
      ),
      'latin1',
    );
    const { stories } = await readingsOf(latin, 'page.html', KEEPS);
    const [story] = stories;
    assert.ok(story?.capture);
    assert.match(
      gunzipSync(story.capture).toString('latin1'),
      /\r\nContent-Type: text\/html; charset=windows-1252\r\n/,
    );
    assert.ok(captureText(story.capture)?.includes('Die Fähre von Älvik'));
  });

  test('of more than one page, or of the answer of a server, is none', () => {
    const record = gunzipSync(captureOf({ bytes: Buffer.from(page()), encoding: 'utf-8' }, {}));
    assert.ok(captureText(gzipSync(record)) !== undefined);
    assert.equal(captureText(gzipSync(Buffer.concat([record, record]))), undefined);
    assert.equal(captureText(warcOf([{ body: page() }], true)), undefined);
  });

  test('is of the page in an MHTML file', async () => {
    const mail = [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${ADDRESS}`,
      'Date: Thu, 3 Apr 2031 10:30:00 +0200',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      `Content-Location: ${ADDRESS}`,
      '',
      Buffer.from(page()).toString('base64'),
      '--b--',
      '',
    ].join('\r\n');
    const { head, body } = await capture(mail);
    assert.match(head, /\r\nWARC-Date: 2031-04-03T08:30:00Z\r\n/);
    assert.equal(body, `${page()}\r\n\r\n`);
  });

  test('has no lines of its address', () => {
    for (const hostile of [
      'a\r\nWARC-Type: request',
      'https://h.example/\r\nX: y',
      ' '.repeat(9),
    ]) {
      const bytes = Buffer.from('page');
      const unpacked = gunzipSync(
        captureOf({ bytes, address: hostile, encoding: 'utf-8', time: '2031-04-03' }, {}),
      ).toString();
      assert.equal(unpacked.split('\r\n\r\n')[0]?.split('\r\n').length, 8, unpacked);
    }
  });

  test('is not made where nobody asked for it, nor of what is no page', async () => {
    const { stories } = await readingsOf(page());
    assert.equal(stories[0]?.capture, undefined);
    const text = await readingsOf(`A lamp\n\n2031-04-02\n\n${FERRY}`, 'a.txt', KEEPS);
    assert.equal(text.stories[0]?.capture, undefined);
  });
});

/** Imports a page, as one run of the command. */
async function run(root: string, text: string, terms = KEEPS, takes = false) {
  mkdirSync(root, { recursive: true });
  const disk = openDisk(root);
  const take = importer(
    { authorityFile: openAuthorityFile(root), filedEntries: openFiledEntries(root), disk },
    { today: '2031-05-01' },
    leavesAll(takes),
  );
  const outcomes: Outcome[] = [];
  for await (const { item } of itemsOf(
    { name: 'page.html', bytes: Buffer.from(page(text)) },
    terms,
  ))
    outcomes.push(await take(item));
  disk.close();
  const [outcome, ...others] = outcomes;
  assert.ok(outcome && others.length === 0);
  return outcome;
}

const CAPTURE = 'articles/2031/04/02/lamp.warc.gz';
const contentIn = (t: TestContext) => join(scratchFolder(t), 'content');
const heldIn = (root: string) => gunzipSync(readFileSync(join(root, CAPTURE))).toString();

suite('an import that keeps captures', () => {
  test('writes the page beside its entry; a build takes both, and the same page again is in', async (t) => {
    const root = contentIn(t);
    assert.equal((await run(root, FERRY)).outcome, 'imported');
    assert.ok(heldIn(root).includes(FERRY));
    assert.deepEqual(await problemsIn(root), []);
    assert.equal((await run(root, FERRY)).outcome, 'unchanged');
  });

  test('exchanges it with the text, and never the text alone', async (t) => {
    const root = contentIn(t);
    await run(root, FERRY);
    const refused = await run(root, LAMP, { keepsCaptures: false }, true);
    assert.ok(refused.outcome === 'failed' && /Add --keep-captures/.test(refused.reason));
    assert.ok(heldIn(root).includes(FERRY));
    assert.equal((await run(root, LAMP, KEEPS, true)).outcome, 'changed');
    assert.ok(heldIn(root).includes(LAMP));
    assert.deepEqual(await problemsIn(root), []);
  });

  test('takes it away again where the entry cannot be written', async (t) => {
    const root = contentIn(t);
    mkdirSync(join(root, 'articles/2031/04/02/lamp.mdx'), { recursive: true });
    await assert.rejects(
      run(root, FERRY).then(
        ({ outcome }) => outcome === 'failed' && Promise.reject(new Error(outcome)),
      ),
    );
    assert.ok(!existsSync(join(root, CAPTURE)));
  });

  test('goes on where it was killed before the entry was written, and writes over nothing else', async (t) => {
    const root = contentIn(t);
    await run(root, FERRY);
    const killed = readFileSync(join(root, CAPTURE));
    const again = contentIn(t);
    mkdirSync(join(again, 'articles/2031/04/02'), { recursive: true });
    writeFileSync(join(again, CAPTURE), killed);
    assert.deepEqual(
      (await problemsIn(again)).map(({ code }) => code),
      ['capture/stated'],
    );
    assert.equal((await run(again, FERRY)).outcome, 'imported');
    assert.deepEqual(await problemsIn(again), []);

    const other = contentIn(t);
    mkdirSync(join(other, 'articles/2031/04/02'), { recursive: true });
    writeFileSync(join(other, CAPTURE), 'something of somebody');
    const refused = await run(other, FERRY);
    assert.ok(refused.outcome === 'failed' && /is there already/.test(refused.reason));
    assert.equal(readFileSync(join(other, CAPTURE), 'utf8'), 'something of somebody');
    assert.ok(!existsSync(join(other, 'articles/2031/04/02/lamp.mdx')));
  });
});
