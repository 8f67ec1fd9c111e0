import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { originalOf } from '../../../src/outputs/media/encoding/original.ts';
import { decoder } from '../../../src/outputs/media/encoding/pixels.ts';
import { column, drawn, pdf } from '../../support/pdf.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

test('the picture of a page shows marks that are printed with it, and no other', async (t) => {
  const folder = scratchFolder(t);
  const mark = (colour: string, bottom: number, flags: number) =>
    `<< /Type /Annot /Subtype /Highlight /Rect [50 ${bottom} 300 ${bottom + 50}] /QuadPoints [50 ${bottom + 50} 300 ${bottom + 50} 50 ${bottom} 300 ${bottom}] /C [${colour}] /F ${flags} /Contents (by Ada Varga) >>`;
  const bytes = pdf([drawn(column(50, 700, ['Storm over the isles'], 30))], {
    page: '/Annots [100 0 R 101 0 R]',
    objects: [mark('1 1 0', 500, 4), mark('1 0 0', 300, 0)],
  });
  write(folder, { 'a.pdf': bytes });
  const size = { width: 300, height: 400 };
  const facts = { type: 'application/pdf' as const, ...size, pages: 1 };
  const original = await originalOf({ path: join(folder, 'a.pdf'), facts });
  const pixels = await decoder(original).removeAlpha().raw().toBuffer();
  const has = (...colour: number[]) => pixels.includes(Buffer.from(colour));
  assert.ok(has(255, 255, 0), 'the printed mark');
  assert.ok(!has(255, 0, 0), 'the mark on screens');
});
