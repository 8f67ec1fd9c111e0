import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { fileInData } from '../../../src/import/media/data-address.ts';
import { folderOf } from '../../../src/import/media/folder.ts';
import { openDisk } from '../../../src/import/writing/disk.ts';
import { planMedia } from '../../../src/import/writing/media-plan.ts';
import { documentsIn } from '../../support/located.ts';
import { png } from '../../support/picture.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const ONE =
  'The packet boat left Holm on Tuesday with ninety people aboard, a week after the flood.';

suite('references never lead out of the folder of their source', () => {
  test('by any way that paths and addresses have', async (t) => {
    const outer = scratchFolder(t);
    const folder = join(outer, 'saved');
    write(outer, {
      'secret.png': png(8, 8),
      'saved/page.html': 'x',
      'saved/own.png': png(8, 8),
      'saved/.hidden.png': png(8, 8),
      'saved/.git/a.png': png(8, 8),
      'saved-2/other.png': png(8, 8),
    });
    symlinkSync(join(outer, 'secret.png'), join(folder, 'link.png'));
    symlinkSync(outer, join(folder, 'out'));
    mkdirSync(join(folder, 'dir.png'));
    const find = folderOf(join(folder, 'page.html'));
    assert.deepEqual(await find('own.png?x#y'), { path: join(folder, 'own.png') });
    const secret = join(outer, 'secret.png');
    for (const reference of [
      '../secret.png',
      '%2e%2e/secret.png',
      '..%2fsecret.png',
      '..\\secret.png',
      'x/../../secret.png',
      '../saved-2/other.png',
      secret,
      `file://${secret}`,
      `file:${secret}`,
      `//${secret}`,
      'link.png',
      'out/secret.png',
      '.hidden.png',
      '.git/a.png',
      'https://gazette.example/../secret.png',
      'https://../secret.png',
      'https://gazette.example/wp-content/uploads/../../secret.png',
      'https://gazette.example/wp-content/uploads/%2e%2e/secret.png',
      'https://out/secret.png',
      'dir.png',
      'own.png\0',
      '.',
      '..',
      '/',
      '',
      'a'.repeat(5000),
    ])
      assert.equal(await find(reference), undefined, reference.slice(0, 80));
  });

  test('a reason names no folder of this machine', async (t) => {
    const [document] = await documentsIn(scratchFolder(t), 'post.md', {
      'post.md': `---\ntitle: The boat\ndate: 2021-04-02\n---\n\n${ONE}\n\n![A boat](file:///home/ann/private/boat.png)\n\n![A boat](<C:\\Users\\ann\\quay.png>)\n`,
    });
    const said = JSON.stringify(document?.media);
    assert.match(said, /boat\.png/);
    assert.doesNotMatch(said, /ann/);
  });
});

/** What becomes of some bytes that a source holds as a picture. */
async function planned(t: TestContext, bytes: Uint8Array) {
  const folder = join(scratchFolder(t), 'content');
  mkdirSync(folder);
  const disk = openDisk(folder);
  const stated = { kind: 'photograph' as const, urls: [], altText: 'A boat', local: { bytes } };
  const id = '2021/04/02/boat';
  const place = { id, path: join(folder, 'articles', `${id}.mdx`) };
  const plan = await planMedia([stated], place, { disk });
  disk.close();
  return plan;
}

suite('files that are not what they are called', () => {
  test('a bomb, a page, a script and half a picture are named gaps', async (t) => {
    const bomb = png(8, 8);
    // Its head says 50,000 by 50,000.
    bomb.writeUInt32BE(50_000, 16);
    bomb.writeUInt32BE(50_000, 20);
    const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const bytes of [
      bomb,
      Buffer.from('<!doctype html><p>x</p>'),
      Buffer.from(script),
      png(64, 48).subarray(0, 90),
      Buffer.from('x'),
    ]) {
      const { media, files } = await planned(t, bytes);
      assert.equal(files.length, 0);
      assert.match(media[0]?.fields.missing?.reason ?? '', /^Its file cannot be published: /);
      assert.ok((media[0]?.fields.missing?.reason ?? '').length <= 500);
    }
  });

  test('a point is none of an article', async (t) => {
    const plan = await planned(t, png(1, 1));
    assert.deepEqual([plan.media.length, plan.small], [0, 1]);
  });
});

suite('very much', () => {
  test('a data: address of 100 MB is not opened', () => {
    const address = `data:image/png;base64,${'A'.repeat(100 * 1024 * 1024)}`;
    assert.equal(fileInData(address), undefined);
  });

  test('thousands of pictures on a saved page are read in time', async (t) => {
    const pictures = Array.from(
      { length: 3000 },
      (_, at) => `<img src="p${at}.png" alt="Boat ${at}">`,
    );
    const [document] = await documentsIn(scratchFolder(t), 'page.html', {
      'page.html': `<html><head><title>The boat</title><meta name="date" content="2021-04-02"></head><body><article><p>${ONE}</p><div>${pictures.join('')}</div><p>${ONE} Again.</p></article></body></html>`,
    });
    assert.equal(document?.media?.length, 500);
    assert.match(document.notes.join(), /the first 500 are kept/);
  });
});
