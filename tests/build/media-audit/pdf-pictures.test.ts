import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picturesOfPdf } from '../../../src/build/media-audit/pdf-pictures.ts';
import { SiteFault } from '../../../src/build/site-fault.ts';
import { pdf } from '../../support/pdf.ts';

const PAGES = pdf(['0 0 300 400 re f', '0 0 200 100 re f', '0 0 300 400 re f']);

test('the pages of a PDF are looked at once each, as long as there is time', async () => {
  assert.equal((await Array.fromAsync(picturesOfPdf(PAGES, 'report.pdf'))).length, 2);
});

test('a PDF that takes too long to look through is refused by its name, and not passed over', async () => {
  const late = Array.fromAsync(picturesOfPdf(PAGES, 'media/m-a/file.pdf', 0));
  await assert.rejects(late, (error: Error) => {
    assert.ok(error instanceof SiteFault);
    assert.match(error.message, /^media\/m-a\/file\.pdf takes more than 0 seconds/);
    assert.match(error.message, /Part it into several files/);
    return true;
  });
});

test('one page alone that takes longer is drawn to its end, and its PDF is refused then', async () => {
  const seconds = 0.000_001;
  const one = pdf(['0 0 300 400 re f']);
  const seen: unknown[] = [];
  await assert.rejects(async () => {
    for await (const picture of picturesOfPdf(one, 'report.pdf', seconds)) seen.push(picture);
  }, SiteFault);
  assert.deepEqual(seen, []);
});
