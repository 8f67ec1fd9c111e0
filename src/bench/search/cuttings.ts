import type { Page } from 'playwright-core';
import type { NamedRecord } from '../../domain/search/layout.ts';
import { PARAMETERS } from '../../domain/search/state.ts';

/** Uses the archive's own search as a reader does. */

const RESULTS = '[data-part=found]:not([aria-busy=true]) .entries > li';

/** Opens the link of a name, and waits for the results. */
export async function openName(page: Page, url: string, { kind, id }: NamedRecord): Promise<void> {
  await page.goto(`${url}/search/?${PARAMETERS[kind]}=${encodeURIComponent(id)}`);
  await page.locator(RESULTS).first().waitFor();
}

/** Opens the link of a search for words, and waits for the results. */
export async function openWords(page: Page, url: string, words: string): Promise<void> {
  await page.goto(`${url}/search/?q=${encodeURIComponent(words)}`);
  await page.locator(RESULTS).first().waitFor();
}

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 20_000;

/** The ids of the articles on the first page that a search for words finds, in their order. */
export async function foundIds(page: Page, url: string, words: string): Promise<string[]> {
  await page.goto(`${url}/search/?q=${encodeURIComponent(words)}`);
  await page.waitForFunction(
    () => {
      const found = document.querySelector<HTMLElement>('[data-part=found]');
      return found !== null && !found.hidden && !found.hasAttribute('aria-busy');
    },
    undefined,
    { timeout: PATIENCE },
  );
  const paths = await page
    .locator('.entries > li h3 a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  return paths.map((path) => decodeURI(path).replace(/^\/|\/$/g, ''));
}

/** Types a name and picks it from the list: milliseconds until it is offered, and from picking it to its results. */
export const takeName = (page: Page, name: string): Promise<{ offer: number; results: number }> =>
  page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('#q');
    const found = document.querySelector<HTMLElement>('[data-part=found]');
    if (!field || !found) throw new Error('This is no search page.');
    for (const box of document.querySelectorAll<HTMLInputElement>('[data-part=names] input'))
      box.checked = false;
    field.focus();
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const isOffered = () => document.querySelector('[role=option]') !== null;
    const offer = await window.until(isOffered);
    for (const key of ['ArrowDown', 'Enter'])
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const results = await window.until(() => !found.hasAttribute('aria-busy') && !found.hidden);
    return { offer, results };
  }, name);

/** Searches for words on an open page: milliseconds to the results with their counts. */
export const askWords = (page: Page, words: string): Promise<number> =>
  page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('#q');
    const found = document.querySelector<HTMLElement>('[data-part=found]');
    if (!field || !found) throw new Error('This is no search page.');
    for (const box of document.querySelectorAll<HTMLInputElement>('[data-part=names] input'))
      box.checked = false;
    field.value = typed;
    field.form?.requestSubmit();
    return window.until(() => !found.hasAttribute('aria-busy') && !found.hidden);
  }, words);

/** The links of the results shown, with the words that are marked in each. */
export const markedLinks = (page: Page): Promise<{ href: string; marks: string[] }[]> =>
  page.locator('.contexts a').evaluateAll((links) =>
    links.map((link) => ({
      href: (link as HTMLAnchorElement).href.replace(/:~:.*/, ''),
      marks: [...link.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''),
    })),
  );

/** The links that do not lead to an element with the words that were marked. */
export const missedLinks = (
  page: Page,
  links: readonly { href: string; marks: string[] }[],
): Promise<string[]> =>
  page.evaluate(
    async (all) => {
      const missed = await Promise.all(
        all.map(async ({ href, marks }) => {
          const [address = '', id = ''] = href.split('#');
          const html = await (await fetch(address)).text();
          const text = new DOMParser().parseFromString(html, 'text/html').getElementById(id);
          const holds =
            marks.length > 0 && marks.every((mark) => text?.textContent?.includes(mark));
          return holds ? [] : [href];
        }),
      );
      return missed.flat();
    },
    links as { href: string; marks: string[] }[],
  );
