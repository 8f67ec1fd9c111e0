import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { paragraphId } from '../../src/domain/article/paragraph.ts';
import { ARCHIVES } from '../support/archives.ts';
import { reader } from '../support/browser.ts';

const PAGE = '/archive/2032/11/06/sluice-opened-at-low-tarn/';

// biome-ignore format: a table, an old paragraph a row
const OLD: [said: string, before: string][] = [
  ['The sluice at Low Tarn was opened at five on Friday, and four crofts stood in water by dusk.', 'The sluice at Low Tarn was opened at six'],
  ['Upper croft: three sheep', 'Upper croft: five sheep'],
  ['Mill croft 2 hens', '3 hens'],
  ['قال حارس السد إن السلسلة انكسرت يوم الخميس.', 'انكسرت يوم الجمعة'],
  ['The damage is put at forty crowns.', 'The damage is put at sixty crowns.'],
];

describe('a corrected paragraph', () => {
  const { open } = reader(ARCHIVES.based);

  for (const [said, before] of OLD) {
    test(`an old link shows what it said, below what it says: ${said.slice(0, 30)}`, async () => {
      await open(`${PAGE}#${paragraphId(said)}`, { javaScriptEnabled: false }, async (page) => {
        const mark = page.locator(':target');
        assert.ok((await mark.textContent())?.includes(`It said: ${said}`), await mark.innerHTML());
        const box = await mark.boundingBox();
        const height = page.viewportSize()?.height ?? 0;
        assert.ok(box && box.y >= 0 && box.y < height, 'in view');
        const above = await mark.evaluate(
          (node) => (node.previousElementSibling ?? node.parentElement)?.textContent ?? '',
        );
        const around = await mark.evaluate((node) => node.parentElement?.textContent ?? '');
        assert.ok(above.includes(before) || around.includes(before), above);
      });
    });
  }

  test('of a paragraph that is gone the notice says what it said', async () => {
    const said = 'A child’s shoe was found on the weir.';
    await open(`${PAGE}#${paragraphId(said)}`, {}, async (page) => {
      assert.ok((await page.locator('.notice :target').textContent())?.includes(said));
    });
  });

  test('the notice leads to the paragraph by the keyboard', async () => {
    await open(PAGE, {}, async (page) => {
      const link = page.locator('.notice a', { hasText: 'See it in the text' }).first();
      await link.focus();
      await page.keyboard.press('Enter');
      assert.match((await page.locator(':target').textContent()) ?? '', /has since bought a chain/);
    });
  });
});
