import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES, readBuilt } from '../support/archives.ts';
import { reader } from '../support/browser.ts';

const ARTICLE = '2032/11/06/sluice-opened-at-low-tarn';
const SITE = 'https://host.example/archive/';
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const copied = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.getByText('Copied.').first().waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
};

describe('citing and copying', () => {
  const { open } = reader(ARCHIVES.based);
  const { paragraphs, heading } = JSON.parse(readBuilt(ARCHIVES.based, `${ARTICLE}/index.json`));
  const [first] = paragraphs;

  test('the article leads to what copies its link, its reference and its forms', () =>
    open(`/archive/${ARTICLE}/`, CLIPBOARD, async (page, _path, complaints) => {
      await page.getByRole('link', { name: /^Copy a link or a quotation/ }).click();
      await page.getByRole('link', { name: heading }).waitFor();
      assert.equal(await copied(page, 'Copy link'), `${SITE}${ARTICLE}/`);
      const reference = await copied(page, 'Copy reference');
      assert.ok(reference.includes(heading) && reference.endsWith(`, ${SITE}${ARTICLE}/`));
      assert.match(await copied(page, 'Copy RIS'), /^TY {2}- NEWS\r?\n/);
      assert.match(await copied(page, 'Copy BibLaTeX'), /^@article\{/);
      assert.equal(JSON.parse(await copied(page, 'Copy CSL-JSON'))[0].type, 'article-newspaper');
      assert.deepEqual(complaints, []);
    }));

  test('a paragraph is cited by its own address, and quoted with its source', () =>
    open(
      `/archive/cite/?article=${ARTICLE}&paragraph=${first.id}`,
      CLIPBOARD,
      async (page, _path, complaints) => {
        const address = `${SITE}${ARTICLE}/#${first.id}`;
        await page.getByRole('blockquote').waitFor();
        assert.equal(await copied(page, 'Copy link'), address);
        const quoted = await copied(page, 'Copy quotation with its source');
        assert.ok(quoted.startsWith(`“${first.text}”`) && quoted.endsWith(address));
        assert.match(await copied(page, 'Copy RIS'), new RegExp(`^UR {2}- .*#${first.id}`, 'm'));
        assert.deepEqual(complaints, []);
      },
    ));

  test('whoever comes by the link of a paragraph is led to what cites it; of the others none is', () =>
    open(`/archive/${ARTICLE}/#${first.id}`, {}, async (page) => {
      const link = page.getByRole('link', { name: 'Cite this paragraph, 1', exact: true });
      await link.waitFor();
      assert.equal(await page.getByRole('link', { name: /^Cite this paragraph/ }).count(), 1);
      await link.click();
      await page.getByRole('blockquote').filter({ hasText: first.text }).waitFor();
    }));

  test('where the browser forbids copying, the text is there to be copied by hand', () =>
    open(`/archive/cite/?article=${ARTICLE}`, {}, async (page) => {
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
      });
      await page.getByRole('button', { name: 'Copy link' }).first().click();
      await page.getByText('the text is selected').waitFor();
      const box = page.getByRole('textbox', { name: 'Copy link' });
      assert.equal(await box.inputValue(), `${SITE}${ARTICLE}/`);
      assert.equal(
        await box.evaluate((one: HTMLTextAreaElement) => one.selectionEnd - one.selectionStart),
        `${SITE}${ARTICLE}/`.length,
      );
    }));

  test('an article that is not there is said to be none', () =>
    open('/archive/cite/?article=2032/11/06/nothing', {}, async (page) => {
      await page.getByText('The archive has no such article.').waitFor();
    }));

  test('each form is a file to be saved from the article, without a script', () =>
    open(`/archive/${ARTICLE}/`, { javaScriptEnabled: false }, async (page) => {
      for (const [name, ending, begins] of [
        ['RIS', 'ris', 'TY  - NEWS'],
        ['BibLaTeX', 'bib', '@article{'],
        ['CSL-JSON', 'csl.json', '['],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name, exact: true }).click(),
        ]);
        assert.equal(download.suggestedFilename(), `${ARTICLE.replaceAll('/', '-')}.${ending}`);
        const chunks: Buffer[] = [];
        for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
        assert.ok(Buffer.concat(chunks).toString().startsWith(begins), name);
      }
    }));
});
