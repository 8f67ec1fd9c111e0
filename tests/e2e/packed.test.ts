import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARCHIVES, readBuilt } from '../support/archives.ts';
import { startBrowser } from '../support/browser.ts';
import { packed, startProgram } from '../support/packed.ts';
import { scratchFolder } from '../support/scratch.ts';
import { search, settled } from './search/search-page.ts';

const { based } = ARCHIVES;
const BRIG = '2033/03/04/brig-fulmar-on-the-bar';

test('readers search, follow permalinks, read feeds, zoom scans and play films of a packed site', async (t) => {
  const folder = scratchFolder(t);
  await packed(based, folder);
  const program = await startProgram(folder);
  const browser = await startBrowser();
  t.after(async () => {
    await browser.close();
    await program.stop();
  });
  const site = `http://127.0.0.1:${program.port}${based.base}`;
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()} ${response.status()}`);
  });

  await page.goto(site + search('tide'));
  await settled(page);
  await page.locator('.entries h3 a').first().click();
  await page.locator('article').first().waitFor();
  const paragraph = page.locator('p[id^="p-"]').first();
  const id = await paragraph.getAttribute('id');
  await page.goto(`${page.url().split('#')[0]}#${id}`);
  assert.ok(await page.locator(`#${id}:target`).isVisible());

  const feed = await page.request.get(`${site}feeds/articles.atom`);
  assert.match(feed.headers()['content-type'] ?? '', /^application\/atom\+xml/);
  assert.equal(await feed.text(), readBuilt(based, 'feeds/articles.atom'));

  const scan: string = JSON.parse(readBuilt(based, `${BRIG}/index.json`)).media[0].id;
  await page.goto(`${site}media/${scan}/`);
  const tile = page.waitForResponse(/\/pages\/1\/.+\/default\.jpg$/);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  assert.equal((await tile).status(), 200);

  await page.goto(`${site}2033/03/07/a-bell-for-the-bar/`);
  const played = await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    await video.play();
    const seeked = new Promise((resolve) => video.addEventListener('seeked', resolve));
    video.currentTime = video.duration / 2;
    await seeked;
    return video.currentTime > 0;
  });
  assert.ok(played);
  assert.deepEqual(complaints, []);
});
