import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES, type TestArchive } from '../setup/archives.ts';
import { reader } from '../setup/browser.ts';
import { pathsByKind, samplePaths } from '../setup/kinds.ts';

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

const SCREENS = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'light', width: 1600 },
  { colorScheme: 'dark', width: 1600 },
] as const;

function accessible(archive: TestArchive, paths: () => string[]) {
  const { open } = reader(archive);
  for (const { colorScheme, width } of SCREENS) {
    test(`axe finds nothing, ${colorScheme}, ${width} px`, async () => {
      const faults: string[] = [];
      for (const path of paths()) {
        const read = async (page: Page) => {
          faults.push(...(await violations(page)).map((fault) => `${path}: ${fault}`));
          if ((await overflow(page)) > 0) faults.push(`${path}: wider than the screen`);
        };
        // The policy would rightly keep axe itself out.
        await open(path, read, { bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
      }
      assert.deepEqual(faults, []);
    });
  }
}

describe('every kind of page of the invented archive', () =>
  accessible(ARCHIVES.isles, () => samplePaths(ARCHIVES.isles)));
describe('every kind of page of the archive itself', () =>
  accessible(ARCHIVES.own, () => samplePaths(ARCHIVES.own)));

describe('what a reader may need', () => {
  const { open } = reader(ARCHIVES.isles);
  const oneOfEach = () =>
    [...pathsByKind(ARCHIVES.isles).values()].flatMap((paths) => paths.slice(0, 1));

  test('text at twice its size stays on the screen', async () => {
    for (const path of oneOfEach()) {
      const read = async (page: Page) => {
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        assert.ok((await overflow(page)) <= 0, `${path} overflows at 200 % text`);
      };
      await open(path, read, { bypassCSP: true, viewport: { width: 640, height: 900 } });
    }
  });

  test('forced colours keep every link and control visible', async () => {
    for (const path of oneOfEach()) {
      const read = async (page: Page) => {
        const faults = await violations(page);
        assert.deepEqual(faults, [], path);
      };
      await open(path, read, { bypassCSP: true, forcedColors: 'active' });
    }
  });

  test('nothing moves where less motion is asked for', async () => {
    for (const path of oneOfEach()) {
      const read = async (page: Page) => {
        const moving = await page.evaluate(
          () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
        );
        assert.equal(moving, 0, path);
        const smooth = await page.evaluate(
          () => getComputedStyle(document.documentElement).scrollBehavior,
        );
        assert.equal(smooth, 'auto', path);
      };
      await open(path, read, { reducedMotion: 'reduce' });
    }
  });

  test('the first stop of the keyboard skips to the text', async () => {
    for (const path of oneOfEach()) {
      const read = async (page: Page) => {
        await page.keyboard.press('Tab');
        const skip = page.locator(':focus');
        assert.match((await skip.getAttribute('href')) ?? '', /^#/, path);
        assert.ok(await skip.isVisible(), path);
        await page.keyboard.press('Enter');
        assert.match(page.url(), /#main$/, path);
      };
      await open(path, read);
    }
  });
});
