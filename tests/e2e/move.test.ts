import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARCHIVES, readBuilt } from '../support/archives.ts';
import { reader } from '../support/browser.ts';

const OLD = '/archive/2032/04/19/inquiry-first-day/';
// Asked for by its file, the old page comes itself: hosts that read no redirects show it.
const NEW = '/archive/2032/04/20/garrowby-at-the-inquiry/';

const lastParagraph = (): string =>
  JSON.parse(readBuilt(ARCHIVES.based, `${NEW.replace('/archive', '')}index.json`)).paragraphs.at(
    -1,
  ).id;

describe('what has moved', () => {
  const { open } = reader(ARCHIVES.based);

  test('an old link to a paragraph leads to the paragraph where it is now', async () => {
    const id = lastParagraph();
    await open(`${OLD}index.html?from=letter#${id}`, {}, async (page, _, complaints) => {
      await page.waitForURL(`**${NEW}?from=letter#${id}`);
      assert.ok(await page.locator(`#${id}:target`).isVisible());
      assert.deepEqual(complaints, []);
      await page.goBack();
      assert.equal(page.url(), 'about:blank', 'the old page does not stand in the way back');
    });
  });

  test('a host that reads _redirects leads on by itself, to the paragraph too', async () => {
    const id = lastParagraph();
    await open(`${OLD}?from=letter#${id}`, {}, async (page, _, complaints) => {
      assert.equal(new URL(page.url()).pathname, NEW, 'no page stands between');
      assert.ok(page.url().endsWith(`${NEW}?from=letter#${id}`));
      assert.deepEqual(complaints, []);
    });
  });

  test('without JavaScript the browser is led on, and the page says where to', async () => {
    await open(`${OLD}index.html`, { javaScriptEnabled: false }, async (page) => {
      await page.waitForURL(`**${NEW}`);
    });
    const page = readBuilt(ARCHIVES.based, `${OLD.replace('/archive', '')}index.html`);
    assert.match(page, /is now at <a href="[^"]+" data-moved>Garrowby heard at the inquiry<\/a>/);
  });

  test('an old id in the address of a search finds the record, and the address has the present one', async () => {
    const search = '/archive/search/?place=ansel-haven';
    await open(search, {}, async (page) => {
      await page.waitForURL('**/search/?place=port-ansel');
      const found = page.locator('[data-part="found"]');
      await found.waitFor();
      assert.match((await found.textContent()) ?? '', /Port Ansel/);
      assert.ok((await page.locator('[data-part="results"] li').count()) > 0);
    });
  });
});
