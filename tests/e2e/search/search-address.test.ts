import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES } from '../../support/archives.ts';
import { reader } from '../../support/browser.ts';
import { found, settled, status } from './search-page.ts';

const main = (page: Page) => page.locator('main').innerText();

describe('an address that cannot be says what is wrong, and shows the search without it', () => {
  const { open } = reader(ARCHIVES.holms);

  test('beside whatever else it asks for', async () => {
    let whole = '';
    await open('/search/?q=halloran', {}, async (page) => {
      await settled(page);
      whole = (await found(page)).join();
    });
    for (const [wrong, words] of [
      ['from=1987-13-45', /“1987-13-45” is no day of the calendar/],
      ['to=2031-02-30', /“2031-02-30” is no day/],
      ['from=2032-01-01&to=2031-01-01', /The first day, .*2032, comes after the last, .*2031/],
      ['person=nobody', /no person “nobody”/],
      ['place=nowhere&organisation=none', /no place “nowhere”.*no organisation “none”/s],
      ['sort=foo', /“foo” is no order of results/],
      ['page=x', /“x” is no number of a page/],
      ['page=99', /There is no page 99: these results have 1/],
    ] as const) {
      const address = `/search/?q=halloran&${wrong}`;
      await open(address, {}, async (page) => {
        await settled(page);
        assert.match(await main(page), words);
        assert.equal(
          await page.locator('[data-part=narrow] summary').innerText(),
          'Filters',
          wrong,
        );
        assert.match(await status(page), /^9 articles found/, wrong);
        assert.equal((await found(page)).join(), whole, wrong);
        // What is shown depends on the address alone, which stays as it was.
        assert.ok(page.url().endsWith(address));
      });
    }
  });

  test('with nothing else in it', async () => {
    for (const wrong of ['from=1987-13-45', 'sort=foo', 'page=0', 'person=nobody', 'page=99'])
      await open(`/search/?${wrong}`, {}, async (page) => {
        if (wrong === 'page=99') return assert.equal(await status(page), '');
        await settled(page);
        assert.match(await status(page), /nothing else is asked for/);
        assert.equal(await page.locator('.notice p').count(), 1);
      });
  });

  test('leads to the days the other way round', async () => {
    await open('/search/?q=halloran&from=2032-12-31&to=2031-01-01', {}, async (page) => {
      await settled(page);
      await page.getByRole('link', { name: /^Search from 1 January 2031/ }).click();
      await page.waitForURL(/from=2031-01-01&to=2032-12-31/);
      await settled(page);
      assert.equal(await page.locator('.notice').count(), 0);
    });
  });
});
