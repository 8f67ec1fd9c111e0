import type { Page } from 'playwright-core';

/**
 * Adds `window.until` to a page: it waits until something is true, and checks that whenever the page has changed. Time is
 * measured in the page, so that messages between the page and this process do not count.
 */
export const withWaiting = (page: Page) =>
  page.addInitScript(() => {
    const until = (isSo: () => boolean) => {
      const start = performance.now();
      return new Promise<number>((done, fail) => {
        const look = () => {
          if (isSo()) done(performance.now() - start);
          else if (performance.now() - start > 60_000) fail(new Error('Nothing came in a minute.'));
          else return;
          changes.disconnect();
        };
        const changes = new MutationObserver(look);
        const all = { subtree: true, childList: true, attributes: true, characterData: true };
        changes.observe(document, all);
        setTimeout(look, 60_001);
        look();
      });
    };
    Object.assign(window, { until });
  });

declare global {
  interface Window {
    /** Resolves to the milliseconds that it took; fails after a minute. */
    until: (isSo: () => boolean) => Promise<number>;
  }
}
