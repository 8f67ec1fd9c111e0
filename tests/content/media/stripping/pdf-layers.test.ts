import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspectFile } from '../../../../src/content/media/inspection/inspection.ts';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { column, drawn, pdf } from '../../../support/pdf.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const WORDS = drawn(column(50, 700, ['Storm over the isles'], 30));
const NOTES = drawn(column(50, 500, ['Notes of the harbour master'], 30));
const RESOURCES = (more: string) => `/Resources << /Font << /F1 3 0 R >> ${more} >>`;
const SHOWN = '/OCProperties << /OCGs [100 0 R] /D << /ON [100 0 R] >> >>';
const LAYER = '<< /Type /OCG /Name (Notes) >>';

/** A document with a layer that is on. @param page what is said of the page besides @param objects from number 101 */
const layered = (
  drawing: string,
  page: string,
  objects: readonly string[] = [],
  catalogue = SHOWN,
  layer = LAYER,
) => pdf([`${WORDS}\n${drawing}`], { page, catalogue, objects: [layer, ...objects] });

const marked = `/OC /M1 BDC ${NOTES} EMC`;
const drawer = (kind: string) => `<< /Type /XObject ${kind} /Length 1 >>\nstream\n \nendstream`;
const form = (more: string) => drawer(`/Subtype /Form /BBox [0 0 9 9] ${more}`);
const picture = (more: string) =>
  drawer(`/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 ${more}`);
const note = (more: string) =>
  `<< /Type /Annot /Subtype /FreeText /Rect [9 9 99 99] /F 4 /Contents (x) ${more} >>`;
const AWAY = '<< /Type /OCMD /OCGs 100 0 R /P /AllOff >>';
const going = (category: string) =>
  `/OCProperties << /OCGs [100 0 R] /D << /AS [<< /Event /View /Category [/${category}] /OCGs [100 0 R] >>] >> >>`;

// biome-ignore format: a table, a place a row
const HIDDEN: [what: string, document: Buffer][] = [
  ['a list', layered(marked, RESOURCES(`/Properties << /M1 ${AWAY} >>`))],
  ['a list that is an object', layered(marked, RESOURCES('/Properties 101 0 R'), [`<< /M1 ${AWAY} >>`])],
  ['a list, as a condition', layered(marked, RESOURCES('/Properties << /M1 << /Type /OCMD /VE [/Not 100 0 R] >> >>'))],
  ['a list, without its type', layered(marked, RESOURCES('/Properties << /M1 << /OCGs 100 0 R /P /AnyOff >> >>'))],
  ['a list within a form', layered('/X Do', RESOURCES('/XObject << /X 101 0 R >>'), [form(`/Resources << /Properties << /M1 ${AWAY} >> >>`)])],
  ['a form', layered('/X Do', RESOURCES('/XObject << /X 101 0 R >>'), [form(`/OC ${AWAY}`)])],
  ['a picture', layered('/X Do', RESOURCES('/XObject << /X 101 0 R >>'), [picture(`/OC ${AWAY}`)])],
  ['a note', layered('', '/Annots [101 0 R]', [note(`/OC ${AWAY}`)])],
  ['a note that stands in its page', layered('', `/Annots [${note(`/OC ${AWAY}`)}]`)],
  ['a list, which is a layer itself', layered(marked, RESOURCES('/Properties << /M1 << /Type /OCG /Name (x) /Usage << /View << /ViewState /OFF >> >> >> >>'))],
  ['an object, and is not for what is made of it', layered('', '', [], SHOWN, '<< /Type /OCG /Name (x) /Usage << /Export << /ExportState /OFF >> >> >>')],
  ...(['/Zoom << /min 20 >>', '/User << /Type /Ind /Name (Ada) >>', '/Language << /Lang (de) /Preferred /OFF >>'] as const).map(
    (usage): [string, Buffer] => [`an object, and is for some readers (${usage})`, layered(marked, RESOURCES('/Properties << /M1 100 0 R >>'), [], going(/\w+/.exec(usage)?.[0] ?? ''), `<< /Type /OCG /Name (x) /Usage << ${usage} >> >>`)],
  ),
];

for (const [what, document] of HIDDEN)
  test(`what is not shown by a layer that stands in ${what} is refused`, async () => {
    await assert.rejects(stripped(document, 'application/pdf'), /layers that are not shown/);
  });

test('the words of a layer that is not shown are read for no search', async (t) => {
  const path = join(scratchFolder(t), 'a.pdf');
  writeFileSync(path, HIDDEN[0]?.[1] ?? '');
  const inspected = await inspectFile(path);
  assert.ok('fault' in inspected);
  assert.equal(inspected.fault.code, 'media/telling');
});

test('layers that are shown stay, wherever they stand, and what is only called as they are', async () => {
  const on = '<< /Type /OCMD /OCGs 100 0 R /P /AnyOn /Owner (Ada Owner) >>';
  const document = layered(
    `${marked} /OC gs BT /OC 9 Tf (Tides) Tj ET /X Do`,
    '/Resources << /Font << /F1 3 0 R /OC << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> /ExtGState << /OC << /ca 0.5 >> >> ' +
      `/Properties << /M1 ${on} >> /XObject << /X 101 0 R >> >>`,
    [form(`/OC ${on}`)],
  );
  const text = Buffer.from(await stripped(document, 'application/pdf')).toString('latin1');
  assert.equal(text.match(/\/Type \/OCMD\s*\/OCGs 100 0 R\s*\/P \/AnyOn/g)?.length, 2);
  for (const kept of ['(Notes)', '/BaseFont /Courier', '/ca 0.5', 'Notes of the harbour master'])
    assert.ok(text.includes(kept), kept);
  assert.doesNotMatch(text, /Ada Owner/);
});
