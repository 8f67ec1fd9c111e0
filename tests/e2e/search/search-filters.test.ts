import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES } from '../../support/archives.ts';
import { reader } from '../../support/browser.ts';
import { settled, status } from './search-page.ts';

const PHONE = { viewport: { width: 390, height: 844 } };

const list = (page: Page, side: 'from' | 'to', part: string) =>
  page.locator(`[data-part=${side}] [data-list=${part}]`);
const held = (page: Page, side: 'from' | 'to', part: string) =>
  list(page, side, part)
    .locator('option')
    .evaluateAll((options) => options.slice(1).map((one) => (one as HTMLOptionElement).value));
const summary = (page: Page) => page.locator('[data-part=narrow] summary');
const isSeen = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });

describe('the days of a search', () => {
  const { open } = reader(ARCHIVES.holms);

  test('are chosen from what the archive holds: a year, a month, a day', async () => {
    await open('/search/?q=halloran', {}, async (page) => {
      await settled(page);
      const years = await held(page, 'from', 'year');
      assert.deepEqual(years, years.toSorted());
      assert.ok(years.includes('2031') && !years.includes('2029'));
      assert.ok(await list(page, 'from', 'month').isDisabled());
      await list(page, 'from', 'year').selectOption('2031');
      await page.waitForURL(/from=2031-01-01/);
      await page.locator('[data-part=from] [data-list=month] option[value="04"]').waitFor({
        state: 'attached',
      });
      await list(page, 'from', 'month').selectOption('04');
      await page.waitForURL(/from=2031-04-01/);
      await page.locator('[data-part=from] [data-list=day] option').nth(1).waitFor({
        state: 'attached',
      });
      await list(page, 'from', 'day').selectOption('02');
      await page.waitForURL(/from=2031-04-02/);
      await list(page, 'to', 'year').selectOption('2032');
      await page.waitForURL(/to=2032-12-31/);
      await settled(page);
      assert.match(
        await page.locator('.chosen').innerText(),
        /from 2 April 2031 until 31 December 2032/,
      );
      await page.getByRole('link', { name: /^Without from/ }).click();
      await page.waitForURL((url) => url.search === '?q=halloran');
      await settled(page);
      assert.equal(await list(page, 'from', 'year').inputValue(), '');
    });
  });

  test('are taken from the address, and back with it', async () => {
    await open('/search/?q=halloran&from=2031-04-01&to=1999-05-17', {}, async (page) => {
      await settled(page);
      const values = async (side: 'from' | 'to') =>
        Promise.all(['year', 'month', 'day'].map((part) => list(page, side, part).inputValue()));
      assert.deepEqual(await values('from'), ['2031', '04', '']);
      // The archive has nothing of then, and it is shown all the same.
      assert.deepEqual(await values('to'), ['1999', '05', '17']);
      await list(page, 'from', 'year').focus();
      await list(page, 'from', 'year').selectOption('');
      await page.waitForURL((url) => !url.searchParams.has('from'));
      assert.deepEqual(await values('from'), ['', '', '']);
      await page.locator('#q').focus();
      await page.goBack();
      await page.waitForURL(/from=2031-04-01/);
      await settled(page);
      await page.waitForFunction(() => document.activeElement?.id === 'from-year');
      assert.deepEqual(await values('from'), ['2031', '04', '']);
    });
  });

  test('are read in the order of the reader’s browser', async () => {
    for (const [locale, order] of [
      ['en-GB', 'Day Month Year'],
      ['en-US', 'Month Day Year'],
      ['ja-JP', 'Year Month Day'],
      ['ar-EG', 'Day Month Year'],
    ] as const)
      await open('/search/', { locale }, async (page) => {
        const labels = await page
          .locator('[data-part=from] select')
          .evaluateAll((lists) => lists.map((one) => one.getAttribute('aria-label')));
        assert.equal(labels.join(' '), order, locale);
      });
  });

  test('take one file a year, and none before the results', async () => {
    await open('/search/?q=halloran', {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.reload();
      await settled(page);
      const days = () => asked.filter((url) => url.includes('/days-'));
      assert.deepEqual(days(), []);
      await list(page, 'from', 'year').selectOption('2031');
      await page.waitForURL(/from=/);
      await settled(page);
      assert.equal(new Set(days()).size, 1);
    });
  });
});

describe('on a phone', () => {
  const { open } = reader(ARCHIVES.holms);

  test('filters are behind a button that says how many are set', async () => {
    await open('/search/?q=halloran&place=stennet&from=2031-01-01', PHONE, async (page) => {
      await settled(page);
      assert.ok(!(await page.getByRole('checkbox').first().isVisible()));
      assert.match(await summary(page).innerText(), /^Filters \(2 set\)$/);
      await page.getByRole('link', { name: /^Without Stennet/ }).click();
      await page.waitForURL((url) => !url.searchParams.has('place'));
      await settled(page);
      assert.match(await summary(page).innerText(), /^Filters \(1 set\)$/);
    });
  });

  test('results are seen after a choice, and more can be chosen', async () => {
    await open('/search/?q=halloran', PHONE, async (page) => {
      await settled(page);
      await summary(page).click();
      const box = page.getByRole('checkbox', { name: /^Stennet/ });
      await box.check();
      await page.waitForURL(/place=stennet/);
      await settled(page);
      assert.match(await status(page), /^2 articles/);
      assert.ok(await isSeen(page, '[data-part=status]'), 'the number of results is seen');
      assert.ok(await isSeen(page, '.entries h3'), 'the first result is seen');
      assert.ok(await box.evaluate((input) => input === document.activeElement));
      await list(page, 'from', 'year').selectOption('2032');
      await page.waitForURL(/from=2032/);
      await settled(page);
      assert.ok(await isSeen(page, '.entries h3'), 'the first result is still seen');
    });
  });

  test('all controls of the search can be hit: 24 px at least', async () => {
    for (const path of ['/search/?q=the&from=2031-01-01', '/search/many/', '/', '/about/'])
      await open(path, PHONE, async (page) => {
        if (path.includes('?')) {
          await settled(page);
          await summary(page).click();
          await page.locator('[data-part=names] label').first().waitFor();
        }
        const small = await page.locator('main, .masthead search').evaluateAll((roots) => {
          const all = roots.flatMap((root) => [
            ...root.querySelectorAll<HTMLElement>(
              'button, select, input:not([type=hidden], [type=checkbox]), summary, textarea, label:has([type=checkbox]), nav a, .chosen a, .entries h3 a',
            ),
          ]);
          return all.flatMap((control) => {
            const { width, height } = control.getBoundingClientRect();
            // Half a pixel is lost in rounding.
            const isSmall = width > 0 && (width < 23.5 || height < 23.5);
            return isSmall ? [`${control.outerHTML.slice(0, 80)} ${width} × ${height}`] : [];
          });
        });
        assert.deepEqual(small, [], path);
      });
  });
});
