import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES } from '../support/archives.ts';
import { reader } from '../support/browser.ts';
import { pagesOf } from '../support/pages.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WRECK = '/2031/04/02/packet-sable-tern-runs-aground/';
const ARABIC = '/2031/09/14/inhiyar-turba-fawqa-sidj/';

/** The page of the medium that moves, and one of a medium that is withheld. */
const pageWith = (words: string) =>
  pagesOf(ARCHIVES.isles).find(({ path, html }) => /\/m-/.test(path) && html.includes(words))
    ?.path ?? '';

/** How far what is on a page has moved since it was opened (Cumulative Layout Shift). */
const shift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() =>
          requestAnimationFrame(() => setTimeout(() => resolve(sum), 50)),
        );
      }),
  );

const loaded = (page: Page) =>
  page
    .locator('main picture img')
    .evaluateAll((all) =>
      all.map(
        (img) => (img as HTMLImageElement).complete && (img as HTMLImageElement).naturalWidth > 0,
      ),
    );

describe('pictures in a browser', () => {
  const { open } = reader(ARCHIVES.isles);

  for (const width of [320, 1280])
    test(`${width} px: nothing moves when pictures come, and each is asked for in the size that it has`, async () => {
      await open(
        [WRECK, ARABIC, '/media/', '/2031/04/02/'],
        { viewport: { width, height: 700 } },
        async (page, path, complaints) => {
          const pictures = page.locator('main picture img');
          for (const picture of await pictures.all()) {
            await picture.scrollIntoViewIfNeeded();
            await picture.evaluate((img) => (img as HTMLImageElement).decode());
            // The width by its candidates is that which `sizes` says.
            const { shown, said, most, inText } = await picture.evaluate(
              (img: HTMLImageElement) => ({
                shown: img.getBoundingClientRect().width,
                said: img.naturalWidth,
                most:
                  img.width === Number(img.getAttribute('width'))
                    ? 0
                    : Number(img.getAttribute('width')),
                inText: img.closest('.medium') !== null && img.srcset !== '',
              }),
            );
            assert.ok(shown > 0 && said > 0, path);
            if (inText && most > said)
              assert.ok(Math.abs(shown - said) <= 1, `${path}: ${said}, ${shown}`);
          }
          assert.ok((await pictures.count()) > 0, path);
          assert.equal(await shift(page), 0, path);
          assert.deepEqual(complaints, [], path);
        },
      );
    });

  test('the credit begins where the caption does, also where a text runs from the right', async () => {
    await open([WRECK, ARABIC], { viewport: { width: 900, height: 700 } }, async (page, path) => {
      const isRight = path === ARABIC;
      const begins = (locator: string) =>
        page
          .locator(`.medium figcaption ${locator}`)
          .first()
          .evaluate((one, right) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            return range.getBoundingClientRect()[right ? 'right' : 'left'];
          }, isRight);
      const apart = Math.abs((await begins('p')) - (await begins('.credit bdi')));
      assert.ok(apart <= 2, `${path}: ${apart}`);
    });
  });

  test('pictures further down are not loaded before they are scrolled to, and all are printed with their credit', async () => {
    await open(WRECK, { viewport: { width: 390, height: 600 } }, async (page) => {
      await page.waitForLoadState('load');
      const [first, ...others] = await loaded(page);
      assert.ok(first);
      assert.ok(others.includes(false), 'one at least waits');
      await page.emulateMedia({ media: 'print' });
      const credit = page.locator('.medium .credit bdi').first();
      assert.ok(await credit.isVisible());
      const broken = await page
        .locator('.medium')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakInside));
      assert.ok(broken.every((value) => value === 'avoid'));
      await page.pdf();
      assert.ok((await loaded(page)).every(Boolean), 'all are there on paper');
    });
  });

  test('axe finds nothing in an article of many pictures, in one that runs from the right, and on pages of media', async () => {
    const paths = [WRECK, ARABIC, pageWith('class="moving"'), pageWith('no longer shown')];
    await open(
      paths,
      { bypassCSP: true, viewport: { width: 390, height: 800 } },
      async (page, path) => {
        await page.evaluate(AXE);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const found = await page.evaluate(async () => {
            const { axe } = window as unknown as { axe: typeof import('axe-core') };
            const { violations } = await axe.run({ resultTypes: ['violations'] });
            return violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target }) => `${id}: ${target}`),
            );
          });
          assert.deepEqual(found, [], `${path}, ${colorScheme}`);
        }
      },
    );
  });

  test('by keyboard a picture is one stop, and what moves begins and ends there', async () => {
    await open([WRECK, pageWith('class="moving"')], {}, async (page, path) => {
      if (path === WRECK) {
        const stops = await page
          .locator('.medium')
          .first()
          .locator('a:not([tabindex="-1"])')
          .count();
        assert.equal(stops, 1);
        return;
      }
      const moving = page.locator('.moving img');
      assert.equal(await moving.isVisible(), false);
      await page.locator('.moving summary').focus();
      await page.keyboard.press('Enter');
      await moving.waitFor({ state: 'visible' });
      await page.keyboard.press('Enter');
      await moving.waitFor({ state: 'hidden' });
    });
  });
});

describe('a document in an article', () => {
  const { open } = reader(ARCHIVES.based);

  for (const width of [320, 1280])
    test(`${width} px: its first page is seen whole on a screen, in the size that is asked for`, async () => {
      await open(
        '/archive/2033/03/06/report-on-the-stranding/',
        { viewport: { width, height: 700 } },
        async (page) => {
          const leaf = page.locator('.medium.document picture img').first();
          await leaf.scrollIntoViewIfNeeded();
          await leaf.evaluate((img) => (img as HTMLImageElement).decode());
          const [shown = 0, said = 0, height = 0] = await leaf.evaluate((img: HTMLImageElement) => [
            ...[img.getBoundingClientRect().width, img.naturalWidth],
            img.getBoundingClientRect().height,
          ]);
          assert.ok(Math.abs(shown - said) <= 1, `${said}, ${shown}`);
          assert.ok(height > 0 && height < 420, `${height} px high`);
        },
      );
    });
});
