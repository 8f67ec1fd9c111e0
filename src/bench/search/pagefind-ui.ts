import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Page } from 'playwright-core';

/** The peer: Pagefind with its own interface and default settings, over the article pages of the same archive. */

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pagefind</title>
<link rel="stylesheet" href="/pagefind/pagefind-component-ui.css">
<script type="module" src="/pagefind/pagefind-component-ui.js"></script></head>
<body><pagefind-config bundle-path="/pagefind/"></pagefind-config><pagefind-input></pagefind-input>
<pagefind-summary></pagefind-summary><pagefind-results></pagefind-results></body></html>`;

/** Writes an index of a built archive, and a page to search it. @param folder where; what is in it is removed */
export async function writePeer(dist: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'peer.html'), PAGE);
  try {
    const { index } = await createIndex({});
    if (!index) throw new Error('Pagefind made no index.');
    await index.addDirectory({ path: dist, glob: '[0-9][0-9][0-9][0-9]/*/*/*/index.html' });
    await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  } finally {
    await close();
  }
}

/** Opens its page. Its searches have no links, so they must be typed. */
export async function openPeer(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/peer.html`);
  await page.locator('pagefind-input input').waitFor();
}

/** Types words: milliseconds to the results with their count, including its pause before it searches. */
export const askPeer = (page: Page, words: string): Promise<number> =>
  page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('pagefind-input input');
    const summary = document.querySelector('pagefind-summary');
    const results = document.querySelector('pagefind-results');
    if (!field || !summary || !results) throw new Error('This is not its page.');
    field.focus();
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return window.until(
      () =>
        (summary.textContent?.includes(typed) ?? false) &&
        /\d/.test(summary.textContent ?? '') &&
        !/searching/i.test(summary.textContent ?? '') &&
        results.querySelector('a[href]') !== null,
    );
  }, words);

/** The ids of the articles that it shows first for words, in their order. */
export async function peerIds(page: Page, words: string): Promise<string[]> {
  const paths = await page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('pagefind-input input');
    const summary = document.querySelector('pagefind-summary');
    const results = document.querySelector('pagefind-results');
    if (!field || !summary || !results) throw new Error('This is not its page.');
    field.focus();
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const said = () => summary.textContent ?? '';
    const pages = () => [
      ...new Set(
        [...results.querySelectorAll<HTMLAnchorElement>('a[href]')].map((link) => link.pathname),
      ),
    ];
    // It says how many there are, and fetches them one by one.
    const wanted = () =>
      /^\D*0|no results/i.test(said()) ? 0 : Math.min(10, Number(/\d+/.exec(said())?.[0]));
    await window.until(
      () => said().includes(typed) && !/searching/i.test(said()) && pages().length >= wanted(),
    );
    return wanted() === 0 ? [] : pages();
  }, words);
  return paths.map((path) => decodeURI(path).replace(/^\/|\/$/g, ''));
}
