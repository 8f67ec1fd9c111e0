import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ARCHIVES } from '../support/archives.ts';
import { reader } from '../support/browser.ts';
import { pagesOf } from '../support/pages.ts';

describe('no page says anything to the console, breaks its policy or asks another host', () => {
  for (const archive of Object.values(ARCHIVES)) {
    const { open } = reader(archive);
    test(archive.name, async () => {
      const faults: string[] = [];
      const paths = [
        ...pagesOf(archive).map(({ path }) => path),
        `${archive.base}search/?q=the`,
        `${archive.base}no/such-page/`,
      ];
      const listen = async (page: Page, path: string, complaints: readonly string[]) => {
        if (/search|404|such/.test(path)) await page.waitForLoadState('networkidle');
        const said = complaints.filter(
          // That the address answers with 404 is what it should do.
          (complaint) => !(path.includes('such-page') && complaint.includes('404')),
        );
        faults.push(...said.map((complaint) => `${path}: ${complaint}`));
      };
      await open(paths, {}, listen, 4);
      assert.deepEqual(faults, []);
      assert.ok(paths.length > 12, 'there are pages to look at');
    });
  }
});
