import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARCHIVES } from '../setup/archives.ts';
import { complaintsOf, reader } from '../setup/browser.ts';
import { pagesOf } from '../setup/pages.ts';

describe('no page says anything to the console, breaks its policy or asks another host', () => {
  for (const archive of Object.values(ARCHIVES)) {
    const { open } = reader(archive);
    test(archive.name, async () => {
      const faults: string[] = [];
      await open(archive.base, async (page) => {
        const complaints = complaintsOf(page);
        const origin = new URL(page.url()).origin;
        page.on('request', (request) => {
          if (!request.url().startsWith(origin)) complaints.push(`asked ${request.url()}`);
        });
        for (const { path } of pagesOf(archive)) {
          await page.goto(origin + path, { waitUntil: 'networkidle' });
          faults.push(...complaints.splice(0).map((complaint) => `${path}: ${complaint}`));
        }
      });
      assert.deepEqual(faults, []);
    });
  }
});
