import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES, type TestArchive } from '../support/archives.ts';
import { reader } from '../support/browser.ts';
import { pathsByKind, samplePaths } from '../support/kinds.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations: found } = await axe.run({ runOnly: tags });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
  }, RULES);
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const oneOfEach = (archive: TestArchive) =>
  [...pathsByKind(archive).values()].flatMap((paths) => paths.slice(0, 1));

/** A results page is a kind of its own: it is there only after a search. */
const searches = (archive: TestArchive) => [
  `${archive.base}search/?q=the&sort=newest`,
  `${archive.base}search/?q=nothingholdsthis`,
];

const SCREENS = [
  { colorScheme: 'light', width: 320, paths: samplePaths },
  { colorScheme: 'dark', width: 320, paths: oneOfEach },
  { colorScheme: 'light', width: 1600, paths: oneOfEach },
  { colorScheme: 'dark', width: 1600, paths: samplePaths },
] as const;

describe('axe finds nothing and nothing is wider than the screen', () => {
  for (const archive of [ARCHIVES.empty, ARCHIVES.holms]) {
    const { open } = reader(archive);
    // An archive without an article has fewer pages, all of one cut: two screens tell.
    const isEmpty = archive === ARCHIVES.empty;
    for (const { colorScheme, width, paths } of isEmpty ? [SCREENS[0], SCREENS[3]] : SCREENS) {
      test(`${archive.name}, ${colorScheme}, ${width} px`, async () => {
        const faults: string[] = [];
        // The policy would rightly keep axe itself out.
        const screen = { bypassCSP: true, colorScheme, viewport: { width, height: 900 } };
        const visited = [...paths(archive), ...searches(archive)];
        await open(visited, screen, async (page, path) => {
          if (path.includes('?')) await page.locator('[role=status]:has-text("found")').waitFor();
          faults.push(...(await violations(page)).map((fault) => `${path}: ${fault}`));
          if ((await overflow(page)) > 0) faults.push(`${path}: wider than the screen`);
        });
        assert.deepEqual(faults, []);
        assert.ok(visited.length >= 10, 'there are pages to look at');
      });
    }
  }
});

describe('axe finds nothing in a list of changes that is not empty', () => {
  const archive = ARCHIVES.imported;
  const { open } = reader(archive);
  for (const { colorScheme, width } of SCREENS)
    test(`${colorScheme}, ${width} px`, async () => {
      const screen = { bypassCSP: true, colorScheme, viewport: { width, height: 900 } };
      await open(`${archive.base}changes/`, screen, async (page, path) => {
        assert.ok((await page.locator('.entries > li').count()) > 1);
        assert.deepEqual(await violations(page), [], path);
        assert.ok((await overflow(page)) <= 0, 'wider than the screen');
      });
    });
});

describe('what a reader may need', () => {
  const { open } = reader(ARCHIVES.holms);
  const paths = () => oneOfEach(ARCHIVES.holms);

  test('text at twice its size stays on the screen', async () => {
    const screen = { bypassCSP: true, viewport: { width: 640, height: 900 } };
    await open(paths(), screen, async (page, path) => {
      await page.addStyleTag({ content: 'html { font-size: 225% !important }' });
      assert.ok((await overflow(page)) <= 0, `${path} overflows at 200 % text`);
    });
  });

  test('forced colours keep every link and control visible', async () => {
    await open(paths(), { bypassCSP: true, forcedColors: 'active' }, async (page, path) => {
      assert.deepEqual(await violations(page), [], path);
    });
  });

  test('nothing moves where less motion is asked for', async () => {
    await open(paths(), { reducedMotion: 'reduce' }, async (page, path) => {
      const moving = await page.evaluate(
        () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
      );
      assert.equal(moving, 0, path);
      const scrolling = await page.evaluate(
        () => getComputedStyle(document.documentElement).scrollBehavior,
      );
      assert.equal(scrolling, 'auto', path);
    });
  });

  test('the first stop of the keyboard skips to the text', async () => {
    await open(paths(), {}, async (page, path) => {
      await page.keyboard.press('Tab');
      const skip = page.locator(':focus');
      assert.match((await skip.getAttribute('href')) ?? '', /^#/, path);
      assert.ok(await skip.isVisible(), path);
      await page.keyboard.press('Enter');
      await page.waitForURL(/#main$/);
    });
  });
});
