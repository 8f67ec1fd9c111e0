import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ArchiveError } from '../../../src/content/reading/archive-error.ts';
import { mediaId } from '../../../src/domain/media/media-id.ts';
import { sealedArchive } from '../../faults/example.ts';
import { ARTICLE, BODY, type Files, FRONTMATTER, mdx } from '../../support/broken.ts';
import { png } from '../../support/picture.ts';
import { ogg } from '../../support/recordings.ts';
import { write } from '../../support/scratch.ts';

const BOAT = 'articles/2031/04/02/boat.png';
const [boat, gull] = [png(64, 48, 0), png(64, 48, 1)];
const idOf = (bytes: Uint8Array) => mediaId(hash('sha256', bytes));
const SAID =
  'file: boat.png, kind: photograph, altText: A boat, caption: A boat at Port Ansel., creditLine: O. Ferro';
const article = (medium: string, more = '', body = BODY) =>
  mdx(`${FRONTMATTER}${medium === '' ? '' : `media:\n  - { ${medium} }\n`}${more}`, body);
const corrected = (was: string, text: string) =>
  `corrections:\n  - { date: 2031-04-03, note: It was wrong., was: ${was}, text: ${text} }\n`;

/** What is said when files change after the archive was sealed with the picture: codes of faults, or listed changes. */
async function told(t: TestContext, changes: Files, body = BODY) {
  const sound = { [ARTICLE]: article(SAID, '', body), [BOAT]: boat };
  const { root, read } = await sealedArchive(t, sound);
  const line = readFileSync(join(root, 'ledger/2031.txt'), 'utf8');
  for (const [path, content] of Object.entries(changes))
    if (content === null) rmSync(join(root, path));
    else write(root, { [path]: content });
  try {
    const { unlisted } = await read();
    const listed = unlisted.flatMap((one) =>
      one.changes.map(({ field, how }) => `${field} ${how}`),
    );
    return { line, told: listed, fixes: '' };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    const { problems } = error;
    return {
      line,
      told: problems.map(({ code }) => code),
      fixes: problems.map(({ fix }) => fix).join(),
    };
  }
}

test('the ledger has the SHA-256 of the file', async (t) => {
  const { line, told: changes } = await told(t, {});
  assert.ok(line.includes(` ${idOf(boat)}:${hash('sha256', boat)} `), line);
  assert.deepEqual(changes, []);
});

test('a file that is swapped is refused until a correction says so', async (t) => {
  const swapped = await told(t, { [BOAT]: gull });
  assert.deepEqual(swapped.told, ['published/removed']);
  assert.ok(swapped.fixes.includes(`was: ${idOf(boat)}`), swapped.fixes);
  assert.ok(swapped.fixes.includes('text: A boat at Port Ansel.'), swapped.fixes);
  assert.ok(swapped.fixes.includes(`added: ${idOf(gull)}`), swapped.fixes);
  assert.match(swapped.fixes, /altText and caption .* may still be those of the old file/);
  const said = article(SAID, corrected(idOf(boat), 'A boat'));
  const { told: changes } = await told(t, { [BOAT]: gull, [ARTICLE]: said });
  assert.deepEqual(changes, [`${idOf(gull)} added`]);
});

test('a correction that names what stands in the place of a file answers for both', async (t) => {
  const swap = (added: string) =>
    told(t, {
      [BOAT]: gull,
      [ARTICLE]: article(
        SAID,
        corrected(idOf(boat), 'A boat').replace(' }', `, added: ${added} }`),
      ),
    });
  assert.deepEqual((await swap(idOf(gull))).told, []);
  assert.deepEqual((await swap('m-aaaaaaaaaaaa')).told.toSorted(), [
    'correction/untrue',
    'published/removed',
  ]);
});

test('a file that is lost is refused', async (t) => {
  assert.deepEqual((await told(t, { [BOAT]: null })).told, ['media/missing']);
});

test('a picture that is taken out is refused until a correction says so', async (t) => {
  const out = await told(t, { [BOAT]: null, [ARTICLE]: article('') });
  assert.deepEqual(out.told, ['published/removed']);
  assert.doesNotMatch(out.fixes, /added:|altText/);
  const said = article('', corrected(idOf(boat), 'A boat'));
  assert.deepEqual((await told(t, { [BOAT]: null, [ARTICLE]: said })).told, []);
});

test('caption, credit, maker and time are refused to change, and the rest is listed', async (t) => {
  const change = (from: string, to: string) =>
    told(t, { [ARTICLE]: article(SAID.replace(from, to)) });
  assert.deepEqual((await change('A boat at', 'A ship at')).told, ['published/changed']);
  assert.deepEqual((await change('O. Ferro', 'unknown')).told, ['published/changed']);
  assert.deepEqual((await change('O. Ferro', 'O. Ferro, creator: Odo Ferro')).told, [
    `${idOf(boat)}.creator added`,
  ]);
  assert.deepEqual((await change('altText: A boat', 'altText: A small boat')).told, [
    `${idOf(boat)}.about changed`,
  ]);
  const said = article(
    SAID.replace('A boat at', 'A ship at'),
    corrected(`${idOf(boat)}.caption`, 'A boat at Port Ansel.'),
  );
  assert.deepEqual((await told(t, { [ARTICLE]: said })).told, []);
});

test('a correction that states another caption than was sealed is refused', async (t) => {
  const said = article(
    SAID.replace('A boat at', 'A ship at'),
    corrected(`${idOf(boat)}.caption`, 'A raft at Port Ansel.'),
  );
  assert.deepEqual((await told(t, { [ARTICLE]: said })).told.toSorted(), [
    'correction/untrue',
    'published/changed',
  ]);
});

test('a picture that is withheld stays stated, and its file may go', async (t) => {
  const why = 'withheld: { date: 2031-04-05, reason: The family asked for it. }';
  const kept = await told(t, { [ARTICLE]: article(`${SAID}, ${why}`) });
  assert.deepEqual(kept.told, [`${idOf(boat)}.withheld added`]);
  const digest = `sha256: ${hash('sha256', boat)}`;
  const gone = await told(t, {
    [BOAT]: null,
    [ARTICLE]: article(`${SAID}, ${digest}, ${why}`),
  });
  assert.deepEqual(gone.told, [`${idOf(boat)}.withheld added`]);
});

test('a picture that the body places is no part of the text; that it has a place there is listed', async (t) => {
  const placed = `${BODY}\n![](boat.png)\n`;
  assert.deepEqual((await told(t, { [ARTICLE]: article(SAID, '', placed) })).told, [
    'media.order added',
  ]);
});

test('pictures that change places in the body are listed, and nothing where they stand as they did', async (t) => {
  const GULL = BOAT.replace('boat', 'gull');
  const two = (first: string, second: string, text = BODY) =>
    mdx(
      `${FRONTMATTER}media:\n  - { ${SAID} }\n  - { ${SAID.replaceAll('boat', 'gull')} }\n`,
      `${text}\n![](${first})\n\nThe end.\n\n![](${second})\n`,
    );
  const sound = { [ARTICLE]: two('boat.png', 'gull.png'), [BOAT]: boat, [GULL]: gull };
  const { root, read } = await sealedArchive(t, sound);
  const changes = async (text: string) => {
    write(root, { [ARTICLE]: text });
    return (await read()).unlisted.flatMap((one) =>
      one.changes.map(({ field, how }) => `${field} ${how}`),
    );
  };
  assert.deepEqual(await changes(two('gull.png', 'boat.png')), ['media.order changed']);
  assert.deepEqual(await changes(two('boat.png', 'gull.png')), []);
  const none = two('boat.png', 'gull.png').replaceAll(/^!\[.*\n/gm, '');
  assert.deepEqual(await changes(none), ['media.order removed']);
});

test('a file is read again when it changed, and no other time', async (t) => {
  const { root, read } = await sealedArchive(t, { [ARTICLE]: article(SAID), [BOAT]: boat });
  assert.equal((await read()).changed, 0);
  // Its bytes tell, and not its times.
  write(root, { [BOAT]: boat });
  assert.equal((await read()).changed, 0);
  write(root, { [BOAT]: gull });
  await assert.rejects(read, /published\/removed/);
});

test('the words of a transcript, of captions and of a scan are refused to change without a correction', async (t) => {
  const sound = ogg();
  const said = (more = '') =>
    article(
      'file: talk.ogg, kind: audio, creditLine: O. Ferro, caption: The keeper., transcript: talk.txt',
      more,
    );
  const files = {
    [ARTICLE]: said(),
    'articles/2031/04/02/talk.ogg': sound,
    'articles/2031/04/02/talk.txt': 'The lamp was dark.\n',
  };
  const { root, read } = await sealedArchive(t, files);
  await read();
  write(root, { 'articles/2031/04/02/talk.txt': 'The lamp was lit.\n' });
  await assert.rejects(read(), (error: unknown) => {
    assert.ok(error instanceof ArchiveError);
    assert.deepEqual(
      error.problems.map(({ code }) => code),
      ['published/changed'],
    );
    return true;
  });
  const told = corrected(`${idOf(sound)}.words`, 'The lamp was dark.');
  write(root, { [ARTICLE]: said(told) });
  const { unlisted } = await read();
  assert.deepEqual(
    unlisted.flatMap(({ changes }) => changes.map(({ field }) => field)),
    [],
  );
});
