import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARCHIVES } from '../../support/archives.ts';
import { reader } from '../../support/browser.ts';
import { found, search, settled, status } from './search-page.ts';

describe('what a query is read as', () => {
  const { open } = reader(ARCHIVES.holms);
  const results = '[data-part=results]';

  test('a date limits the search; it can be taken away, or searched for as words', async () => {
    await open(`/${search('ferry April 2031')}`, {}, async (page, _, complaints) => {
      await settled(page);
      const days = await page
        .locator('.entries time')
        .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
      assert.ok(days.length > 0);
      assert.ok(days.every((day) => day.startsWith('2031-04')));
      assert.match(
        await page.locator(results).innerText(),
        /“April 2031” is read as a date: 1 April 2031 to 30 April 2031\./,
      );
      const address = page.url();
      await page.getByRole('link', { name: 'Search for the words “April 2031” instead' }).click();
      await page.waitForURL((url) => url.searchParams.get('q') === 'ferry "April 2031"');
      await settled(page);
      assert.equal(await page.locator(`${results} .chosen`).count(), 0);
      await page.goBack();
      await page.locator(`${results} .chosen`).waitFor();
      assert.equal(page.url(), address);
      await page.getByRole('link', { name: 'Without April 2031' }).click();
      await page.waitForURL((url) => url.searchParams.get('q') === 'ferry');
      await settled(page);
      assert.ok((await found(page)).length > days.length);
      assert.deepEqual(complaints, []);
    });
  });

  test('a year of the archive alone lists its articles; another is a word', async () => {
    await open(`/${search('2032')}`, {}, async (page) => {
      await settled(page);
      assert.match(await status(page), /^5 articles found/);
    });
    await open(`/${search('1932')}`, {}, async (page) => {
      await settled(page);
      assert.match(await page.locator(results).innerText(), /No text holds “1932”/);
    });
  });

  test('what few articles have is followed by what has most of it, which says what it lacks', async () => {
    await open(`/${search('foghorn heard at the pier of lamps')}`, {}, async (page) => {
      await settled(page);
      const text = await page.locator(results).innerText();
      assert.match(text, /have most of it, and say what they lack/);
      assert.match(text, /Missing: \S/);
    });
  });

  test('operators that it does not have are told, and those that it has are obeyed', async () => {
    await open(`/${search('site:ansel.example ferr* OR')}`, {}, async (page) => {
      await settled(page);
      const text = await page.locator(results).innerText();
      assert.match(text, /“site:”, “ferr\*” are no operators of this search/);
      assert.match(text, /“OR” stands between two words/);
    });
    await open(`/${search('title:storm OR title:seals')}`, {}, async (page) => {
      await settled(page);
      const headlines = await found(page);
      assert.ok(headlines.length >= 2);
      assert.ok(headlines.every((headline) => /storm|seals/i.test(headline)));
    });
  });
});
