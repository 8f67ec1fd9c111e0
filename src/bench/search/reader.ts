import type { Browser, Page } from 'playwright-core';
import { withWaiting } from './wait.ts';

/** A new reader, with nothing in the browser's cache. */
export interface Reader {
  page: Page;
  /** The longest task of the page's main thread so far, in milliseconds; 0 where all took less than 50. */
  longestTask: () => Promise<number>;
  close: () => Promise<void>;
}

/** A network connection: its speed in Mbit/s, and its latency in milliseconds. */
export interface Line {
  speed: number;
  latency: number;
}

/** A phone of some years ago: a narrow window, a quarter of the speed, and this connection. */
export const PHONE: Line = { speed: 1.6, latency: 150 };
const [NARROW, SLOWER] = [390, 4];

/** Opens a page for a new reader. @param line limits the speed; where it is that of a phone, so is the rest */
export async function newReader(browser: Browser, line?: Line): Promise<Reader> {
  const width = line === PHONE ? NARROW : 1280;
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await withWaiting(page);
  await page.addInitScript(() => {
    const longest = { task: 0 };
    Object.assign(window, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.task = Math.max(longest.task, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  if (line) {
    const session = await context.newCDPSession(page);
    const throughput = (line.speed * 1e6) / 8;
    if (line === PHONE) await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  return {
    page,
    longestTask: () =>
      page.evaluate(() => (window as unknown as { longest: { task: number } }).longest.task),
    close: () => context.close(),
  };
}

/** The smallest number that at least this part of the numbers does not exceed. @param part from 0 to 1 */
export function quantile(numbers: readonly number[], part: number): number {
  const ordered = numbers.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.ceil(part * ordered.length) - 1)] ?? Number.NaN;
}
