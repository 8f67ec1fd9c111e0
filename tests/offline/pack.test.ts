import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fromHtml } from 'hast-util-from-html';
import type { Browser, Page } from 'playwright-core';
import { openPromise } from 'yauzl';
import { ARCHIVES, distOf, type TestArchive } from '../support/archives.ts';
import { startBrowser } from '../support/browser.ts';
import { elements } from '../support/pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuttings-pack-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const pack = (...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/pack.ts', ...args], { encoding: 'utf8' });

/** Packs a built archive and unpacks it again, by another library’s reading. */
async function unpacked(archive: TestArchive): Promise<string> {
  const zip = join(folder, `${archive.name}.zip`);
  const { status, stderr } = pack(zip, '--dist', distOf(archive));
  assert.equal(status, 0, stderr);
  const into = join(folder, archive.name);
  const file = await openPromise(zip);
  for await (const entry of file.eachEntry()) {
    const path = join(into, entry.fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await buffer(await file.openReadStreamPromise(entry)));
  }
  const [root, ...more] = readdirSync(into);
  assert.ok(root && more.length === 0, 'all of it lies in one folder');
  return join(into, root);
}

describe('reading without a network', () => {
  const { holms, based } = ARCHIVES;
  const roots = new Map<string, string>();
  let browser: Browser;
  before(async () => {
    for (const archive of [holms, based]) roots.set(archive.name, await unpacked(archive));
    browser = await startBrowser();
  });
  after(() => browser?.close());
  const rootOf = (archive: TestArchive) => roots.get(archive.name) ?? '';

  for (const archive of [holms, based])
    test(`${archive.name}: every page goes along, and every link of one leads to a file or to the public address`, () => {
      const root = rootOf(archive);
      const pages = globSync('**/*.html', { cwd: root });
      const left = globSync('**/*.html', { cwd: distOf(archive) }).filter(
        (page) => !pages.includes(page),
      );
      const online = [
        '404.html',
        'cite/index.html',
        'feeds/index.html',
        'search/many/index.html',
        'verify/index.html',
      ];
      assert.deepEqual(left.toSorted(), online);
      const faults: string[] = [];
      for (const page of pages) {
        const at = pathToFileURL(join(root, page));
        for (const { properties } of elements(fromHtml(readFileSync(at)), () => true))
          for (const key of ['href', 'src', 'action']) {
            if (properties[key] === undefined) continue;
            const url = new URL(`${properties[key]}`, at);
            if (url.protocol === 'file:' && !existsSync(fileURLToPath(new URL(url.pathname, at))))
              faults.push(`${page}: ${properties[key]}`);
          }
      }
      assert.deepEqual(faults, []);
    });

  async function read(archive: TestArchive, path: string, reading: (page: Page) => Promise<void>) {
    const page = await (await browser.newContext()).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(pathToFileURL(join(rootOf(archive), path)).href);
    await reading(page);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }

  for (const archive of [holms, based])
    test(`${archive.name}: from the first page to an article, with its style and its map`, () =>
      read(archive, 'index.html', async (page) => {
        await page.locator('.entries a').first().click();
        await page.locator('article h1').waitFor();
        assert.match(page.url(), /^file:.*\/index\.html$/);
        const family = await page
          .locator('.crumbs')
          .evaluate((one) => getComputedStyle(one).fontFamily);
        assert.match(family, /system-ui/);
        for (const picture of await page.locator('img').all()) {
          await picture.scrollIntoViewIfNeeded();
          await page.waitForFunction(
            (one) => (one as HTMLImageElement).naturalWidth > 0,
            await picture.elementHandle(),
          );
        }
      }));

  test('the box on any page finds a name by another spelling, in another script', () =>
    read(holms, 'about/index.html', async (page) => {
      await page.locator('input[name="q"]').fill('بورت أنسل');
      await page.keyboard.press('Enter');
      await page.locator('[role=status]:has-text("1 name")').waitFor();
      await page.getByRole('link', { name: 'Port Ansel', exact: true }).click();
      await page.locator('h1:has-text("Port Ansel")').waitFor();
    }));

  test('a film has its captions, in its article and on its page', async () => {
    for (const path of ['2033/03/07/a-bell-for-the-bar/', 'media/m-hcamiwmrilfx/'])
      await read(based, `${path}index.html`, async (page) => {
        const lines = page.locator('track').first();
        // Loaded, or in vain.
        await page.waitForFunction(
          (one) => (one as HTMLTrackElement).readyState >= 2,
          await lines.elementHandle(),
        );
        const cues = await lines.evaluate((one: HTMLTrackElement) =>
          [...(one.track.cues ?? [])].map((cue) => (cue as VTTCue).text),
        );
        assert.ok(cues.length > 0, path);
        assert.match(cues.join(' '), /bell|buoy/i);
      });
  });

  test('what is not found is said not to be, and nothing that is asked becomes markup', () =>
    read(holms, 'search/index.html', async (page) => {
      await page.locator('input[name="q"]').fill('<img src=x> nothinghasthis');
      await page.keyboard.press('Enter');
      await page.locator('[role=status]:has-text("0 names and 0 headlines found.")').waitFor();
      assert.equal(await page.locator('main img').count(), 0);
    }));

  test('the same site gives the same bytes, wherever the clock stands', () => {
    const again = join(folder, 'again.zip');
    const { status } = spawnSync(
      process.execPath,
      ['src/cli/pack.ts', again, '--dist', distOf(holms)],
      {
        env: { ...process.env, TZ: 'Pacific/Auckland' },
      },
    );
    assert.equal(status, 0);
    assert.ok(readFileSync(again).equals(readFileSync(join(folder, 'holms.zip'))));
  });

  test('a site that is not as it was built is not packed, and nothing is left', () => {
    const dist = join(folder, 'broken');
    mkdirSync(dist);
    writeFileSync(join(dist, 'manifest-sha256.txt'), '');
    writeFileSync(join(dist, 'index.html'), '');
    const zip = join(folder, 'broken.zip');
    const { status, stderr } = pack(zip, '--dist', dist);
    assert.equal(status, 1);
    assert.match(stderr, /broken is not as it was built: index\.html is extra/);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes('broken.zip')),
      [],
    );
    assert.match(pack('a.txt', '--dist', distOf(holms)).stderr, /is no name of a zip/);
    assert.match(pack('--dist', join(folder, 'nowhere')).stderr, /run npm run build first/);
  });
});
