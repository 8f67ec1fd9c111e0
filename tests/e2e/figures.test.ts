import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARCHIVES } from '../support/archives.ts';
import { reader } from '../support/browser.ts';

const REACH = '/figures/place/sallow-reach/killed/passengers-and-crew/';

describe('figures', () => {
  const { open } = reader(ARCHIVES.isles);

  test('a mark of a chart is reached by the keyboard and leads to its claim', async () => {
    await open(REACH, {}, async (page) => {
      const mark = page.locator('.chart-wide a').first();
      await mark.focus();
      assert.match((await mark.getAttribute('aria-label')) ?? '', /^6 passengers and crew killed/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/2031\/04\/03\/six-dead-in-sallow-reach\/#f-dead-board$/);
      assert.ok(await page.locator('#f-dead-board').isVisible());
    });
  });

  test('one drawing is seen at a time, the one that fits the screen', async () => {
    for (const [width, seen, unseen] of [
      [1200, 'wide', 'narrow'],
      [390, 'narrow', 'wide'],
    ] as const)
      await open(REACH, { viewport: { width, height: 900 } }, async (page) => {
        assert.ok(await page.locator(`.chart-${seen}`).isVisible());
        assert.ok(await page.locator(`.chart-${unseen}`).isHidden());
        const size = await page
          .locator(`.chart-${seen} text`)
          .first()
          .evaluate((text) => text.getBoundingClientRect().height);
        assert.ok(size >= 11, `the labels are ${size} px high`);
      });
  });

  test('from all figures to one by plain links, without a script', async () => {
    await open('/figures/', { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: 'Sallow Reach' }).first().click();
      await page
        .getByRole('link', { name: 'Passengers and crew killed in Sallow Reach' })
        .first()
        .click();
      await page.getByRole('link', { name: '“eight people were killed”' }).first().click();
      await page.waitForURL(/#f-dead-final$/);
      const row = await page.locator('#f-dead-final').innerText();
      assert.match(
        row,
        /8 passengers and crew killed in Sallow Reach, according to the Port Ansel Harbour Board/,
      );
      assert.match(row, /Replaces the claim of 3 April 2031/);
    });
  });
});
