import { after, before } from 'node:test';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { serve } from '../../src/cli/serve.ts';
import { distOf, type TestArchive } from './archives.ts';

/** A browser on a served archive, for as long as the tests of a file run. */
export interface Reader {
  /** Opens a page at a path of the archive, base path included, and hands it to `read`. */
  open(
    path: string,
    read: (page: Page) => Promise<void>,
    options?: BrowserContextOptions,
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

/** What a page said that it should not have: console messages, errors, blocked or failed requests. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
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
    async open(path, read, options = {}) {
      const context = await browser.newContext(options);
      try {
        const page = await context.newPage();
        await page.goto(new URL(path, served.url).href);
        await read(page);
      } finally {
        await context.close();
      }
    },
  };
}
