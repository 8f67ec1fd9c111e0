import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import { column, drawn, pdf } from '../../../support/pdf.ts';

const BOX = '/Rect [50 600 300 700]';
const FILLED = `${BOX} /IC [0 0 0] /C [0 0 0]`;

/** A page with words, and something that lies over it. */
const page = (kind: string, said: string) =>
  pdf([drawn(column(50, 700, ['Storm over the isles'], 30))], {
    page: `/Annots [<< /Type /Annot /Subtype /${kind} ${said} >>]`,
  });

for (const [what, kind, said] of [
  ['a filled mark that is not printed', 'Square', FILLED],
  ['a filled mark that answers another', 'Square', `${FILLED} /F 4 /IRT << /Subtype /Text >>`],
  ['a part that is still to be blacked out', 'Redact', `${FILLED} /F 4`],
])
  test(`a PDF in which ${what} covers words is refused: they would be seen`, async () => {
    const refused = stripped(page(kind ?? '', said ?? ''), 'application/pdf');
    await assert.rejects(refused, (error: Error) => {
      assert.ok(error instanceof UnsoundFile);
      assert.match(error.message, /what it covers would be seen/);
      return true;
    });
  });

for (const [what, kind, said] of [
  ['a filled mark that is printed, which stays', 'Square', `${FILLED} /F 4`],
  ['a frame', 'Square', `${BOX} /C [1 0 0]`],
  ['a mark that nobody is shown', 'Square', `${FILLED} /F 2`],
  ['a note', 'Text', BOX],
  ['a coloured line over words', 'Highlight', `${BOX} /C [1 1 0]`],
])
  test(`a PDF with ${what} is taken`, async () => {
    await stripped(page(kind ?? '', said ?? ''), 'application/pdf');
  });
