import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import { drawPage } from '../../../../src/outputs/media/encoding/drawn-page.ts';
import { SECRET, SECRETS, tellingJpeg, toldIn } from '../../../support/files-with-secrets.ts';
import { landscape } from '../../../support/media.ts';
import { column, drawn, pdf } from '../../../support/pdf.ts';

const SIZE = { width: 300, height: 400 };

/** A PDF with a photograph, which tells all in every way that it can. */
async function tellingPdf(): Promise<Buffer> {
  const document = await PDFDocument.load(
    pdf([drawn(column(50, 700, ['Storm over the isles'], 30))]),
  );
  const { context, catalog } = document;
  const told = (type?: string) =>
    context.register(context.stream(SECRET, type ? { Type: type } : {}));
  document.setAuthor('Ada Owner');
  document.setSubject(SECRET);
  catalog.set(PDFName.of('Metadata'), told('Metadata'));
  catalog.set(PDFName.of('PieceInfo'), context.obj({ Camera: { Private: told('Metadata') } }));
  const [page] = document.getPages();
  assert.ok(page);
  page.node.set(PDFName.of('Thumb'), told('Metadata'));
  const picture = tellingJpeg(await landscape(60, 40).jpeg().toBuffer(), 1);
  page.drawImage(await document.embedJpg(picture), { x: 50, y: 100, width: 300, height: 200 });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

test('a PDF loses what it tells of itself and of its photographs, and looks as it did', async () => {
  const telling = await tellingPdf();
  assert.deepEqual(toldIn(telling), [...SECRETS]);
  const bytes = Buffer.from(await stripped(telling, 'application/pdf'));
  assert.deepEqual(toldIn(bytes), []);
  assert.doesNotMatch(bytes.toString('latin1'), /\/(?:Author|Metadata|PieceInfo|Thumb)\b/);
  const [before, after] = [await drawPage(telling, 0, SIZE), await drawPage(bytes, 0, SIZE)];
  assert.ok(Buffer.from(before.data).equals(Buffer.from(after.data)));
  assert.ok(new Set(before.data).size > 20, 'the page shows something');
});

test('a PDF that cannot be read as a whole is refused', async () => {
  const whole = await tellingPdf();
  for (const bytes of [Buffer.from('%PDF-1.7\n'), Buffer.alloc(99), whole.subarray(0, 200)])
    await assert.rejects(stripped(bytes, 'application/pdf'), UnsoundFile);
});

test('what an earlier save of a PDF held, and no page leads to now, is gone', async () => {
  const document = await PDFDocument.load(pdf([drawn(column(50, 700, ['Storm'], 30))]));
  document.context.register(document.context.stream(SECRET));
  document.context.register(
    document.context.obj({ Old: document.context.register(document.context.stream(SECRET)) }),
  );
  const telling = Buffer.from(await document.save({ useObjectStreams: false }));
  assert.notDeepEqual(toldIn(telling), []);
  const bytes = Buffer.from(await stripped(telling, 'application/pdf'));
  assert.deepEqual(toldIn(bytes), []);
  const [before, after] = [await drawPage(telling, 0, SIZE), await drawPage(bytes, 0, SIZE)];
  assert.ok(Buffer.from(before.data).equals(Buffer.from(after.data)));
});
