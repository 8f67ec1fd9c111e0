import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { drawPage } from '../../../../src/outputs/media/encoding/drawn-page.ts';
import { column, drawn, pdf } from '../../../support/pdf.ts';
import { publishedPdf } from '../../../support/published-pdf.ts';

const PRIVATE = 'Private of Ada Owner';
const WORDS = drawn(column(50, 700, ['Storm over the isles'], 30));
const COMMENT = `% ${PRIVATE}\n`;
const stream = (data: string | Buffer, dictionary = '') =>
  `<< ${dictionary} /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`;

/** A page whose drawings are the given ones, which follow its own. */
const continued = (...parts: string[]) =>
  pdf([''], {
    page: `/Contents [${parts.map((_, at) => `${100 + at} 0 R`).join(' ')}]`,
    objects: parts,
  });

/** Rows as differences from those above them. */
function predicted(text: string, columns: number): Buffer {
  const whole = Buffer.from(text.padEnd(Math.ceil(text.length / columns) * columns));
  const rows: Buffer[] = [];
  for (let at = 0; at < whole.length; at += columns)
    rows.push(
      Buffer.from([2]),
      Buffer.from(
        whole
          .subarray(at, at + columns)
          .map((byte, index) => byte - (at === 0 ? 0 : (whole[at - columns + index] ?? 0))),
      ),
    );
  return deflateSync(Buffer.concat(rows));
}

/** Letters as numbers of nine bits, each a letter alone (LZW). */
function lzw(text: string): Buffer {
  let bits = '';
  for (let at = 0; at < text.length; at++) {
    // The table is emptied before its numbers grow longer.
    if (at % 200 === 0) bits += (256).toString(2).padStart(9, '0');
    bits += text.charCodeAt(at).toString(2).padStart(9, '0');
  }
  bits += (257).toString(2).padStart(9, '0');
  return Buffer.from(
    (bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? []).map((byte) =>
      Number.parseInt(byte, 2),
    ),
  );
}

const PICTURE = 'BI /W 3 /H 1 /BPC 8 /CS /G ID';
const commented = `${WORDS}\n${COMMENT}`;

// biome-ignore format: a table, a place a row
const COMMENTS: [what: string, document: Buffer][] = [
  ['behind what is said of a part', pdf([`/P << /MCID 0 % x\n >> BDC EMC\n${commented}`])],
  ['within what is said of a part', pdf([`/P << /MCID 0 ${COMMENT} >> BDC EMC\n${WORDS}`])],
  ['within what a program says of a part', pdf([`/P << /MCID 0 /Owner (${PRIVATE}) ${COMMENT} /Note (x) >> BDC EMC\n${WORDS}`])],
  ['behind a mark that ends nothing', pdf([`>> ${commented}`])],
  ['behind a mark that does not end', pdf([`${commented} << /A ${COMMENT}`])],
  ['behind a picture and one letter that is none of ASCII', pdf([`${WORDS} q ${PICTURE} \x80\x81\x82 EI Q (ä)Tj\n${COMMENT}`])],
  ['behind a picture that looks as if it ended', pdf([`${WORDS} q BI /W 30 /H 1 /BPC 8 /CS /G ID aaaaaaaa EI Q ${'b'.repeat(17)} EI Q\n${COMMENT}`])],
  ['behind a picture without a space before its end', pdf([`${WORDS} q ${PICTURE} abcEI Q\n${COMMENT}`])],
  ['before a picture that does not end', pdf([`${commented} ${PICTURE} \x80\x81`])],
  ['before a text that does not end', pdf([`${commented} (Storm`])],
  ['in a text that does not end', pdf([`${WORDS} (${PRIVATE}`])],
  ['packed as differences', pdf([''], { page: '/Contents 100 0 R', objects: [stream(predicted(commented, 40), '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 40 >>')] })],
  ['packed as programs did before 1996', pdf([''], { page: '/Contents 100 0 R', objects: [stream(lzw(commented), '/Filter /LZWDecode')] })],
  ['of a drawing that calls itself something', pdf([''], { page: '/Contents 100 0 R', objects: [stream(commented, `/Subtype /X /N 3 /Length1 4 /Owner (${PRIVATE})`)] })],
  ['of a page that is drawn in parts', continued(stream(`${commented} /P << /MCID 0`), stream(`/Owner (${PRIVATE}) >> BDC EMC ${COMMENT}`))],
  ['that goes on in the next part', continued(stream(`${WORDS} %`), stream(`${PRIVATE}\n`))],
  ['of a form whose edges are not said', pdf([`${WORDS} /X Do`], { page: '/Resources << /Font << /F1 3 0 R >> /XObject << /X 100 0 R >> >>', objects: [stream(COMMENT, '/Subtype /Form')] })],
];

const SIZE = { width: 150, height: 200 };
const pointsOf = async (document: Buffer) => Buffer.from((await drawPage(document, 0, SIZE)).data);

for (const [what, document] of COMMENTS)
  test(`a comment ${what} goes out of a PDF, which looks as it did`, async () => {
    const text = await publishedPdf(document);
    assert.doesNotMatch(text, /Private of Ada Owner/);
    assert.match(text, /Storm over the isles/);
    const after = Buffer.from(await stripped(document, 'application/pdf'));
    assert.ok((await pointsOf(document)).equals(await pointsOf(after)));
  });

for (const [what, part] of Object.entries({
  'before a word that is no operator': `(${PRIVATE}) pop`,
  'among what an operator takes that shows none': `BX (${PRIVATE}) foo EX q (${PRIVATE}) 0 0 1 rg Q`,
  'behind the last operator': `[(${PRIVATE}) 1 (${PRIVATE})] (${PRIVATE})`,
}))
  test(`a text ${what} is shown by nobody, and goes`, async () => {
    const document = continued(stream(WORDS), stream(`\n${part}`));
    const text = await publishedPdf(document);
    assert.doesNotMatch(text, /Private of Ada Owner/);
    assert.match(text, /Storm over the isles/);
    const after = Buffer.from(await stripped(document, 'application/pdf'));
    assert.ok((await pointsOf(document)).equals(await pointsOf(after)));
  });

test('a text whose operator stands in the next stream stays, and so do the colours of a picture', async () => {
  const picture = 'BI /W 2 /H 1 /BPC 1 /CS [/I /RGB 1 <ff00000000ff>] ID \x40 EI';
  const document = continued(
    stream('BT /F1 30 Tf 50 700 Td (Storm over the isles)'),
    stream(`Tj ET q 90 0 0 90 50 500 cm ${picture} Q`),
  );
  const after = Buffer.from(await stripped(document, 'application/pdf'));
  const points = await pointsOf(after);
  assert.ok((await pointsOf(document)).equals(points));
  assert.ok(new Set(points).size > 20, 'the page shows something');
});

test('a drawing that cannot be read is refused', async () => {
  const document = (filter: string) =>
    pdf([''], { page: '/Contents 100 0 R', objects: [stream(commented, `/Filter /${filter}`)] });
  await assert.rejects(stripped(document('CCITTFaxDecode'), 'application/pdf'), /not undone here/);
  await assert.rejects(stripped(document('LZWDecode'), 'application/pdf'), /torn/);
});

test('a net of shades is no drawing, whatever its bytes look like', async () => {
  const data = `% ${'\x80'.repeat(30)}`;
  const document = pdf([`${WORDS} /S sh`], {
    page: '/Resources << /Font << /F1 3 0 R >> /Shading << /S 100 0 R >> >>',
    objects: [
      stream(
        data,
        '/ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 9 0 9 0 1] /BBox [0 0 9 9]',
      ),
    ],
  });
  assert.ok((await publishedPdf(document)).includes(data));
});

const IMAGE =
  '/Type /XObject /Subtype /Image /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8';
const secret = (more = '') => stream(PRIVATE, `${IMAGE} /Width 20 ${more}`);
const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 9 9]';
const drawer = `${FORM} /Resources << /XObject << /U 101 0 R >> >>`;
const having = (resources: string, objects: string[], drawing = WORDS) =>
  pdf([drawing], { page: `/Resources << /Font << /F1 3 0 R >> ${resources} >>`, objects });
const TILES =
  '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9';

// biome-ignore format: a table, a place a row
const UNUSED: [what: string, document: Buffer][] = [
  ['in a pattern that nothing is painted with', having('/Pattern << /P 100 0 R >>', [stream('/U Do', `${TILES} /Resources << /XObject << /U 101 0 R >> >>`), secret()])],
  ['in a state that nothing is drawn in', having('/ExtGState << /G << /SMask << /S /Luminosity /G 100 0 R >> >> >>', [stream('/U Do', drawer), secret()])],
  ['in a letter of a font that nothing is written in', having('/Font << /F1 3 0 R /F2 100 0 R >>', ['<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 102 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] /Resources << /XObject << /U 101 0 R >> >> >>', secret(), stream('9 0 d0 /U Do')])],
  ['in a form that only such a form draws', having('/XObject << /X 100 0 R /Y 102 0 R >>', [stream('/U Do', drawer), secret(), stream('/X Do', `${FORM} /Resources << /XObject << /X 100 0 R >> >>`)])],
  ['whose name stands in a text', having('/XObject << /U 100 0 R >>', [secret()], `${WORDS} BT /F1 9 Tf (/U) Tj ET`)],
  ['whose name stands in a comment', having('/XObject << /U 100 0 R >>', [secret()], `${WORDS} % /U Do\n`)],
  ['whose name is that of a state that is used', having('/XObject << /U 100 0 R >> /ExtGState << /U << /ca 1 >> >>', [secret()], `/U gs ${WORDS}`)],
  ['in a list of colours that nothing has', having('/ColorSpace << /C [/Indexed /DeviceRGB 5 100 0 R] >>', [stream(PRIVATE)])],
  ['in a list of a kind that there is not', having('/Pictures << /U 100 0 R >>', [secret()])],
  ['in a list of what pages stand in', pdf([WORDS], { page: '/Parent 100 0 R', objects: ['<< /Type /Pages /Parent 2 0 R /Resources << /XObject << /U 101 0 R >> >> >>', secret()] })],
  ['that the structure alone names', pdf([WORDS], { catalogue: '/StructTreeRoot 100 0 R', page: '/Resources << /Font << /F1 3 0 R >> /XObject << /U 101 0 R >> >>', objects: ['<< /Type /StructTreeRoot /K << /S /Figure /P 100 0 R /K << /Type /OBJR /Obj 101 0 R >> >> >>', secret()] })],
  ['that is wholly transparent by another', having('/XObject << /U 100 0 R >>', [secret('/SMask 101 0 R'), stream('\0'.repeat(20), `${IMAGE} /Width 20`)], `${WORDS} q 90 0 0 90 9 9 cm /U Do Q`)],
  ['that is wholly transparent by one which is turned over', having('/XObject << /U 100 0 R >>', [secret('/SMask 101 0 R'), stream('\xff'.repeat(20), `${IMAGE} /Width 20 /Decode [1 0]`)], `${WORDS} q 90 0 0 90 9 9 cm /U Do Q`)],
  ['that is wholly cut out', having('/XObject << /U 100 0 R >>', [secret('/Mask 101 0 R'), stream('\xff\xff\xf0', '/Type /XObject /Subtype /Image /Width 20 /Height 1 /ImageMask true /BitsPerComponent 1')], `${WORDS} q 90 0 0 90 9 9 cm /U Do Q`)],
  ['of which no colour is seen', having('/XObject << /U 100 0 R >>', [secret('/Mask [0 255]')], `${WORDS} q 90 0 0 90 9 9 cm /U Do Q`)],
];

for (const [what, document] of UNUSED)
  test(`a picture ${what} goes out of a PDF, which looks as it did`, async () => {
    assert.match(document.toString('latin1'), /Private of Ada Owner/);
    assert.doesNotMatch(await publishedPdf(document), /Private of Ada Owner/);
    const after = Buffer.from(await stripped(document, 'application/pdf'));
    assert.ok((await pointsOf(document)).equals(await pointsOf(after)));
  });

// biome-ignore format: a table, a picture a row
const USED: [what: string, document: Buffer][] = [
  ['that a page draws', having('/XObject << /U 100 0 R >>', [secret()], `q 90 0 0 90 9 9 cm /U Do Q ${WORDS}`)],
  ['whose name is written otherwise', having('/XObject << /U 100 0 R >>', [secret()], `q 90 0 0 90 9 9 cm /#55 Do Q ${WORDS}`)],
  ['that a form draws which has no list', having('/XObject << /U 100 0 R /X 101 0 R >>', [secret(), stream('q 9 0 0 9 0 0 cm /U Do Q', FORM)], `/X Do ${WORDS}`)],
  ['that a form draws whose list has it not', having('/XObject << /U 100 0 R /X 101 0 R >>', [secret(), stream('q 9 0 0 9 0 0 cm /U Do Q', `${FORM} /Resources << >>`)], `/X Do ${WORDS}`)],
  ['that a page draws in two parts', pdf([''], { page: '/Resources << /Font << /F1 3 0 R >> /XObject << /U 100 0 R >> >> /Contents [101 0 R 102 0 R]', objects: [secret(), stream(`${WORDS} q 90 0 0 90 9 9 cm /U`), stream('Do Q')] })],
  ['in a pattern that a page is painted with', having('/Pattern << /P 100 0 R >>', [stream('q 9 0 0 9 0 0 cm /U Do Q', `${TILES} /Resources << /XObject << /U 101 0 R >> >>`), secret()], `/Pattern cs /P scn 0 0 99 99 re f ${WORDS}`)],
  ['in a state that a page is drawn in', having('/ExtGState << /G << /SMask << /S /Luminosity /G 100 0 R >> >> >>', [stream('q 600 0 0 800 0 0 cm /U Do Q', '/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /XObject << /U 101 0 R >> >>'), secret()], `/G gs ${WORDS}`)],
  ['that is transparent in one point alone', having('/XObject << /U 100 0 R >>', [secret('/SMask 101 0 R'), stream(`\0${'\xff'.repeat(19)}`, `${IMAGE} /Width 20`)], `q 90 0 0 90 9 9 cm /U Do Q ${WORDS}`)],
  ['of which one colour is not seen', having('/XObject << /U 100 0 R >>', [secret('/Mask [0 40]')], `q 90 0 0 90 9 9 cm /U Do Q ${WORDS}`)],
  ['that is cut out in part', having('/XObject << /U 100 0 R >>', [secret('/Mask 101 0 R'), stream('\x7f\xff\xf0', '/Type /XObject /Subtype /Image /Width 20 /Height 1 /ImageMask true /BitsPerComponent 1')], `q 90 0 0 90 9 9 cm /U Do Q ${WORDS}`)],
];

for (const [what, document] of USED)
  test(`a picture ${what} stays in a PDF, which looks as it did`, async () => {
    const after = Buffer.from(await stripped(document, 'application/pdf'));
    assert.match(after.toString('latin1'), /Private of Ada Owner/);
    assert.ok((await pointsOf(document)).equals(await pointsOf(after)));
  });
