import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import { drawPage } from '../../../../src/outputs/media/encoding/drawn-page.ts';
import {
  SECRET,
  SECRETS,
  tellingJpeg,
  tellingProfile,
  toldIn,
} from '../../../support/files-with-secrets.ts';
import { tellingJpeg2000 } from '../../../support/jpeg2000.ts';
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

const looksTheSame = async (before: Buffer, after: Buffer) => {
  const [one, other] = [await drawPage(before, 0, SIZE), await drawPage(after, 0, SIZE)];
  assert.ok(Buffer.from(one.data).equals(Buffer.from(other.data)));
  assert.ok(new Set(one.data).size > 20, 'the page shows something');
};

/** A stream whose data are written in digits. */
const hexStream = (dictionary: string, data: Buffer) =>
  `<< ${dictionary} /Length ${data.length * 2 + 1} >>\nstream\n${data.toString('hex')}>\nendstream`;

/** A page that shows a picture. @param filters that its data are packed with before they are written in digits */
const pictured = (data: Buffer, filters: string, size = '/Width 60 /Height 40') =>
  pdf(['q 300 0 0 200 50 300 cm /Im Do Q'], {
    page: '/Resources << /XObject << /Im 100 0 R >> >>',
    objects: [
      hexStream(
        `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [${filters}]`,
        data,
      ),
    ],
  });

for (const [filters, pack] of [
  ['/ASCIIHexDecode /DCTDecode', (bytes: Buffer) => bytes],
  ['/AHx /Fl /DCT', deflateSync],
  ['/ASCIIHexDecode /RunLengthDecode /DCTDecode', runs],
] as const)
  test(`a photograph packed by ${filters} loses what it tells`, async () => {
    const picture = tellingJpeg(await landscape(60, 40).jpeg().toBuffer(), 1);
    const telling = pictured(pack(picture), filters);
    const bytes = Buffer.from(await stripped(telling, 'application/pdf'));
    assert.deepEqual(toldIn(bytes), []);
    assert.match(bytes.toString('latin1'), /\/Filter \/DCTDecode/);
    await looksTheSame(telling, bytes);
  });

for (const [name, change] of [
  ['with a line break before it', (bytes: Buffer) => Buffer.concat([Buffer.from('\r\n'), bytes])],
  ['without its end', (bytes: Buffer) => bytes.subarray(0, -2)],
  ['with half of its end', (bytes: Buffer) => bytes.subarray(0, -1)],
] as const)
  test(`a photograph ${name}, as scanners write it, loses what it tells and looks the same`, async () => {
    const picture = change(tellingJpeg(await landscape(60, 40).jpeg().toBuffer(), 1));
    const telling = pictured(picture, '/AHx /DCT');
    const bytes = Buffer.from(await stripped(telling, 'application/pdf'));
    assert.deepEqual(toldIn(bytes), []);
    await looksTheSame(telling, bytes);
  });

test('a photograph of a PDF that cannot be read is told as a picture of it', async () => {
  await assert.rejects(
    stripped(pictured(Buffer.from('data'), '/AHx /DCT'), 'application/pdf'),
    /A picture of the PDF cannot be read: It does not begin as a JPEG/,
  );
});

/** Bytes as runs of what differs (ISO 32000-1, 7.4.5). */
function runs(bytes: Buffer): Buffer {
  const all: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 128) {
    const run = bytes.subarray(at, at + 128);
    all.push(Buffer.from([run.length - 1]), run);
  }
  return Buffer.concat([...all, Buffer.from([128])]);
}

for (const isBare of [false, true])
  test(`a picture of JPEG 2000${isBare ? ' without a file of its own' : ''} loses XMP, boxes of programs and comments`, async () => {
    const telling = pictured(
      tellingJpeg2000(isBare),
      '/ASCIIHexDecode /JPXDecode',
      '/Width 24 /Height 16',
    );
    const bytes = Buffer.from(await stripped(telling, 'application/pdf'));
    assert.deepEqual(toldIn(bytes), []);
    assert.ok(!bytes.includes('uinf') && !bytes.includes('Lavc'));
    await looksTheSame(telling, bytes);
  });

test('a profile of colours in a PDF tells nothing, and its picture looks as it did', async () => {
  const picture = await landscape(60, 40).withIccProfile('p3').jpeg().toBuffer();
  const { icc } = await sharp(picture).metadata();
  assert.ok(icc);
  const image =
    '/Type /XObject /Subtype /Image /Width 60 /Height 40 /BitsPerComponent 8 /ColorSpace [/ICCBased 101 0 R]';
  const telling = pdf(['q 300 0 0 200 50 300 cm /Im Do Q'], {
    page: '/Resources << /XObject << /Im 100 0 R >> >>',
    objects: [
      hexStream(`${image} /Filter [/AHx /DCT]`, picture),
      hexStream('/N 3 /Filter /AHx', tellingProfile(icc)),
    ],
  });
  const bytes = Buffer.from(await stripped(telling, 'application/pdf'));
  const document = await PDFDocument.load(bytes);
  const profiles = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.has(PDFName.of('N')) ? [object] : [],
    );
  assert.equal(profiles.length, 1);
  for (const profile of profiles) assert.deepEqual(toldIn(inflateSync(profile.contents)), []);
  await looksTheSame(telling, bytes);
});

test('a photograph that cannot be reached as a file is refused', async () => {
  const refused = (bytes: Buffer, message: RegExp) =>
    assert.rejects(stripped(bytes, 'application/pdf'), message);
  await refused(pictured(Buffer.from('data'), '/AHx /CCF /DCTDecode'), /not undone here/);
  await refused(pictured(Buffer.from('data'), '/AHx /LZWDecode /DCTDecode'), /torn/);
  await refused(pictured(Buffer.from('data'), '/AHx /DCT /DCT'), /packed in itself/);
  await refused(
    pdf([`q BI /W 60 /H 40 /CS /RGB /BPC 8 /F /DCT ID ${SECRET} EI Q`]),
    /within its own drawing/,
  );
});

/** A mark, note or field of a page; all of them say who wrote them, and when. */
const annotation = (kind: string, said: string) =>
  `<< /Type /Annot /Subtype /${kind} ${said} /T (Ada Owner) /NM (SERIAL-4711) /M (D:20310402) /CreationDate (D:20310402) /Subj (Ada Owner) >>`;

test('comments go out of a PDF, and author and times of the marks that are printed with it', async () => {
  const box = '/Rect [50 600 300 700]';
  const at = `${box} /QuadPoints [50 700 300 700 50 600 300 600]`;
  const telling = pdf([drawn(column(50, 700, ['Storm over the isles'], 30))], {
    page: '/Annots [100 0 R 101 0 R 102 0 R 103 0 R 104 0 R 105 0 R 106 0 R << /Type /Annot /Subtype /Square /Rect [0 0 9 9] /Contents (THUMBNAIL-BYTES) >>]',
    catalogue: '/AcroForm << /Fields [105 0 R 106 0 R 107 0 R] /DA (/F1 12 Tf) >>',
    objects: [
      annotation('Text', `${box} /F 4 /Contents (${SECRET}) /Popup 101 0 R`),
      annotation('Popup', `${box} /Parent 100 0 R`),
      annotation('Highlight', `${at} /F 4 /C [1 1 0] /CA 0.5 /Contents (${SECRET})`),
      annotation('Highlight', `${at} /C [0 1 0] /Contents (${SECRET})`),
      annotation('Link', `${box} /Border [0 0 0] /A << /S /URI /URI (https://isles.example/) >>`),
      `<< /Type /Annot /Subtype /Widget ${box} /FT /Tx /T (harbour) /V (Port Ansel) /DA (/F1 12 Tf 0 g) /F 4 /M (D:20310402) >>`,
      `<< /Type /Annot /Subtype /Widget ${box} /FT /Tx /T (hidden) /V (${SECRET}) /F 2 >>`,
      `<< /FT /Tx /T (nowhere) /V (${SECRET}) >>`,
    ],
  });
  assert.deepEqual(toldIn(telling), [...SECRETS]);
  const bytes = Buffer.from(await stripped(telling, 'application/pdf'));
  assert.deepEqual(toldIn(bytes), []);
  const text = bytes.toString('latin1');
  assert.doesNotMatch(text, /\/Subtype \/(?:Text|Popup|Square)|D:2031|\(hidden\)|\(nowhere\)/);
  assert.equal(text.split('/Subtype /Highlight').length, 2);
  assert.match(text, /https:\/\/isles\.example/);
  assert.match(text, /\(harbour\)/);
  assert.match(text, /\(Port Ansel\)/);
  const marks = (await drawPage(bytes, 0, SIZE)).data;
  assert.ok(Buffer.from(marks).includes(Buffer.from([255, 255, 128])), 'the yellow mark is shown');
});

test('links into the machine that a PDF was made on, and who signed it, go out of it', async () => {
  const telling = pdf([drawn(column(50, 700, ['Storm'], 30))], {
    page: '/Annots [100 0 R 101 0 R]',
    catalogue: '/AcroForm << /Fields [101 0 R] >> /Outlines 102 0 R',
    trailer: '/ID [<4f776e6572> <4f776e6572>]',
    objects: [
      '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (file:///home/Ada Owner/storm.pdf) >> >>',
      '<< /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 4 /FT /Sig /T (signed) /V 103 0 R >>',
      '<< /Type /Outlines /First 104 0 R /Last 104 0 R /Count 1 >>',
      `<< /Type /Sig /Name (Ada Owner) /Location (+59.1234+010.5678) /ByteRange [0 1 2 3] /Contents (${SECRET}) >>`,
      '<< /Title (Tides) /Parent 102 0 R /A << /S /GoToR /F (/home/Ada Owner/tides.pdf) >> >>',
    ],
  });
  const bytes = Buffer.from(await stripped(telling, 'application/pdf'));
  assert.deepEqual(toldIn(bytes), []);
  assert.doesNotMatch(bytes.toString('latin1'), /file:|GoToR|\/ID\b|4f776e6572/i);
  assert.match(bytes.toString('latin1'), /\(Tides\)/);
});
