import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES } from '../../support/archives.ts';
import { reader } from '../../support/browser.ts';
import { found, search, settled, status } from './search-page.ts';

const notice = (page: Page) => page.locator('[data-part=results] .notice').first();
const address = (page: Page) => new URL(page.url()).search;
/** Waits until the results of an address are shown. */
const answered = async (page: Page, parameters: RegExp) => {
  await page.waitForURL(parameters);
  await settled(page);
};

describe('a misspelt search', () => {
  const { open } = reader(ARCHIVES.holms);

  test('shows the results of what was probably meant, says so, and leads back', async () => {
    await open(`/${search('Haloran')}`, {}, async (page, _, complaints) => {
      await settled(page);
      assert.equal(await status(page), 'For “Halloran”: 9 articles found.');
      assert.equal(
        await notice(page).innerText(),
        'Showing results for Halloran. Search for Haloran instead.',
      );
      assert.equal((await found(page)).length, 9);
      assert.equal(await page.locator('#q').inputValue(), 'Haloran');
      // By the keyboard alone.
      await page.getByRole('link', { name: 'Search for Haloran instead' }).focus();
      await page.keyboard.press('Enter');
      await answered(page, /exact=1/);
      assert.equal(address(page), '?q=Haloran&exact=1');
      assert.deepEqual(await found(page), []);
      await page
        .locator('[data-part=status]:has-text("No article found. Did you mean “Halloran”?")')
        .waitFor();
      await page.goBack();
      await answered(page, /q=Haloran$/);
      assert.equal((await found(page)).length, 9);
      assert.deepEqual(complaints, []);
    });
  });

  test('is done as it is written for as long as its words stay', async () => {
    await open(`/${search('Haloran', '&exact=1')}`, {}, async (page) => {
      await settled(page);
      await page.locator('[name=sort]').selectOption('oldest');
      await answered(page, /sort=oldest/);
      assert.equal(address(page), '?q=Haloran&sort=oldest&exact=1');
      await page.locator('#q').fill('Halorann');
      await page.keyboard.press('Enter');
      await answered(page, /q=Halorann/);
      assert.equal(address(page), '?q=Halorann&sort=oldest');
      assert.match(await status(page), /^For “Halloran”: 9 articles/);
    });
  });

  test('stays misspelt in its address, page by page and narrowed', async () => {
    await open(`/${search('Haloran')}`, {}, async (page) => {
      await settled(page);
      await page.getByRole('checkbox', { name: /^Stennet/ }).check();
      await answered(page, /place=stennet/);
      assert.equal(address(page), '?q=Haloran&place=stennet');
      assert.match(await status(page), /^For “Halloran”: 2 articles/);
    });
  });

  test('is put right in its misspelt word alone, and not in what is excluded or quoted', async () => {
    await open('/search/', {}, async (page) => {
      for (const [q, said] of [
        ['Haloran lamps', 'For “Halloran lamps”: '],
        ['lamps -feery', /^\d+ articles? found\.$/],
        ['"Mira Haloran"', 'No article found. Did you mean “mira Halloran”?'],
      ] as const) {
        await page.locator('#q').fill(q);
        await page.keyboard.press('Enter');
        await settled(page);
        const wanted =
          typeof said === 'string' ? `:has-text("${said.replaceAll('"', '\\"')}")` : '';
        await page.locator(`[data-part=status]${wanted}`).waitFor();
        if (typeof said !== 'string') assert.match(await status(page), said);
      }
    });
  });

  test('in a script from the right keeps its direction among other words', async () => {
    await open(`/${search('هالورن')}`, {}, async (page) => {
      await settled(page);
      assert.deepEqual(await notice(page).locator('bdi').allInnerTexts(), ['هالوران', 'هالورن']);
      assert.deepEqual(await page.locator('[data-part=status] bdi').allInnerTexts(), ['هالوران']);
      assert.ok((await found(page)).length > 0);
    });
  });

  test('is guessed from few files, and one that finds something from none', async () => {
    for (const [q, most] of [
      ['Halloran', 0],
      ['Haloran', 10],
    ] as const)
      await open('/search/', {}, async (page) => {
        let files = 0;
        page.on('request', (request) => {
          if (request.url().includes('/search/words/near-')) files += 1;
        });
        await page.goto(`${new URL(page.url()).origin}/${search(q)}`);
        await settled(page);
        await page.waitForLoadState('networkidle');
        assert.ok(files <= most, `${q}: ${files}`);
      });
  });
});

describe('a rare word that may be another', () => {
  const { open } = reader(ARCHIVES.isles);

  test('keeps its results, whatever else is offered', async () => {
    await open(`/${search('paperweight')}`, {}, async (page) => {
      await settled(page);
      assert.match(await status(page), /^1 article found\./);
    });
  });
});

describe('a misspelt name that is being typed', () => {
  const { open } = reader(ARCHIVES.holms);

  test('is offered as it is spelt', async () => {
    await open('/search/', {}, async (page, _, complaints) => {
      const offers = page.getByRole('listbox', { name: 'Names' }).getByRole('option');
      for (const [typed, name] of [
        ['Haloran', 'Mira Halloran'],
        ['mira haloran', 'Mira Halloran'],
        ['lamps Tamuro', 'Hana Tamura'],
        ['Халоран', 'Mira Halloran'],
      ] as const) {
        await page.locator('#q').fill(typed);
        await offers.filter({ hasText: name }).first().waitFor();
      }
      await offers.filter({ hasText: 'Mira Halloran' }).first().click();
      await answered(page, /person=mira-halloran/);
      assert.deepEqual(complaints, []);
    });
  });
});
