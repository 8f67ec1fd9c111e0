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

/** What Playwright turns off itself and pages would notice: the last list of this kind is the one that holds. */
const OFF_ANYWAY = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];
/** Pages of the browser's own, and processes in reserve, that each new window starts and nobody looks at: a second of a processor. */
const BROWSERS_OWN = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...OFF_ANYWAY, ...BROWSERS_OWN].join()}`,
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

/** Starts the Chromium that `npm test` found; whoever asks for it closes it. */
export function startBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  if (!CHROME_PATH) throw new Error('CHROME_PATH names no browser: run the tests with npm test.');
  return chromium.launch({ executablePath: CHROME_PATH, args: FLAGS });
}

/** Serves an archive and starts a Chromium before the tests of a file, and ends both after them. */
export function reader(archive: TestArchive): Reader {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    served = await serve(distOf(archive), { port: 0, base: archive.base });
    browser = await startBrowser();
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
