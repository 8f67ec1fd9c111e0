import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES } from '../../support/archives.ts';
import { reader } from '../../support/browser.ts';

const LIST = 'Halloran, Mira\nmira HALLORAN\nJon Askel\n\nNobody of That Name\nStennet';

const lookUp = async (page: Page, list: string) => {
  await page.locator('[data-part=list]').fill(list);
  await page.getByRole('button', { name: 'Look them up' }).click();
  await page.locator('[data-part=status]:text-matches("not found")').waitFor();
};
const status = (page: Page) => page.locator('[data-part=status]').innerText();
const savedBy = async (page: Page, button: RegExp) => {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await saved;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};

describe('a list of names', () => {
  const { open } = reader(ARCHIVES.holms);

  test('is looked up in the browser, with those of several records and those not found', async () => {
    await open('/search/', {}, async (page, _, complaints) => {
      await page.getByRole('link', { name: 'Look up a list of names' }).click();
      await lookUp(page, LIST);
      assert.match(
        await status(page),
        /^3 of 4 names found, 1 of them with several records; 1 not/,
      );
      const rows = await page.locator('tbody tr').allInnerTexts();
      assert.equal(rows.length, 4);
      assert.match(rows[0] ?? '', /Halloran, Mira.*Mira Halloran/s);
      assert.match(rows[1] ?? '', /Jon Askel 2 of this name/);
      assert.deepEqual(await page.locator('[data-part=missing] li').allInnerTexts(), [
        'Nobody of That Name',
      ]);
      await page
        .locator('tbody tr')
        .first()
        .getByRole('link', { name: /articles/ })
        .click();
      await page.waitForURL(/\/search\/\?person=mira-halloran$/);
      assert.deepEqual(complaints, []);
    });
  });

  test('is sent nowhere: only files of the archive are fetched, each once', async () => {
    await open('/search/many/', {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        asked.push(request.url());
        assert.equal(request.method(), 'GET');
        assert.equal(request.postData(), null);
      });
      await lookUp(page, LIST);
      assert.deepEqual(asked, [...new Set(asked)]);
      const files = asked.filter((url) => url.includes('/search/'));
      for (const url of files) assert.match(url, /\/search\/(archive|names\/names-[^/?]+)\.json$/);
    });
  });

  test('is saved as a table, and with all paragraphs that name them', async () => {
    await open('/search/many/', {}, async (page) => {
      await lookUp(page, LIST);
      const table = await savedBy(page, /this table/);
      assert.equal(table.name, 'names.csv');
      assert.match(table.text, /^\uFEFFlisted,times,/);
      assert.match(table.text, /\r\n"Halloran, Mira",2,1,Mira Halloran,people,mira-halloran,/);
      assert.match(table.text, /\r\nNobody of That Name,1,0,,/);
      const { name, text } = await savedBy(page, /all paragraphs/);
      assert.equal(name, 'paragraphs.csv');
      assert.match(text, /^\uFEFFlisted,name,kind,id,date,/);
      const [, link = ''] = /\r\n"Halloran, Mira",.*?,(https:[^,#]+#p-[^,]+),/.exec(text) ?? [];
      await page.goto(new URL(link.replace('https://holms.example', ''), page.url()).href);
      const target = await page.locator(':target').innerText();
      assert.ok(target.includes('Halloran'), target);
      assert.equal(await page.locator(':target').count(), 1);
    });
  });

  test('may be a file, and names may be in any of its columns', async () => {
    await open('/search/many/', {}, async (page) => {
      const buffer = Buffer.from('\uFEFFid;who;town\n1;Mira Halloran;Stennet\n', 'utf16le');
      await page.locator('[data-part=file]').setInputFiles({
        name: 'list.csv',
        mimeType: 'text/csv',
        buffer,
      });
      await page.locator('[data-part=status]:text-matches("not found")').waitFor();
      assert.ok(await page.locator('[data-part=columns]').isVisible());
      await page.locator('[data-part=column]').selectOption({ label: 'Column 3' });
      await page.locator('tbody tr', { hasText: 'Stennet' }).first().waitFor();
      await page.locator('[data-part=file]').setInputFiles({
        name: 'list.xlsx',
        mimeType: 'application/zip',
        buffer: Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0]),
      });
      await page.locator('[data-part=status]:text-matches("no text")').waitFor();
    });
  });

  test('can be stopped, keeps what had come, and can be looked up again', async () => {
    await open('/search/many/', {}, async (page) => {
      await page.route('**/search/names/names-*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue().catch(() => undefined);
      });
      await page.locator('[data-part=list]').fill(LIST);
      await page.getByRole('button', { name: 'Look them up' }).click();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.locator('[data-part=status]:text-matches("^Stopped after")').waitFor();
      assert.ok(!(await page.getByRole('button', { name: 'Stop' }).isVisible()));
      await lookUp(page, LIST);
      assert.match(await status(page), /^3 of 4 names found/);
    });
  });

  test('says so where a file does not come, and is looked up again', async () => {
    await open('/search/many/', {}, async (page) => {
      await page.route('**/search/names/names-*', (route) => route.abort());
      await page.locator('[data-part=list]').fill(LIST);
      await page.getByRole('button', { name: 'Look them up' }).click();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await page.unroute('**/search/names/names-*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('[data-part=status]:text-matches("^3 of 4")').waitFor();
    });
  });
});
