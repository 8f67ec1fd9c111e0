import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARCHIVES } from '../support/archives.ts';
import { reader } from '../support/browser.ts';
import { pagesOf } from '../support/pages.ts';

describe('an archive that has nothing but its settings', () => {
  const archive = ARCHIVES.empty;
  const { open } = reader(archive);

  test('its first page has its name, and says how to begin', async () => {
    await open(archive.base, {}, async (page) => {
      assert.equal(await page.locator('h1').textContent(), `The O'Darra & Sons "Shelf"`);
      assert.ok(await page.getByRole('heading', { name: 'How to begin' }).isVisible());
      for (const command of ['npm run import -- FILE', 'npm run new', 'npm start'])
        assert.ok(await page.getByText(command, { exact: true }).isVisible(), command);
      assert.doesNotMatch(await page.locator('main').innerText(), /Latest|0 articles/);
      assert.equal(await page.locator('nav [aria-current]').count(), 0);
    });
  });

  test('a search answers that nothing was found, and what was looked for', async () => {
    await open(`${archive.base}search/?q=ferry+-storm`, {}, async (page, _, complaints) => {
      await page.locator('[role=status]:text-is("No article found.")').waitFor();
      assert.match(await page.locator('[data-part=results]').innerText(), /No text holds “ferry”/);
      assert.deepEqual(complaints, []);
    });
  });

  test('no page of it complains', async () => {
    const paths = pagesOf(archive).map(({ path }) => path);
    assert.ok(paths.length > 10);
    const faults: string[] = [];
    await open(paths, {}, async (page, path, complaints) => {
      await page.waitForLoadState('networkidle');
      faults.push(...complaints.map((complaint) => `${path}: ${complaint}`));
    });
    assert.deepEqual(faults, []);
  });
});
