import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES, readBuilt } from '../support/archives.ts';
import { reader } from '../support/browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const BRIG = '2033/03/04/brig-fulmar-on-the-bar';
const BELL = '2033/03/07/a-bell-for-the-bar';

const mediaOf = (article: string): { id: string; regions: { paragraph: string }[] }[] =>
  JSON.parse(readBuilt(ARCHIVES.based, `${article}/index.json`)).media;
const [scan] = mediaOf(BRIG);
const [first] = scan?.regions ?? [];
const PAGE = `/archive/media/${scan?.id}/`;

const hash = (page: Page) => page.evaluate(() => decodeURIComponent(location.hash));
/** Waits until the scan is there and the viewer stands still. */
async function opened(page: Page): Promise<void> {
  await page.locator('.scan-stage canvas').waitFor();
  await page.locator('.scan-region').first().waitFor();
}
const until = (page: Page, holds: RegExp) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(decodeURIComponent(location.hash)),
    holds.source,
  );

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations: found } = await axe.run({ resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}

describe('a scan', () => {
  const { open } = reader(ARCHIVES.based);

  test('loads no viewer until it is asked for; then keys zoom, move and close it, and the address keeps what is seen', async () => {
    await open(PAGE, { viewport: { width: 320, height: 700 } }, async (page, _, complaints) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.waitForLoadState('networkidle');
      assert.deepEqual(
        asked.filter((url) => /stage|\/pages\//.test(url)),
        [],
      );
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await opened(page);
      assert.ok(asked.some((url) => url.endsWith('/pages/1/info.json')));
      assert.equal(await hash(page), '#page=1');
      assert.equal(
        await page.evaluate(() => document.activeElement?.ariaLabel),
        'Scan: arrow keys move it, plus and minus zoom',
      );
      await page.keyboard.press('+');
      await until(page, /^#xywh=\d+,\d+,\d+,\d+&page=1$/);
      const zoomed = await hash(page);
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction((before) => decodeURIComponent(location.hash) !== before, zoomed);
      await page.keyboard.press('0');
      await until(page, /^#page=1$/);
      await page.getByRole('button', { name: 'Full window' }).click();
      assert.ok(await page.locator('dialog[open] .scan-stage').isVisible());
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.locator('.scan-stage').waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Zoom in');
      assert.equal(await hash(page), '');
      const small = await page.evaluate(
        () =>
          [...document.querySelectorAll('scan-viewer button')].filter((button) => {
            const { width, height } = button.getBoundingClientRect();
            return width < 24 || height < 24;
          }).length,
      );
      assert.equal(small, 0);
      assert.deepEqual(complaints, []);
    });
  });

  test('an address with a view opens there; a region leads to its paragraph, and the paragraph to its region', async () => {
    const view = `#xywh=130,560,800,220&page=1`;
    await open(`${PAGE}${view}`, {}, async (page, _, complaints) => {
      await opened(page);
      const shown = page.getByRole('link', { name: 'Show it on the scan' }).first();
      assert.equal(await shown.getAttribute('href'), view);
      const link = page.locator('.scan-region').first();
      assert.equal(
        await link.evaluate((element: HTMLAnchorElement) =>
          element.getAttribute('href')?.replace(location.origin, ''),
        ),
        `/archive/${BRIG}/#${first?.paragraph}`,
      );
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${BRIG}/#${first?.paragraph}`);
      const back = page.locator(`#${first?.paragraph} .on-scan`);
      assert.equal(await back.getAttribute('href'), `${PAGE}${view}`);
      await back.click();
      await opened(page);
      assert.deepEqual(complaints, []);
    });
  });

  test('an address in pixels or hundredths is kept until the reader moves; its part is outlined, and its link copied', async () => {
    const canonical = `https://host.example${PAGE}`;
    const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
    const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
    for (const [view, link] of [
      ['#xywh=200,560,800,280&page=1', '#xywh=200,560,800,280&page=1'],
      ['#xywh=percent:10,20,40,10', '#xywh=200,560,800,280&page=1'],
      ['#page=1', '#page=1'],
    ] as const)
      await open(`${PAGE}${view}`, clipboard, async (page, _, complaints) => {
        await opened(page);
        const isPart = view.includes('xywh');
        assert.equal(await page.locator('.scan-part').count(), isPart ? 1 : 0);
        if (isPart) {
          const [part, canvas] = await Promise.all([
            page.locator('.scan-part').boundingBox(),
            page.locator('.scan-canvas').boundingBox(),
          ]);
          assert.ok(part && canvas && part.width > canvas.width / 3 && part.x > canvas.x);
          assert.ok(part.x + part.width < canvas.x + canvas.width);
          assert.ok(Math.abs(part.width / part.height - 800 / 280) < 0.05);
        }
        await page.waitForTimeout(1000);
        assert.equal(await hash(page), view);
        await page.getByRole('button', { name: 'Copy link to this part' }).click();
        assert.equal(await copied(page), `${canonical}${link}`);
        await page.getByRole('button', { name: 'Zoom in' }).click();
        await page.waitForFunction((came) => decodeURIComponent(location.hash) !== came, view);
        await page.getByRole('button', { name: 'Copy link to this part' }).click();
        assert.equal(await copied(page), `${canonical}${await hash(page)}`);
        assert.deepEqual(complaints, []);
      });
  });

  test('a search finds words that only the scan has, and leads to them, marked', async () => {
    await open('/archive/search/?q=brass+sextant', {}, async (page, _, complaints) => {
      const found = page.locator('.contexts a').first();
      await found.waitFor();
      assert.match(`${await found.textContent()}`, /LOST, a brass sextant, between the quay/);
      await found.click();
      await opened(page);
      assert.equal(await page.locator('.scan-place').textContent(), '2 words marked');
      assert.equal(await page.locator('.scan-mark').count(), 2);
      assert.deepEqual(await page.locator('[data-text] mark').allTextContents(), [
        'brass',
        'sextant',
      ]);
      assert.deepEqual(complaints, []);
    });
  });

  test('a search finds words of a document and of a transcript, and leads to where they stand on the page', async () => {
    for (const [words, fragment] of [
      ['"bell buoy"', /#page=2:~:text=.*bell%20buoy/],
      ['gull shingle', /#page=1:~:text=.*gull.*shingle/],
    ] as const)
      await open(
        `/archive/search/?q=${encodeURIComponent(words)}`,
        {},
        async (page, _, complaints) => {
          const found = page.locator('.contexts a[href*="/media/"]').first();
          await found.waitFor();
          assert.match(`${await found.getAttribute('href')}`, fragment);
          await found.click();
          await page.waitForURL(/\/media\//);
          const text = page.locator('[data-text]:target');
          await text.waitFor();
          assert.ok(await text.isVisible());
          assert.deepEqual(complaints, []);
        },
      );
  });

  test('without a script it is a picture with its words and no dead button', async () => {
    await open(PAGE, { javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.getByRole('button', { name: 'Zoom in' }).count(), 0);
      assert.ok(await page.locator('scan-viewer img').isVisible());
      assert.match(`${await page.locator('[data-text]').textContent()}`, /be dark for painting/);
      // What would be shown in the viewer leads to the picture of the page that it is on.
      await page.getByRole('link', { name: 'Show it on the scan' }).first().click();
      await page.waitForURL(`**${PAGE}pages/1/full/max/0/default.jpg`);
      assert.ok(await page.locator('img').isVisible());
      await page.goBack();
      await page.getByRole('link', { name: /^As one picture, [\d,]+ × [\d,]+ pixels$/ }).click();
      await page.waitForURL(`**${PAGE}pages/1/full/max/0/default.jpg`);
    });
  });

  test('axe finds nothing, opened and closed, light and dark', async () => {
    const options = { bypassCSP: true, viewport: { width: 320, height: 700 } };
    await open([PAGE, `${PAGE}?q=sextant#page=1`], options, async (page, path) => {
      if (path.includes('#')) await opened(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(page), [], `${path} ${colorScheme}`);
      }
    });
  });
});

describe('a film and a sound', () => {
  const { open } = reader(ARCHIVES.based);

  test('without a script, a transcript says when its parts are heard, leads there, and keeps its words whole', async () => {
    const [film] = mediaOf(BELL);
    await open(`/archive/media/${film?.id}/`, { javaScriptEnabled: false }, async (page) => {
      const text = page.locator('[data-text]');
      assert.equal(
        await text.evaluate((it) => it.textContent),
        '[A bell] There she swings, & rings.',
      );
      const links = text.getByRole('link');
      assert.deepEqual(
        await links.evaluateAll((all) =>
          all.map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]),
        ),
        [
          ['Play from 0:00', `/archive/media/${film?.id}/file.webm#t=0`],
          ['Play from 0:01', `/archive/media/${film?.id}/file.webm#t=1`],
        ],
      );
      // A line of touch: the digits are seen, and as high as a finger needs.
      const { width, height } = (await links.first().boundingBox()) ?? { width: 0, height: 0 };
      assert.ok(width >= 24 && height >= 24, `${width} × ${height}`);
    });
  });

  test('are played by the browser where they stand, under the policy of the page, with captions', async () => {
    await open(`/archive/${BELL}/`, {}, async (page, _, complaints) => {
      await page.waitForFunction(() =>
        [...document.querySelectorAll<HTMLMediaElement>('audio, video')].every(
          (one) => one.readyState >= HTMLMediaElement.HAVE_METADATA,
        ),
      );
      assert.deepEqual(
        await page
          .locator('audio, video')
          .evaluateAll((all) =>
            all.map((one) => [
              one.tagName,
              (one as HTMLMediaElement).controls,
              (one as HTMLMediaElement).textTracks.length,
            ]),
          ),
        [
          ['VIDEO', true, 1],
          ['AUDIO', true, 0],
        ],
      );
      assert.deepEqual(complaints, []);
    });
  });

  test('of a film a frame is asked for before it is played: else telephones show a black field', async () => {
    await open(`/archive/${BELL}/`, {}, async (page) => {
      const film = page.locator('video');
      await film.scrollIntoViewIfNeeded();
      await page.waitForFunction(
        () =>
          (document.querySelector('video')?.readyState ?? 0) >= HTMLMediaElement.HAVE_CURRENT_DATA,
      );
      assert.ok(await film.evaluate((one: HTMLVideoElement) => one.currentTime > 0 && one.paused));
    });
  });
});
