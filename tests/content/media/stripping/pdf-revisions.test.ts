import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { inspectFile } from '../../../../src/content/media/inspection/inspection.ts';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import { column, drawn, pdf } from '../../../support/pdf.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const said = (words: string) => drawn(column(50, 700, [words], 30));
const stream = (number: number, drawing: string) =>
  `${number} 0 obj\n<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream\nendobj\n`;
const PUBLIC = pdf([said('Public words')]);
const OBJECT = 11;

/** The document with text before its list of objects, which says where it is all the same. */
function withBefore(document: Buffer, text: string, places: (list: string) => string): Buffer {
  const whole = document.toString('latin1');
  const at = whole.lastIndexOf('xref\n0 1');
  const list = places(whole.slice(at)).replace(/startxref\n\d+/, `startxref\n${at + text.length}`);
  return Buffer.from(whole.slice(0, at) + text + list, 'latin1');
}

/** The document as a program saves it that writes its changes behind it. */
function saved(document: Buffer, objects: Readonly<Record<number, string | null>>): Buffer {
  let text = document.toString('latin1');
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1];
  const entries = Object.entries(objects).map(([number, object]) => {
    const place = text.length;
    text += object ?? '';
    const entry =
      object === null ? '0000000000 00001 f ' : `${`${place}`.padStart(10, '0')} 00000 n `;
    return `${number} 1\n${entry}\n`;
  });
  const start = text.length;
  text += `xref\n${entries.join('')}trailer\n<< /Size 1000 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const wordsOf = async (t: TestContext, document: Buffer) => {
  const path = join(scratchFolder(t), 'a.pdf');
  writeFileSync(path, document);
  const inspected = await inspectFile(path);
  assert.ok('facts' in inspected, JSON.stringify(inspected));
  return inspected.facts.texts;
};
const published = async (document: Buffer) =>
  Buffer.from(await stripped(document, 'application/pdf')).toString('latin1');

test('of two objects with one number the one is published that the list of objects names', async (t) => {
  const twice = withBefore(PUBLIC, stream(OBJECT, said('Hidden words')), (list) => list);
  assert.deepEqual(await wordsOf(t, twice), ['Public words']);
  assert.doesNotMatch(await published(twice), /Hidden words/);
  const at = twice.lastIndexOf(`${OBJECT} 0 obj`);
  const other = withBefore(PUBLIC, stream(OBJECT, said('Hidden words')), (list) =>
    list.replace(/(\n11 1\n)\d{10}/, `$1${`${at}`.padStart(10, '0')}`),
  );
  assert.deepEqual(await wordsOf(t, other), ['Hidden words']);
  assert.doesNotMatch(await published(other), /Public words/);
});

test('of a document that was saved several times the newest is published, and read', async (t) => {
  const second = saved(PUBLIC, { [OBJECT]: stream(OBJECT, said('Second words')) });
  const third = saved(second, { [OBJECT]: stream(OBJECT, said('Third words')) });
  assert.deepEqual(await wordsOf(t, third), ['Third words']);
  assert.doesNotMatch(await published(third), /Public words|Second words/);
});

test('an object that was taken out is published no more, though something names it', async (t) => {
  const two = pdf([said('Public words')], { objects: [said('x')] });
  const both = saved(two, {
    10: `10 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents [11 0 R 12 0 R] >>\nendobj\n`,
    12: stream(12, said('Freed words')),
  });
  assert.deepEqual(await wordsOf(t, both), ['Public wordsFreed words']);
  const freed = saved(both, { 12: null });
  assert.deepEqual(await wordsOf(t, freed), ['Public words']);
  assert.doesNotMatch(await published(freed), /Freed words/);
});

test('a document with packed objects, and a list of them that is packed, is read', async (t) => {
  const document = await PDFDocument.load(PUBLIC);
  const packed = Buffer.from(await document.save({ useObjectStreams: true }));
  assert.match(packed.toString('latin1'), /ObjStm/);
  assert.deepEqual(await wordsOf(t, packed), ['Public words']);
});

test('an object that does not lie where the list says is taken where it is the only one', async (t) => {
  const off = (list: string) => list.replace(/(\n11 1\n)\d{10}/, '$10000000020');
  assert.deepEqual(await wordsOf(t, withBefore(PUBLIC, '', off)), ['Public words']);
  const several = withBefore(PUBLIC, stream(OBJECT, said('Hidden words')), off);
  await assert.rejects(stripped(several, 'application/pdf'), UnsoundFile);
});

test('a document with a list of very many items is read', async (t) => {
  const items = Array.from({ length: 130_000 }, (_, index) => `${index} null`).join(' ');
  const long = pdf([said('Public words')], {
    catalogue: `/StructTreeRoot << /ParentTree << /Nums [${items}] >> >>`,
  });
  assert.deepEqual(await wordsOf(t, long), ['Public words']);
});

/** Rows of the bytes in which the list of objects tells them, as differences from the row above or the byte before. */
const DIFFERENCES = {
  12: (row: Buffer, above: Buffer) =>
    Buffer.from([2, ...row.map((byte, at) => (byte - (above[at] ?? 0)) & 255)]),
  11: (row: Buffer) =>
    Buffer.from([1, ...row.map((byte, at) => (byte - (row[at - 1] ?? 0)) & 255)]),
  2: (row: Buffer) => Buffer.from(row.map((byte, at) => (byte - (row[at - 1] ?? 0)) & 255)),
} as const;

/** The document with a list of its objects that is packed so. */
function withPackedList(document: Buffer, predictor: keyof typeof DIFFERENCES): Buffer {
  const body = document.subarray(0, document.lastIndexOf('xref\n0 1'));
  const places = Array.from(
    body.toString('latin1').matchAll(/(?<=\n)(\d+) 0 obj/g),
    ({ 1: number, index }) => [Number(number), index] as const,
  );
  const rows = [...places, [900, body.length] as const].map(([, at]) => {
    const row = Buffer.alloc(6);
    row[0] = 1;
    row.writeUInt32BE(at, 1);
    return row;
  });
  const data = deflateSync(
    Buffer.concat(
      rows.map((row, at) => DIFFERENCES[predictor](row, rows[at - 1] ?? Buffer.alloc(6))),
    ),
  );
  const index = [...places, [900]].map(([number]) => `${number} 1`).join(' ');
  const head = `900 0 obj\n<< /Type /XRef /Size 901 /Root 1 0 R /W [1 4 1] /Index [${index}] /Filter /FlateDecode /DecodeParms << /Predictor ${predictor} /Columns 6 >> /Length ${data.length} >>\nstream\n`;
  const end = `\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(head), data, Buffer.from(end)]);
}

for (const predictor of [2, 11, 12] as const)
  test(`a document whose list of objects is packed as differences (${predictor}), as most programs write it, is read`, async (t) => {
    assert.deepEqual(await wordsOf(t, withPackedList(PUBLIC, predictor)), ['Public words']);
  });
