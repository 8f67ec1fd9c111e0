import { after, before } from 'node:test';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { serve } from '../../src/hosting/serve/server.ts';
import { distOf, type TestArchive } from './archives.ts';

/** A browser on a served archive, for as long as the tests of a file run. */
export interface Reader {
  /**
   * Opens the paths of an archive, base path included, one after another, and hands each page to `read` with what it
   * has complained of so far: console messages, errors, requests that failed or went to another host. With `tabs`, so
   * many are open at once.
   */
  open(
    paths: string | readonly string[],
    options: BrowserContextOptions,
    read: (page: Page, path: string, complaints: readonly string[]) => Promise<void>,
    tabs?: number,
  ): Promise<void>;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function complaintsOf(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(`asked ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A page that is left aborts what it was still loading.
    const failure = request.failure()?.errorText ?? '';
    if (failure !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${failure}`);
  });
  return complaints;
}

/** Serves an archive and starts a Chromium before the tests of a file, and ends both after them. */
export function reader(archive: TestArchive): Reader {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    const { CHROME_PATH } = process.env;
    if (!CHROME_PATH) throw new Error('CHROME_PATH names no browser: run the tests with npm test.');
    served = await serve(distOf(archive), { port: 0, base: archive.base });
    browser = await chromium.launch({ executablePath: CHROME_PATH, args: FLAGS });
  });
  after(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    async open(paths, options, read, tabs = 1) {
      const context = await browser.newContext(options);
      const origin = new URL(served.url).origin;
      // Each tab takes the next path that none has taken.
      const left = [paths].flat().values();
      const goThrough = async () => {
        const page = await context.newPage();
        const complaints = complaintsOf(page, origin);
        for (const path of left) {
          complaints.length = 0;
          await page.goto(origin + path);
          await read(page, path, complaints);
        }
      };
      try {
        await Promise.all(Array.from({ length: tabs }, goThrough));
      } finally {
        await context.close();
      }
    },
  };
}
