import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARCHIVES } from '../support/archives.ts';
import { reader } from '../support/browser.ts';

const PAGE = '/2033/06/12/who-kept-the-lamp-at-dunmarrow/';
const HEADLINE = 'Who kept the lamp at Dunmarrow?';

describe('an article of which the archive holds no text', () => {
  const { open } = reader(ARCHIVES.isles);

  test('says so beneath its headline, wide and narrow, light and dark', async () => {
    for (const width of [1280, 390])
      for (const colorScheme of ['light', 'dark'] as const)
        await open(PAGE, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
          const note = page.getByText(
            'The archive holds the record of this article, and not its text.',
          );
          assert.ok(await note.isVisible());
          const [headline, said] = [
            await page.locator('h1').boundingBox(),
            await note.boundingBox(),
          ];
          assert.ok(headline && said && said.y > headline.y + headline.height);
          const cite = await page.locator('.cite').boundingBox();
          // Nothing is left free where a text would stand.
          assert.ok(cite && cite.y - (said.y + said.height) < 200);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          );
          assert.ok(overflow <= 0);
        });
  });

  test('is found by a word of its summary, and by a name, and leads to its page', async () => {
    for (const query of ['?q=reckoning+watches', '?person=hesper-tindall-roake'])
      await open(`/search/${query}`, {}, async (page) => {
        const hit = page.locator('main li', { has: page.getByText(HEADLINE) }).last();
        await hit.waitFor();
        assert.match((await hit.textContent()) ?? '', /the record only, not the text/);
        const links = await hit
          .locator('a')
          .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
        assert.deepEqual([...new Set(links)], [PAGE]);
      });
  });

  test('is cited without a paragraph', async () => {
    await open(`/cite/?article=${PAGE.slice(1, -1)}`, {}, async (page) => {
      await page.getByText('The archive holds its record, and no text to quote.').waitFor();
      assert.equal(await page.locator('.quotable').count(), 0);
    });
  });
});
