import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
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
