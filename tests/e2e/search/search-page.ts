import type { Page } from 'playwright-core';

/** Waits until the search page has answered. */
export async function settled(page: Page): Promise<void> {
  await page.locator('[data-part=status]:text-matches("found|could not")').waitFor();
  await page.locator('[data-part=found]:not([aria-busy=true])').waitFor();
}

/** The headlines that were found, on the page that is shown. */
export const found = (page: Page): Promise<string[]> =>
  page.locator('.entries h3 a').allInnerTexts();

/** How many articles were found, in the page's words. */
export const status = (page: Page): Promise<string> =>
  page.locator('[data-part=status]').innerText();

/** The path of a search for words, below the base; `rest` are further parameters. */
export const search = (words: string, rest = '') => `search/?q=${encodeURIComponent(words)}${rest}`;
