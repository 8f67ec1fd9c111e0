import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { drawPage } from '../../../../src/outputs/media/encoding/drawn-page.ts';
import { column, drawn, pdf } from '../../../support/pdf.ts';

const PRIVATE = 'Private of Ada Owner';
const WORDS = drawn(column(50, 700, ['Storm over the isles'], 30));
const BOX = '/Rect [50 300 300 400]';
const RED = 'FF0000';

const published = async (document: Buffer) =>
  Buffer.from(await stripped(document, 'application/pdf')).toString('latin1');

/** A form whose drawing fills it. */
const drawing = (what: string, box = '0 0 250 100') =>
  `<< /Type /XObject /Subtype /Form /BBox [${box}] /Length ${what.length} >>\nstream\n${what}\nendstream`;
const PRIVATE_DRAWING = drawing(`BT /F1 9 Tf (${PRIVATE}) Tj ET`);

/** A page with the first of the objects as its annotation. */
const page = (objects: readonly string[], catalogue = '', more = '') =>
  pdf([WORDS], { page: `/Annots [100 0 R] ${more}`, catalogue, objects });
const form = '/AcroForm << /Fields [100 0 R] >>';
const widget = (said: string) => `<< /Type /Annot /Subtype /Widget /F 4 ${said} >>`;
const field = (said: string) => widget(`/FT /Tx /T (harbour) /V (${PRIVATE}) ${said}`);
const mark = (kind: string, said: string) => `<< /Type /Annot /Subtype /${kind} /F 4 ${said} >>`;

// biome-ignore format: a table, a place a row
const PLACES: [what: string, document: Buffer][] = [
  ['a field that the form does not list', page([widget(`${BOX} /Parent 101 0 R`), `<< /FT /Tx /T (a) /V (Port Ansel) /DV (${PRIVATE}) /RV (${PRIVATE}) /Note (${PRIVATE}) /Kids [100 0 R] >>`])],
  ['a password that the form does not list', page([widget(`${BOX} /Parent 101 0 R`), `<< /FT /Tx /Ff 8192 /T (a) /V (${PRIVATE}) /Kids [100 0 R] >>`])],
  ['a password by a flag of its place alone', page([widget(`${BOX} /Ff 8192 /Parent 101 0 R`), `<< /FT /Tx /T (a) /V (${PRIVATE}) /Kids [100 0 R] >>`], '/AcroForm << /Fields [101 0 R] >>')],
  ['a hidden place of a field that the form does not list', page([widget(`${BOX} /Parent 101 0 R`), '<< /FT /Tx /T (a) /Kids [100 0 R 102 0 R] >>', `<< /Type /Annot /Subtype /Widget /Parent 101 0 R /Rect [0 0 9 9] /F 2 /MK << /CA (${PRIVATE}) >> >>`])],
  ['a field that stands in itself', page([mark('Square', BOX), `<< /FT /Tx /T (a) /V (${PRIVATE}) /Kids 102 0 R >>`, '[101 0 R]'], '/AcroForm << /Fields [101 0 R] >>')],
  ['a field without a place', page([field('/Rect [0 0 0 0]')], form)],
  ['a field without a rectangle', page([field('')], form)],
  ['a field of no height', page([field('/Rect [50 300 300 300]')], form)],
  ['a field outside of its page', page([field('/Rect [-500 -500 -400 -400]')], form)],
  ['a field outside of what is shown of its page', page([field(BOX)], form, '/CropBox [0 500 600 800]')],
  ['a stamp without a place', page([mark('Stamp', '/Rect [0 0 0 0] /AP << /N 101 0 R >>'), PRIVATE_DRAWING])],
  ['a text outside of its page', page([mark('FreeText', `/Rect [700 300 800 400] /DA (/F1 9 Tf) /Contents (${PRIVATE})`)])],
  ['a text that is wholly transparent', page([mark('FreeText', `${BOX} /CA 0 /DA (/F1 9 Tf) /Contents (${PRIVATE})`)])],
  ['a name of a stamp that brings its drawing', page([mark('Stamp', `${BOX} /Name (${PRIVATE}) /AP << /N 101 0 R >>`), drawing('1 0 0 rg 0 0 250 100 re f')])],
  ['how a mark looks while it is pressed', page([mark('Stamp', `${BOX} /AP << /N 101 0 R /D 102 0 R /R 102 0 R >>`), drawing('1 0 0 rg 0 0 250 100 re f'), PRIVATE_DRAWING])],
  ['how a field looks below a pointer and while it is pressed', page([widget(`${BOX} /FT /Btn /T (a) /MK << /RC (${PRIVATE}) /AC (${PRIVATE}) /RI 101 0 R /IX 101 0 R >> /AP << /N 102 0 R /R 101 0 R /D 101 0 R >>`), PRIVATE_DRAWING, drawing('1 0 0 rg 0 0 250 100 re f')], form)],
  ['a state that a field is not in', page([widget(`${BOX} /FT /Btn /T (a) /AS /Off /AP << /N << /Off 102 0 R /Yes 101 0 R >> >>`), PRIVATE_DRAWING, drawing('1 0 0 rg 0 0 250 100 re f')], form)],
  ['what only the form draws with', page([widget(`${BOX} /FT /Tx /T (a)`), PRIVATE_DRAWING], '/AcroForm << /Fields [100 0 R] /DR << /Font << /F1 3 0 R >> /XObject << /X 101 0 R >> >> >>')],
  ['what an annotation calls its page', page([widget(`${BOX} /FT /Tx /T (a) /P 101 0 R`), `<< /Owner (${PRIVATE}) >>`], form)],
];

for (const [what, document] of PLACES)
  test(`${what} goes out of a PDF`, async () => {
    assert.match(document.toString('latin1'), /Private of Ada Owner/);
    const text = await published(document);
    assert.doesNotMatch(text, /Private of Ada Owner/);
    assert.match(text, /Storm over the isles/);
  });

test('a field that is shown keeps its value, whether the form lists it or not', async () => {
  for (const catalogue of ['', '/AcroForm << /Fields [101 0 R] >>']) {
    const text = await published(
      page(
        [
          widget(`${BOX} /Parent 101 0 R`),
          '<< /FT /Tx /T (harbour) /V (Port Ansel) /Kids [100 0 R] >>',
        ],
        catalogue,
      ),
    );
    assert.match(text, /\(Port Ansel\)/);
    assert.match(text, /\/Kids \[ 100 0 R \]/);
  }
});

test('a field with a wrong reference to its page leaves the page as it is', async () => {
  const text = await published(page([field(`${BOX} /Parent 10 0 R`)], form));
  assert.match(text, /\/MediaBox/);
  assert.match(text, /\/Contents 11 0 R/);
});

/** How many of the points of a page are red. */
async function redOf(document: Buffer): Promise<number> {
  const { data } = await drawPage(document, 0, { width: 300, height: 400 });
  const points = Buffer.from(data).toString('hex').match(/.{6}/g) ?? [];
  return points.filter((point) => point.toUpperCase() === RED).length;
}

const FULL = drawing('1 0 0 rg 0 0 250 100 re f');
const EMPTY = drawing(' ');
const box = (left: number) => `/Rect [${left} 300 ${left + 250} 400]`;
const shared = '<< /Font << /F1 3 0 R >> /XObject << /X 101 0 R >> >>';
const tick = (left: number, state: string) => widget(`${box(left)} /FT /Btn ${state} /AP 102 0 R`);

// biome-ignore format: a table, a document a row
const SHOWN: [what: string, document: Buffer, red: number][] = [
  ['a stamp', page([mark('Stamp', `${BOX} /AP << /N 101 0 R >>`), FULL]), 6250],
  ['a stamp that lies half outside of its page', page([mark('Stamp', '/Rect [-125 300 125 400] /AP << /N 101 0 R >>'), FULL]), 3100],
  ['a stamp that says it is transparent and draws that it is not', page([mark('Stamp', `${BOX} /CA 0 /AP << /N 101 0 R >>`), FULL]), 6250],
  ['a page that draws with what its form draws with', pdf([`${WORDS} q 1 0 0 1 50 300 cm /X Do Q`], {
    page: '/Annots [100 0 R] /Resources 102 0 R',
    catalogue: '/AcroForm << /Fields [100 0 R] /DR 102 0 R >>',
    objects: [widget('/Rect [9 9 99 99] /FT /Tx /T (a) /DA (/F2 9 Tf)'), FULL, shared],
  }), 6250],
  ['a box that is ticked by what it stands for', page([widget(`${BOX} /FT /Btn /T (a) /V /isles /AS /isles /Opt [(isles) (isles)] /AP << /N << /isles 101 0 R /Off /Off >> >>`), FULL], form), 6250],
  ['a box in one state and a box in another, which have one list of them', pdf([WORDS], {
    page: '/Annots [100 0 R 101 0 R]',
    catalogue: '/AcroForm << /Fields [100 0 R 101 0 R] >>',
    objects: [tick(20, '/T (a) /AS /Off'), tick(310, '/T (b) /AS /Yes'), '<< /N << /Off 103 0 R /Yes 104 0 R >> >>', EMPTY, FULL],
  }), 6250],
];

for (const [what, document, red] of SHOWN)
  test(`${what} looks as it did`, async () => {
    const before = await redOf(document);
    assert.ok(before >= red, `${before}`);
    const after = Buffer.from(await stripped(document, 'application/pdf'));
    assert.equal(await redOf(after), before);
  });
