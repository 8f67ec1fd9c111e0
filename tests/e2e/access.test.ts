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

/** The rules of axe that look at colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

async function violations(page: Page, rules = RULES): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    // Of what is sound no selectors are made.
    const { violations: found } = await axe.run({ runOnly, resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
  }, rules);
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const oneOfEach = (archive: TestArchive) =>
  [...pathsByKind(archive).values()].flatMap((paths) => paths.slice(0, 1));

/** A results page is a kind of its own: it is there only after a search. */
const searches = (archive: TestArchive) => [
  `${archive.base}search/?q=the&sort=newest`,
  `${archive.base}search/?q=nothingholdsthis`,
  `${archive.base}search/?q=portansel`,
];

/** Schemes are of colours alone, so that a page is loaded once a width and looked at in both. */
const SCREENS = [
  { width: 320, paths: { light: samplePaths, dark: oneOfEach } },
  { width: 1600, paths: { light: oneOfEach, dark: samplePaths } },
] as const;
const SCHEMES = ['light', 'dark'] as const;
// The policy would rightly keep axe itself out.
const screenOf = (width: number) => ({ bypassCSP: true, viewport: { width, height: 900 } });

/** What axe finds on a page in each of the schemes, and whether it is wider than the screen. */
async function faultsOf(page: Page, schemes: readonly (typeof SCHEMES)[number][]) {
  const faults: string[] = [];
  for (const [at, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme });
    const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    assert.equal(isDark, colorScheme === 'dark');
    // What is no matter of colours was looked at in the first.
    const found = await violations(page, at === 0 ? RULES : OF_COLOURS);
    faults.push(...found.map((fault) => `${colorScheme}: ${fault}`));
    if ((await overflow(page)) > 0) faults.push(`${colorScheme}: wider than the screen`);
  }
  return faults;
}

describe('axe finds nothing and nothing is wider than the screen', () => {
  for (const archive of [ARCHIVES.empty, ARCHIVES.holms]) {
    const { open } = reader(archive);
    for (const { width, paths } of SCREENS)
      test(`${archive.name}, ${width} px`, async () => {
        const faults: string[] = [];
        // An archive without an article has fewer pages, all of one cut: a scheme at each width tells.
        const schemes = SCHEMES.filter(
          (scheme) => archive !== ARCHIVES.empty || paths[scheme] === samplePaths,
        );
        const visited = new Map<string, (typeof SCHEMES)[number][]>();
        for (const scheme of schemes)
          for (const path of [...paths[scheme](archive), ...searches(archive)])
            visited.set(path, [...(visited.get(path) ?? []), scheme]);
        await open([...visited.keys()], screenOf(width), async (page, path) => {
          if (path.includes('?')) await page.locator('[role=status]:has-text("found")').waitFor();
          const found = await faultsOf(page, visited.get(path) ?? []);
          faults.push(...found.map((fault) => `${path}, ${fault}`));
        });
        assert.deepEqual(faults, []);
        assert.ok(visited.size >= 10, 'there are pages to look at');
      });
  }
});

describe('axe finds nothing in a list of changes that is not empty', () => {
  const archive = ARCHIVES.imported;
  const { open } = reader(archive);
  for (const { width } of SCREENS)
    test(`${width} px`, async () => {
      await open(`${archive.base}changes/`, screenOf(width), async (page) => {
        assert.ok((await page.locator('.entries > li').count()) > 1);
        assert.deepEqual(await faultsOf(page, SCHEMES), []);
      });
    });
});

describe('what a reader may need', () => {
  const { open } = reader(ARCHIVES.holms);
  const paths = () => oneOfEach(ARCHIVES.holms);

  test('320 px: what may be searched for is read to its end in the field', async () => {
    await open('/', { viewport: { width: 320, height: 700 } }, async (page) => {
      for (const field of await page.locator('input[name="q"]').all()) {
        const [needed = 0, there = 0] = await field.evaluate((input: HTMLInputElement) => {
          const own = getComputedStyle(input);
          const canvas = document.createElement('canvas').getContext('2d');
          if (!canvas) return [];
          canvas.font = `${getComputedStyle(input, '::placeholder').fontSize} ${own.fontFamily}`;
          const sides = Number.parseFloat(own.paddingLeft) + Number.parseFloat(own.paddingRight);
          // A field for searches keeps room for the sign that empties it.
          return [canvas.measureText(input.placeholder).width, input.clientWidth - sides - 14];
        });
        assert.ok(needed > 0 && needed <= there, `${needed} px of words, ${there} px of room`);
      }
    });
  });

  test('320 px: a name of the archive in one long word is broken, and nothing scrolls sideways', async () => {
    for (const path of ['/', '/search/'])
      await open(path, { viewport: { width: 320, height: 700 } }, async (page) => {
        await page
          .locator('.masthead-name')
          .evaluate((name) => name.replaceChildren('Northumberlandshirenewspaper cuttings'));
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
      });
  });

  test('text at twice its size stays on the screen', async () => {
    const screen = { bypassCSP: true, viewport: { width: 640, height: 900 } };
    await open(paths(), screen, async (page, path) => {
      await page.addStyleTag({ content: 'html { font-size: 225% !important }' });
      assert.ok((await overflow(page)) <= 0, `${path} overflows at 200 % text`);
    });
  });

  test('forced colours keep every link and control visible', async () => {
    await open(paths(), { bypassCSP: true, forcedColors: 'active' }, async (page, path) => {
      assert.deepEqual(await violations(page, OF_COLOURS), [], path);
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
