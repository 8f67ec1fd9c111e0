import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isCutOff } from '../../../../src/import/formats/saved/cut-off.ts';
import { readingsOf } from '../../../support/readings.ts';

const HEAD =
  '<!doctype html><title>Lamp lit</title><meta name="date" content="2031-04-02"><h1>Lamp lit</h1>';
const TOLD = 'its file breaks off: see whether its text is whole';
const FIRST = 'The lamp of Älvik was lit on Monday by its keeper.';

describe('a page whose file breaks off', () => {
  for (const [where, html] of [
    ['in an element', `${HEAD}<article><p>${FIRST}</p><p>It had sto`],
    ['between paragraphs of an element', `${HEAD}<main><p>${FIRST}</p>\n`],
    ['in a paragraph, where others are closed', `${HEAD}<p>${FIRST}</p><p>It had sto`],
    ['in a tag', `${HEAD}<p>${FIRST}<p>It had <a href="/sto`],
    ['before the name of a tag', `${HEAD}<p>${FIRST}<`],
    ['in a comment', `${HEAD}<p>${FIRST}</p><!-- adverts`],
    ['in a script', `${HEAD}<p>${FIRST}</p><script>let page = "</body>";`],
    [
      'behind a page that it quotes',
      `${HEAD}<div title="</body>${' '.repeat(3000)}"><p>${FIRST}</p>`,
    ],
  ] as const)
    test(where, () => {
      assert.equal(isCutOff(html), true);
    });

  test('is told with its article', async () => {
    const { stories } = await readingsOf(
      Buffer.from(`${HEAD}<article><p>${FIRST}</p><p>It had stood dark sin`),
    );
    assert.ok(stories[0]?.notes.includes(TOLD), stories[0]?.notes.join());
  });
});

describe('a page is whole', () => {
  for (const [what, html] of [
    [
      'that closes all',
      `<html><body>${HEAD}<div><p>${FIRST}</p></div></body></html>\n<!-- saved -->`,
    ],
    ['that leaves out end tags which may be', `${HEAD}<p>${FIRST}<p>It had stood dark.\n`],
    ['whose last paragraph is closed', `${HEAD}<ul><li>${FIRST}</ul><p>It had stood dark.</p>`],
    ['that forgets to close what browsers close', `${HEAD}<p><b>${FIRST}</p>\n`],
    [
      'that closes less than it opens',
      `${HEAD}<body><div><div><p>${FIRST}</p></div></body></html>`,
    ],
    ['with much behind its end', `${HEAD}<div><p>${FIRST}</p></body>${'<!-- x -->'.repeat(400)}`],
  ] as const)
    test(what, () => {
      assert.equal(isCutOff(html), false);
    });
});

describe('a page in a message (MHTML)', () => {
  const message = (end: string) =>
    Buffer.from(
      `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/lamp\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://gazette.example/lamp\r\n\r\n${HEAD}<p>${FIRST}</p>\r\n${end}`,
    );
  const notesOf = async (end: string) => (await readingsOf(message(end))).stories[0]?.notes;

  test('whose last boundary is missing is told', async () => {
    assert.deepEqual(await notesOf(''), [TOLD]);
    assert.deepEqual(await notesOf('--b\r\nContent-Type: image/png\r\n\r\nx'), [TOLD]);
  });

  test('that is closed is not', async () => {
    assert.deepEqual(await notesOf('--b--\r\n'), []);
  });
});
