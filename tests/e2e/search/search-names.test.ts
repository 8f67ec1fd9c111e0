import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES } from '../../support/archives.ts';
import { reader } from '../../support/browser.ts';
import { found, search, settled, status } from './search-page.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search for' });
const offers = (page: Page) => page.getByRole('listbox', { name: 'Names' }).getByRole('option');

describe('names are offered while someone types', () => {
  const { open } = reader(ARCHIVES.holms);

  test('by the first letters of any word of any spelling', async () => {
    await open('/search/', {}, async (page, _, complaints) => {
      for (const [typed, name] of [
        ['hal', 'Mira Halloran'],
        ['мир', 'Mira Halloran'],
        ['ميرا', 'Mira Halloran'],
        ['halloran mi', 'Mira Halloran'],
        ['bjork', 'Søren Bjørkås'],
        ['BJØR', 'Søren Bjørkås'],
        ['lodzk', 'Łódzki'],
        ['odar', 'O’Darra'],
        ['ferry hallo', 'Mira Halloran'],
      ] as const) {
        await box(page).fill(typed);
        await offers(page).filter({ hasText: name }).first().waitFor();
      }
      await box(page).fill('zzz');
      await page.waitForFunction(() => document.querySelector('[role=option]') === null);
      assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
      assert.deepEqual(complaints, []);
    });
  });

  test('and taken by the keyboard alone, the focus staying in the box', async () => {
    await open('/search/', {}, async (page) => {
      await box(page).focus();
      await page.keyboard.type('storm hallo');
      await offers(page).first().waitFor();
      assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
      await page.keyboard.press('ArrowDown');
      const active = await box(page).getAttribute('aria-activedescendant');
      assert.equal(await offers(page).first().getAttribute('id'), active);
      assert.equal(await offers(page).first().getAttribute('aria-selected'), 'true');
      await page.keyboard.press('Enter');
      await page.waitForURL(/person=mira-halloran/);
      await settled(page);
      assert.equal(new URL(page.url()).searchParams.get('q'), 'storm');
      assert.equal(await box(page).inputValue(), 'storm');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'q');
      assert.equal(await offers(page).count(), 0);
    });
  });

  test('Escape closes them, and Enter without a choice searches the words', async () => {
    await open('/search/', {}, async (page) => {
      await box(page).pressSequentially('hal');
      await offers(page).first().waitFor();
      await page.keyboard.press('Escape');
      assert.equal(await offers(page).count(), 0);
      await box(page).pressSequentially('loran');
      await offers(page).first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=halloran$/);
      await settled(page);
      assert.equal(await offers(page).count(), 0);
    });
  });

  test('those of one name are told apart', async () => {
    await open('/search/', {}, async (page) => {
      await box(page).fill('jon askel');
      await offers(page).nth(1).waitFor();
      const texts = await offers(page).allInnerTexts();
      assert.equal(texts.length, 2);
      assert.notEqual(texts[0], texts[1]);
    });
  });

  test('names combine, and each can be let go of', async () => {
    await open('/search/?person=mira-halloran', {}, async (page) => {
      await settled(page);
      assert.match(await status(page), /^9 articles/);
      await box(page).fill('stenn');
      await offers(page).first().click();
      await page.waitForURL(/person=mira-halloran&place=stennet/);
      await settled(page);
      assert.match(await status(page), /^2 articles/);
      await page.getByRole('link', { name: 'Without Mira Halloran' }).click();
      await page.waitForURL(/\?place=stennet$/);
      await settled(page);
      assert.equal(await page.getByRole('link', { name: /^Without/ }).count(), 1);
    });
  });
});

describe('a hit', () => {
  const { open } = reader(ARCHIVES.holms);

  test('leads to its paragraph with the words marked there', async () => {
    await open(`/${search('halloran')}`, {}, async (page) => {
      await settled(page);
      // What is told of a picture leads to the page of the picture.
      const links = page.locator('.contexts a[href*="#p-"]');
      const count = await links.count();
      assert.ok(count > 5);
      for (let at = 0; at < count; at++) {
        const link = links.nth(at);
        const marks = await link.locator('mark').allInnerTexts();
        const paragraph = new URL((await link.getAttribute('href')) ?? '', page.url()).hash
          .slice(1)
          .replace(/:~:.*/, '');
        await link.click();
        await page.waitForURL(/#p-/);
        const text = await page.locator(`#${paragraph}`).innerText();
        for (const mark of marks) assert.ok(text.includes(mark), `${mark} in ${text}`);
        // The words are marked by the browser, and what they stand in is its target: in the paragraph, in view.
        const isThere = await page.evaluate((id) => {
          const target = document.querySelector(':target');
          const element = document.getElementById(id);
          const { top = -1, bottom = -1 } = target?.getBoundingClientRect() ?? {};
          return element?.contains(target) && bottom > 0 && top < innerHeight;
        }, paragraph);
        assert.ok(isThere, `${paragraph} for ${marks}`);
        await page.goBack();
        await settled(page);
        const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
        assert.equal(focused, await link.getAttribute('href'), 'the focus is back on the link');
      }
    });
  });
});

describe('the results', () => {
  const { open } = reader(ARCHIVES.isles);

  async function saved(page: Page, name: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  }

  test('are taken along whole as CSV and as JSON', async () => {
    await open('/search/?person=ismenia-varga', {}, async (page) => {
      await settled(page);
      const json = JSON.parse(await saved(page, 'JSON'));
      assert.equal(new Set(json.results.map((row: { article: string }) => row.article)).size, 12);
      assert.equal(json.search, page.url());
      for (const { permalink, article, text } of json.results) {
        assert.ok(permalink.startsWith('https://isles.example/20'), permalink);
        assert.ok(permalink === article || /#p-[a-z0-9-]+$/.test(permalink), permalink);
        assert.equal(permalink === article, text === '');
      }
      const csv = await saved(page, 'CSV');
      const [head, first] = csv.split('\r\n');
      assert.equal(head, '\uFEFFdate,heading,article,permalink,text,lang,publisher');
      assert.ok(first?.startsWith(json.results[0].date));
    });
  });
});

describe('a search that goes wrong', () => {
  const { open } = reader(ARCHIVES.holms);
  const failed = (page: Page) =>
    page.locator('[data-part=status]:has-text("could not be done")').waitFor();

  test('says that the archive was brought up to date, and goes on with the new release', async () => {
    await open('/search/?person=mira-halloran', {}, async (page) => {
      await settled(page);
      // The folder of the old release is gone, and the manifest names another.
      await page.route('**/search/*/**', (route) => route.fulfill({ status: 404 }));
      await page.route('**/search/archive.json', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ json: { ...(await answer.json()), release: 'another' } });
      });
      await box(page).fill('quay');
      await page.keyboard.press('Enter');
      await failed(page);
      assert.match(await page.locator('.notice').innerText(), /brought up to date/);
      await page.unroute('**/search/*/**');
      await page.unroute('**/search/archive.json');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('[data-part=status]:text-matches("^[0-9]+ articles? found")').waitFor();
    });
  });

  test('says that the device is offline, and goes on when it is back', async () => {
    await open('/search/?person=mira-halloran', {}, async (page) => {
      await settled(page);
      await page.context().setOffline(true);
      await box(page).fill('quay');
      await page.keyboard.press('Enter');
      await failed(page);
      assert.match(await page.locator('.notice').innerText(), /offline/);
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('[data-part=status]:text-matches("^[0-9]+ articles? found")').waitFor();
    });
  });

  test('names what it cannot look for, and days that are none', async () => {
    await open('/search/?q=storm+%26&from=2031-02-30', {}, async (page) => {
      await settled(page);
      assert.match(await page.locator('main').innerText(), /“&” has no letter or figure in it/);
      assert.match(await page.locator('main').innerText(), /“2031-02-30” is no day/);
    });
  });

  test('names an id that the archive does not have', async () => {
    await open('/search/?person=nobody', {}, async (page) => {
      await settled(page);
      assert.deepEqual(await found(page), []);
      assert.match(await page.locator('main').innerText(), /no person “nobody”/);
    });
  });
});

test('a browser can add the archive as a search engine', async () => {
  // Read from the build: browsers offer it in menus of their own.
  const { readBuilt } = await import('../../support/archives.ts');
  const page = readBuilt(ARCHIVES.based, 'index.html');
  assert.match(
    page,
    /<link rel="search" type="application\/opensearchdescription\+xml" href="\/archive\/opensearch\.xml"/,
  );
  const description = readBuilt(ARCHIVES.based, 'opensearch.xml');
  assert.match(
    description,
    /template="https:\/\/host\.example\/archive\/search\/\?q=\{searchTerms\}"/,
  );
});
