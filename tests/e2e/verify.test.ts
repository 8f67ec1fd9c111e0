import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES, readBuilt } from '../support/archives.ts';
import { reader } from '../support/browser.ts';

const PATH = '/archive/verify/';
const SLUICE = '2032/11/06/sluice-opened-at-low-tarn';
const NOW =
  'The sluice at Low Tarn was opened at six on Friday, and four crofts stood in water by dusk.';

/** What the page says to each passage: its answer, and where its links lead. */
const verdicts = async (page: Page) => {
  await page.locator('.verdict, [role="status"]:has-text("could not")').first().waitFor();
  return page
    .locator('.verdict')
    .evaluateAll((all) =>
      all.map((one) => [
        one.getAttribute('data-answer'),
        ...Array.from(one.querySelectorAll('a'), (link) => link.getAttribute('href')),
      ]),
    );
};
const idIn = (article: string, words: string): string =>
  JSON.parse(readBuilt(ARCHIVES.based, `${article}/index.json`)).paragraphs.find(
    ({ text }: { text: string }) => text.includes(words),
  ).id;

describe('verifying a quotation', () => {
  const { open } = reader(ARCHIVES.based);
  const asked = (quote: string) => `${PATH}?${new URLSearchParams({ quote })}`;
  const link = (words: string) => `/archive/${SLUICE}/#${idIn(SLUICE, words)}`;

  // biome-ignore format: a table, a quotation a row
  const CASES: [name: string, quote: string, answer: () => (string | null)[]][] = [
    ['a whole paragraph', NOW, () => ['says', link('opened at six')]],
    ['a whole paragraph in quotation marks, on two lines of a mail', `“${NOW}”`, () => ['says', link('opened at six')]],
    ['a part of a paragraph', 'four crofts stood in water by dusk', () => ['says', link('opened at six')]],
    ['parts with a gap', 'The sluice at Low Tarn […] stood in water by dusk', () => ['says', link('opened at six')]],
    ['other capitals', 'THE SLUICE AT LOW TARN was opened at six on friday', () => ['nearly', link('opened at six')]],
    ['what it said before a correction', NOW.replace('six', 'five'), () => ['said', `/archive/${SLUICE}/#p-ndqegrnz`]],
    ['a part of what it said before', 'was opened at five on Friday, and four crofts', () => ['said', `/archive/${SLUICE}/#p-ndqegrnz`]],
    ['a paragraph that was taken out', 'A child’s shoe was found on the weir.', () => ['said', `/archive/${SLUICE}/#p-ok653yna`]],
    ['Arabic', 'قال حارس السد إن السلسلة انكسرت يوم الجمعة', () => ['says', link('يوم الجمعة')]],
    ['what was never said', 'The sluice at Low Tarn was blown up by pirates', () => ['never']],
    ['too little', 'at six on', () => ['short']],
  ];
  for (const [name, quote, answer] of CASES)
    test(name, async () => {
      await open(asked(quote), {}, async (page, _, complaints) => {
        assert.deepEqual(await verdicts(page), [answer()]);
        assert.deepEqual(complaints, []);
      });
    });

  test('several paragraphs are answered one by one; the address can be linked, and back goes back', async () => {
    await open(PATH, {}, async (page) => {
      const box = page.getByLabel('Words to look up');
      await box.fill(`${NOW}\n\nNobody of that name was ever on the island.`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.deepEqual(
        (await verdicts(page)).map(([answer]) => answer),
        ['says', 'never'],
      );
      assert.match(page.url(), /\?quote=The\+sluice/);
      await page.goBack();
      await page.waitForFunction(() => !document.querySelector('.verdict'));
      assert.equal(await box.inputValue(), '');
    });
  });

  test('without JavaScript the page says what works without it', async () => {
    await open(PATH, { javaScriptEnabled: false }, async (page) => {
      const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
      assert.match(text, /Looking words up needs JavaScript/);
      assert.match(text, /sha256sum \| xxd/);
    });
  });
});
