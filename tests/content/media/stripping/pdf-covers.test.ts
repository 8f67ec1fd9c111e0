import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import { column, drawn, pdf } from '../../../support/pdf.ts';

/** Where the words are, in points of the page, and how lines and marks say it. */
const BOX = '/Rect [50 640 300 680]';
const QUADS = `${BOX} /QuadPoints [50 680 300 680 50 640 300 640]`;
const THROUGH = '50 660 300 660';
const BLACK = '/C [0 0 0]';
const FILLED = `${BOX} /IC [0 0 0] ${BLACK}`;
const BROAD = '/BS << /W 40 >>';
const WORDS = drawn(column(55, 650, ['Storm over the isles'], 24));
const SHEET = (operators: string, more = '') =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 250 40] ${more} /Length ${operators.length} >>\nstream\n${operators}\nendstream`;
const SHEETS = {
  black: SHEET('0 g 0 0 250 40 re f'),
  told: SHEET('1 g 0 0 250 40 re f 0 g 4 w 0 5 m 250 5 l 0 20 m 250 20 l 0 35 m 250 35 l S'),
  yellow: SHEET(
    '/M gs 1 1 0 rg 0 0 250 40 re f',
    '/Resources << /ExtGState << /M << /BM /Multiply >> >> >>',
  ),
  icon: SHEET(
    '1 1 0 rg 0 0 250 40 re f 0 G 20 w 0 0 250 40 re S 6 w 50 10 m 200 10 l 50 20 m 200 20 l 50 30 m 200 30 l S',
  ),
};
const DRAWN = `${BOX} /AP << /N 100 0 R >>`;

interface Over {
  sheet?: string;
  page?: string;
}

/** A page with words, and something that lies over it. */
const page = (kind: string, said: string, { sheet = SHEETS.black, page = WORDS }: Over = {}) =>
  pdf([page], {
    page: `/Annots [<< /Type /Annot /Subtype /${kind} ${said} >>]`,
    objects: [sheet],
  });

const refusal = (error: Error) => {
  assert.ok(error instanceof UnsoundFile);
  assert.match(error.message, /page 1 .*what it covers would be seen/);
  return true;
};

const COVERS: [what: string, kind: string, said: string, over?: Over][] = [
  ['a filled mark that is not printed', 'Square', FILLED],
  ['a filled mark that answers another', 'Square', `${FILLED} /F 4 /IRT << /Subtype /Text >>`],
  ['a filled circle', 'Circle', `/Rect [-50 600 400 720] /IC [0 0 0] ${BLACK}`],
  ['a mark that is drawn black', 'Square', `${DRAWN} ${BLACK}`],
  ['a mark with a broad edge', 'Square', `${BOX} ${BLACK} ${BROAD}`],
  ['a black marker', 'Highlight', `${QUADS} ${BLACK}`],
  ['a marker of dark blue', 'Highlight', `${QUADS} /C [0 0 0.4]`],
  ['a marker that is nearly black', 'Highlight', `${QUADS} ${BLACK} /CA 0.85`],
  ['a black marker that is drawn', 'Highlight', `${DRAWN} ${BLACK}`],
  ['a black marker that answers another', 'Highlight', `${QUADS} ${BLACK} /F 4 /IRT 10 0 R`],
  ['a struck word that is drawn black', 'StrikeOut', DRAWN],
  ['a broad pen', 'Ink', `${BOX} ${BLACK} ${BROAD} /InkList [[${THROUGH}]]`],
  ['a broad line', 'Line', `${BOX} ${BLACK} ${BROAD} /L [${THROUGH}]`],
  ['a broad line with a corner', 'PolyLine', `${BOX} ${BROAD} /Vertices [${THROUGH} 301 660]`],
  ['a filled figure', 'Polygon', `${FILLED} /Vertices [50 640 300 640 300 680 50 680]`],
  ['a box of text', 'FreeText', `${BOX} ${BLACK} /DA (/Helv 0 Tf 0 g) /Contents (x)`],
  ['a white box of text', 'FreeText', `${BOX} /C [1 1 1] /DA (/Helv 9 Tf 0 g) /Contents (x)`],
  ['a mark with words of its own', 'Stamp', DRAWN, { sheet: SHEETS.told }],
  ['a stamp that is drawn by its name', 'Stamp', `${BOX} /Name /Draft`],
  ['a note that is drawn as a patch', 'Text', DRAWN],
  [
    'a note as small as an icon that is a patch',
    'Text',
    '/Rect [56 648 86 672] /AP << /N 100 0 R >>',
  ],
  ['a mark whose drawing is of no state', 'Square', `${FILLED} /AP << /N << >> >>`],
  ['the window of a film', 'Screen', DRAWN],
  ['the ground of a window', 'Screen', `${BOX} /MK << /BG [0 0 0] >>`],
  ['a sign that something is missing', 'Caret', DRAWN],
  ['a mark of a kind that nobody knows', 'Foo', DRAWN],
  ['a mark that says not what it is', '', DRAWN.replace('/Rect', '/Nothing 1 /Rect')],
  ['a part that is still to be blacked out', 'Redact', `${FILLED} /F 4`],
  ['a part that is to be blacked out and shows what is there', 'Redact', `${QUADS}`],
];
for (const [what, kind, said, over] of COVERS)
  test(`a PDF in which ${what} covers words is refused: they would be seen`, async () => {
    await assert.rejects(stripped(page(kind, said, over), 'application/pdf'), refusal);
  });

const SMALL = drawn([[100, 653, 8, '7']]);
const COLOURED = drawn([[55, 650, 24, 'Storm over the isles', '1 1 0 rg']]);
const PICTURE =
  'q 250 0 0 40 50 640 cm BI /W 8 /H 2 /CS /G /BPC 8 /F /AHx /I true ID 10407090b0d0f0d0f0d0b09070401030> EI Q';
for (const [what, content, kind, said] of [
  ['a single small number', SMALL, 'Square', `/Rect [98 650 107 661] /IC [0 0 0]`],
  ['words of a colour that a white sheet hides', COLOURED, 'Square', `${BOX} /IC [1 1 1]`],
  ['a picture without sharp edges', PICTURE, 'Square', FILLED],
] as const)
  test(`a PDF in which a mark covers ${what} is refused`, async () => {
    await assert.rejects(stripped(page(kind, said, { page: content }), 'application/pdf'), refusal);
  });

test('a PDF is refused for what a mark covers on any page, as that is shown: turned, cut and in parts of another', async () => {
  const blank = '';
  const file = pdf([blank, blank, WORDS], {
    page: `/Rotate 90 /CropBox [40 500 400 700] /Annots [<< /Subtype /Square ${FILLED} >>]`,
  });
  await assert.rejects(stripped(file, 'application/pdf'), /A mark on page 3 of the PDF/);
});

test('a PDF is refused in which a mark covers what a field holds', async () => {
  const held = `<< /Type /XObject /Subtype /Form /BBox [0 0 250 40] /Resources << /Font << /F1 3 0 R >> >> /Length ${WORDS.length} /Matrix [1 0 0 1 -50 -640] >>\nstream\n${WORDS}\nendstream`;
  const field = `<< /Subtype /Widget /FT /Tx /V (Storm) ${BOX} /AP << /N 100 0 R >> >>`;
  const file = pdf([''], {
    page: `/Annots [${field} << /Subtype /Square ${FILLED} >>]`,
    objects: [held.replace('/BBox [0 0 250 40]', '/BBox [50 640 300 680]')],
  });
  await assert.rejects(stripped(file, 'application/pdf'), refusal);
});

for (const [what, place] of [
  ['that says that it is of no size', '/MediaBox [0 0 0 0]'],
  ['that is very long', '/MediaBox [0 0 600 100000]'],
])
  test(`a PDF is refused in which a mark covers words of a page ${what}`, async () => {
    const file = pdf([WORDS], { page: `${place} /Annots [<< /Subtype /Square ${FILLED} >>]` });
    await assert.rejects(stripped(file, 'application/pdf'), refusal);
  });

const HARMLESS: [what: string, kind: string, said: string, over?: Over][] = [
  ['a filled mark that is printed, which stays', 'Square', `${FILLED} /F 4`],
  ['a frame', 'Square', `${BOX} /C [1 0 0]`],
  ['a frame that crosses words', 'Square', '/Rect [40 630 150 658] /C [1 0 0] /BS << /W 2 >>'],
  ['a mark that nobody is shown', 'Square', `${FILLED} /F 2`],
  ['a filled mark that shines through', 'Square', `${BOX} /IC [1 0 0] /CA 0.4`],
  ['a filled mark on empty paper', 'Square', '/Rect [50 100 300 200] /IC [0 0 0]'],
  ['a note', 'Text', BOX],
  [
    'the icon of a note on words',
    'Text',
    '/Rect [60 645 84 669] /AP << /N 100 0 R >>',
    { sheet: SHEETS.icon },
  ],
  ['a patch for an icon on empty paper', 'Text', '/Rect [400 100 424 124] /AP << /N 100 0 R >>'],
  ['the window of a note', 'Popup', `${DRAWN} /Open true`],
  ['a yellow marker', 'Highlight', `${QUADS} /C [1 1 0]`],
  ['a blue marker', 'Highlight', `${QUADS} /C [0 0 1]`],
  ['a dark green marker', 'Highlight', `${QUADS} /C [0 0.6 0]`],
  ['a yellow marker that is drawn', 'Highlight', DRAWN, { sheet: SHEETS.yellow }],
  ['struck words', 'StrikeOut', `${QUADS} /C [1 0 0]`],
  ['words with a line below', 'Underline', `${QUADS} /C [1 0 0]`],
  ['words with a wave below', 'Squiggly', `${QUADS} /C [1 0 0]`],
  ['a thin pen across words', 'Ink', `${BOX} ${BLACK} /BS << /W 2 >> /InkList [[${THROUGH}]]`],
  ['an arrow to words', 'Line', `${BOX} ${BLACK} /LE [/None /OpenArrow] /L [${THROUGH}]`],
  [
    'a comment beside words',
    'FreeText',
    '/Rect [50 400 300 440] /C [1 1 0.6] /DA (/Helv 9 Tf 0 g) /Contents (Is it so?)',
  ],
];
for (const [what, kind, said, over] of HARMLESS)
  test(`a PDF with ${what} is taken`, async () => {
    await stripped(page(kind, said, over), 'application/pdf');
  });
