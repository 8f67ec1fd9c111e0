import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES } from '../../support/archives.ts';
import { reader } from '../../support/browser.ts';
import { pathsByKind } from '../../support/kinds.ts';
import { settled } from './search-page.ts';

/** One page of each kind; that at an address that leads nowhere too. */
const pages = () => [
  ...[...pathsByKind(ARCHIVES.holms)].flatMap(([, paths]) => paths.slice(0, 1)),
  '/no/such-page/',
];
const box = (page: Page) => page.locator('input[name="q"]');
const isInBox = (page: Page) => box(page).evaluate((input) => input === document.activeElement);
const offers = (page: Page) => page.locator('.offers [role=option]');

describe('the search box of any page', () => {
  const { open } = reader(ARCHIVES.holms);

  test('loads no search before it is used', async () => {
    await open('/about/', {}, async (page) => {
      for (const path of ['/', '/people/mira-halloran/']) {
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await page.goto(new URL(path, page.url()).href, { waitUntil: 'networkidle' });
        const scripts = asked.filter((one) => one.endsWith('.js'));
        assert.ok(scripts.length <= 2, scripts.join());
        assert.deepEqual(
          asked.filter((one) => /session|combobox|\/search\//.test(one)),
          [],
        );
        await box(page).focus();
        await page.waitForRequest('**/search/archive.json');
      }
    });
  });

  test('offers names by any spelling, and leads to their articles, by the keyboard', async () => {
    for (const path of ['/', '/people/mira-halloran/', '/no/such-page/'])
      await open(path, {}, async (page) => {
        await box(page).fill('');
        await box(page).pressSequentially('hallor');
        await offers(page).first().waitFor();
        assert.match(await offers(page).first().innerText(), /Halloran/, path);
        assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
        await page.keyboard.press('ArrowDown');
        const active = `${await box(page).getAttribute('aria-activedescendant')}`;
        assert.equal(await page.locator(`[id="${active}"]`).getAttribute('aria-selected'), 'true');
        await page.keyboard.press('Escape');
        assert.equal(await offers(page).count(), 0);
        await box(page).press('End');
        await box(page).pressSequentially('an');
        await offers(page).first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/search\/\?person=mira-halloran$/);
        await settled(page);
      });
  });

  test('keeps the words in front of a name', async () => {
    await open('/', {}, async (page) => {
      await box(page).pressSequentially('ferry stenn');
      await page
        .getByRole('option', { name: /Stennet/ })
        .first()
        .click();
      await page.waitForURL(/\/search\/\?q=ferry&place=stennet$/);
    });
  });

  test('searches for what was typed where its names do not come', async () => {
    await open('/about/', {}, async (page) => {
      await page.route('**/search/archive.json', (route) => route.abort());
      await page.goto(new URL('/', page.url()).href);
      await box(page).pressSequentially('ferry');
      await page.unroute('**/search/archive.json');
      await page.keyboard.press('Enter');
      await settled(page);
      assert.equal(new URL(page.url()).search, '?q=ferry');
    });
  });

  test('gets the cursor at the key /, on every kind of page', async () => {
    await open(pages(), {}, async (page, path) => {
      await page.waitForLoadState('load');
      await page.locator('main').focus();
      await page.keyboard.press('/');
      assert.ok(await isInBox(page), path);
      const before = await box(page).inputValue();
      await page.keyboard.press('End');
      await page.keyboard.press('/');
      assert.equal(await box(page).inputValue(), `${before}/`, `${path}: in a field it is typed`);
    });
  });

  test('leaves the key to fields, and to the browser with Control, Alt or Meta', async () => {
    await open('/verify/', {}, async (page) => {
      await page.locator('textarea').pressSequentially('and/or');
      assert.equal(await page.locator('textarea').inputValue(), 'and/or');
      await page.locator('main').focus();
      for (const key of ['Control', 'Alt', 'Meta']) {
        await page.keyboard.press(`${key}+/`);
        assert.ok(!(await isInBox(page)), key);
      }
    });
  });

  test('lets the key be turned off, on all pages, and on again', async () => {
    await open('/search/', {}, async (page) => {
      const press = async (path: string) => {
        await page.goto(new URL(path, page.url()).href);
        await page.locator('main').focus();
        await page.keyboard.press('/');
        return isInBox(page);
      };
      await page.getByRole('button', { name: 'Turn it off' }).click();
      assert.deepEqual([await press('/search/'), await press('/')], [false, false]);
      await page.goto(new URL('/search/', page.url()).href);
      await page.getByRole('button', { name: 'Turn it on' }).click();
      assert.ok(await press('/people/'));
    });
  });
});

describe('without JavaScript', () => {
  const { open } = reader(ARCHIVES.isles);

  test('no page has a control that does nothing', async () => {
    const paths = [...pathsByKind(ARCHIVES.isles)].flatMap(([, some]) => some.slice(0, 2));
    const all = [...paths, '/cite/', '/feeds/', '/search/many/', '/search/?q=ferry'];
    await open(all, { javaScriptEnabled: false }, async (page, path) => {
      const controls = page.locator('input, select, textarea, button, [role=button]');
      for (const control of await controls.all())
        assert.ok(!(await control.isVisible()), `${path}: ${await control.innerHTML()}`);
    });
  });
});
