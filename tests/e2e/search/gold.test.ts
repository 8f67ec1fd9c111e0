import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES } from '../../support/archives.ts';
import { reader } from '../../support/browser.ts';
import { GOLD } from './gold.ts';
import { settled } from './search-page.ts';

/** The address of a search that is written without escapes. */
function addressOf(search: string, page: number): string {
  const parameters = search.split(/&(?=(?:q|from|to|person|place|organisation)=)/).map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return `/search/?${new URLSearchParams([...parameters, ['page', `${page}`]])}`;
}

/** Goes to an address as by the browser's own Back and Forward: what was loaded stays loaded. */
const goTo = (page: Page, address: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);

/** The last parts of the addresses of all that a search finds, page after page. */
async function allFound(page: Page, search: string): Promise<string[]> {
  const slugs: string[] = [];
  for (let number = 1; ; number++) {
    await goTo(page, addressOf(search, number));
    await settled(page);
    const links = await page
      .locator('.entries h3 a')
      .evaluateAll((anchors) => anchors.map((link) => (link as HTMLAnchorElement).pathname));
    slugs.push(...links.map((link) => link.split('/').at(-2) ?? ''));
    const status = await page.locator('[data-part=status]').innerText();
    const [, last = '1'] = /of (\d+)\./.exec(status) ?? [];
    if (number >= Number(last)) return slugs;
  }
}

for (const [name, gold] of Object.entries(GOLD)) {
  describe(`search finds in ${name}`, () => {
    const { open } = reader(ARCHIVES[name as keyof typeof ARCHIVES]);
    // All on one page: what is found does not depend on what was searched for before.
    test('what it must', async (all) => {
      await open('/search/', {}, async (page, _, complaints) => {
        for (const { search, slugs, alone } of gold) {
          await all.test(`${search} → ${slugs.join(', ') || 'nothing'}`, async () => {
            const found = await allFound(page, search);
            const missed = slugs.filter((slug) => !found.includes(slug));
            assert.deepEqual(missed, [], 'missed');
            if (alone) assert.deepEqual(found.toSorted(), slugs.toSorted());
            assert.equal(new Set(found).size, found.length, 'each once');
            assert.deepEqual(complaints, []);
          });
        }
      });
    });
  });
}
