import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { column, drawn, type Made, pdf } from '../../../support/pdf.ts';
import { publishedPdf } from '../../../support/published-pdf.ts';

const PRIVATE = 'Private of Ada Owner';
const WORDS = drawn(column(50, 700, ['Storm over the isles'], 30));
const BOX = '/Rect [50 600 300 700]';
const stream = (data: string, dictionary = '') =>
  `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
const structure = (part: string, root = ''): Made => ({
  catalogue: '/StructTreeRoot 100 0 R',
  objects: [`<< /Type /StructTreeRoot /K 101 0 R ${root} >>`, part],
});
const link = (action: string): Made => ({
  page: '/Annots [100 0 R]',
  objects: [`<< /Type /Annot /Subtype /Link ${BOX} /A << ${action} >> >>`],
});
const field = (said: string): Made => ({
  page: '/Annots [100 0 R]',
  catalogue: '/AcroForm << /Fields [100 0 R] >>',
  objects: [`<< /Type /Annot /Subtype /Widget ${BOX} /F 4 /FT /Tx /T (harbour) ${said} >>`],
});

const packed = (said: string) => {
  const data = deflateSync(Buffer.from(WORDS)).toString('latin1') + said;
  return { contents: stream(data, '/Filter /FlateDecode') };
};

// biome-ignore format: a table, a place a row
const PLACES: [what: string, drawing: string, made: Made][] = [
  ['a comment of a drawing', `% ${PRIVATE}\n${WORDS}`, {}],
  ['a comment of a form', `${WORDS} /X Do`, { page: '/Resources << /XObject << /X 100 0 R >> /Font << /F1 3 0 R >> >>', objects: [stream(`% ${PRIVATE}\n0 0 9 9 re f`, '/Type /XObject /Subtype /Form /BBox [0 0 9 9]')] }],
  ['what a program says of a part of a drawing', `/Span << /MCID 0 /Author (${PRIVATE}) >> BDC ${WORDS} EMC /X << /A (${PRIVATE}) >> DP`, {}],
  ['the same in a list', `/Span /L1 BDC ${WORDS} EMC`, { objects: [`<< /Author (${PRIVATE}) >>`] }],
  ['a thread', WORDS, { catalogue: '/Threads [100 0 R]', objects: [`<< /Type /Thread /I << /Author (${PRIVATE}) >> >>`] }],
  ['a key of a program in the catalogue', WORDS, { catalogue: `/Owner (${PRIVATE})` }],
  ['a key of a program in a page', WORDS, { page: `/Owner (${PRIVATE}) /VP [<< /Name (${PRIVATE}) >>]` }],
  ['a template', WORDS, { catalogue: '/Names << /Templates << /Names [(a) 100 0 R] >> >>', objects: [`<< /Type /Template /Contents 101 0 R >>`, stream(PRIVATE)] }],
  ['a page that links alone lead to', WORDS, { ...link('/S /GoTo /D [101 0 R /Fit]'), objects: [`<< /Type /Annot /Subtype /Link ${BOX} /Dest [101 0 R /Fit] >>`, '<< /Type /Page /Contents 102 0 R >>', stream(PRIVATE)] }],
  ['a note that the structure alone names', WORDS, structure(`<< /Type /StructElem /S /Annot /P 100 0 R /K << /Type /OBJR /Obj << /Type /Annot /Subtype /Text /Contents (${PRIVATE}) >> >> >>`)],
  ['properties of programs in the structure', WORDS, structure(`<< /Type /StructElem /S /P /P 100 0 R /T (${PRIVATE}) /A [<< /O /UserProperties /P [<< /N (Owner) /V (${PRIVATE}) >>] >>] >>`)],
  ['classes of the structure', WORDS, structure('<< /S /P /P 100 0 R >>', `/ClassMap << /Mine << /O /UserProperties /P [<< /N (Owner) /V (${PRIVATE}) >>] >> >>`)],
  ['the base of addresses', WORDS, { catalogue: `/URI << /Base (file:///home/${PRIVATE}/) >>` }],
  ['a link to a drive', WORDS, link(`/S /URI /URI (C:\\\\Users\\\\${PRIVATE}\\\\tides.docx)`)],
  ['a link to a file beside it', WORDS, link(`/S /URI /URI (../${PRIVATE}/tides.docx)`)],
  ['a default and a formatted value of a field', WORDS, field(`/V (9) /DV (${PRIVATE}) /RV (${PRIVATE})`)],
  ['a password', WORDS, field(`/Ff 8192 /V (${PRIVATE})`)],
  ['what is printed with', WORDS, { catalogue: `/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (${PRIVATE}) /Info (${PRIVATE}) >>]` }],
  ['a name of a layer’s maker', WORDS, { catalogue: `/OCProperties << /OCGs [100 0 R] /D << /Creator (${PRIVATE}) /ON [100 0 R] >> >>`, objects: [`<< /Type /OCG /Name (Coast) /Usage << /User << /Type /Ind /Name (${PRIVATE}) >> >> >>`] }],
  ['bytes behind packed data', WORDS, { page: '/Contents 100 0 R', objects: [packed(PRIVATE).contents] }],
  ['a picture that no page draws', WORDS, { page: '/Resources << /Font << /F1 3 0 R >> /XObject << /U 100 0 R >> >>', objects: [stream(PRIVATE, '/Type /XObject /Subtype /Image /Width 20 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8')] }],
  ['another picture in place of one', `${WORDS} /U Do`, { page: '/Resources << /Font << /F1 3 0 R >> /XObject << /U 100 0 R >> >>', objects: [stream('A', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Alternates [<< /Image 101 0 R /DefaultForPrinting false >>]'), stream(PRIVATE, '/Type /XObject /Subtype /Image /Width 20 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8')] }],
  ['who is let in where a link leads to', WORDS, link(`/S /URI /URI (https://ada:${PRIVATE}@isles.example/tides)`)],
  ['who is let in where an entry of the outline leads to', WORDS, { catalogue: '/Outlines 100 0 R', objects: ['<< /Type /Outlines /First 101 0 R /Last 101 0 R /Count 1 >>', `<< /Title (Tides) /Parent 100 0 R /A << /S /URI /URI (ftp:\\\\ada:${PRIVATE}@isles.example) >> >>`] }],
  ['a key of a program in what is said of the marks', WORDS, { catalogue: `/MarkInfo << /Marked true /Owner (${PRIVATE}) >>` }],
  ['a schema of a kind of structure', WORDS, structure('<< /S /P /P 100 0 R >>', `/Namespaces [<< /Type /Namespace /NS (x) /Schema (${PRIVATE}) >>]`)],
  ['a schema that a part of the structure alone names', WORDS, structure(`<< /S /P /P 100 0 R /NS << /Type /Namespace /NS (x) /Schema (${PRIVATE}) >> >>`)],
  ['a key of a program in how a part is set', WORDS, structure(`<< /S /P /P 100 0 R /A << /O /Layout /SpaceBefore 9 /Owner (${PRIVATE}) >> >>`)],
  ['a part of the structure that another refers to', WORDS, structure(`<< /S /P /P 100 0 R /Ref [<< /S /Note /P 100 0 R /T (${PRIVATE}) >>] >>`)],
  ['keys of programs in how pages are counted', WORDS, { catalogue: `/PageLabels << /Owner (${PRIVATE}) /Nums [0 << /S /D /Owner (${PRIVATE}) >>] >>` }],
  ['a key of a program in the outline', WORDS, { catalogue: `/Outlines << /Type /Outlines /Count 0 /Owner (${PRIVATE}) >>` }],
  ['keys of programs in places that have names', WORDS, { catalogue: `/Dests << /a << /D [10 0 R /Fit] /Owner (${PRIVATE}) >> >> /Names << /Dests << /Kids [<< /Names [(a) << /D [10 0 R /Fit] /Owner (${PRIVATE}) >>] >>] /Owner (${PRIVATE}) >> >>` }],
  ['lists in how the document is shown', WORDS, { catalogue: `/ViewerPreferences << /Enforce [(${PRIVATE})] >>` }],
  ['keys of programs in a font', WORDS, { font: `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Owner (${PRIVATE}) >> /Owner (${PRIVATE}) /FontDescriptor << /Type /FontDescriptor /FontName /Helvetica /Owner (${PRIVATE}) >> >>` }],
  ['a comment of a table of letters', WORDS, { font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 100 0 R >>', objects: [stream(`%!PS ${PRIVATE}\n/CIDInit /ProcSet findresource begin begincmap 1 beginbfchar <41> <0041> endbfchar endcmap`, `/Owner (${PRIVATE})`)] }],
  ['keys of programs in states, patterns and shades', `/G gs /Pattern cs /P scn /S sh ${WORDS}`, { page: '/Resources << /Font << /F1 3 0 R >> /ExtGState << /G 100 0 R >> /Pattern << /P 101 0 R >> /Shading << /S 102 0 R >> >>', objects: [`<< /ca 1 /Owner (${PRIVATE}) >>`, `<< /PatternType 2 /Shading 102 0 R /Owner (${PRIVATE}) >>`, `<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 9] /Function << /FunctionType 2 /Domain [0 1] /N 1 >> /Owner (${PRIVATE}) >>`] }],
];

for (const [what, drawing, made] of PLACES)
  test(`${what} goes out of a PDF, and its words stay`, async () => {
    const document = pdf([drawing], made);
    assert.match(document.toString('latin1'), /Private of Ada Owner/);
    const text = await publishedPdf(document);
    assert.doesNotMatch(text, /Private of Ada Owner/);
    assert.match(text, /Storm over the isles/);
  });

test('what readers need of a PDF stays: links, outline, layers, structure with tables, words of drawings', async () => {
  const document = pdf(
    [`/OC /L1 BDC /Span << /MCID 0 /ActualText (Storm) >> BDC ${WORDS} EMC EMC`],
    {
      page: '/Annots [101 0 R]',
      catalogue:
        '/Lang (en) /OCProperties << /OCGs [100 0 R] /D << /ON [100 0 R] >> >> /Outlines 102 0 R /StructTreeRoot 105 0 R /MarkInfo << /Marked true >> /PageLabels << /Nums [0 << /S /D /P (A-) >>] >> /ViewerPreferences << /DisplayDocTitle true >>',
      objects: [
        '<< /Type /OCG /Name (Coast) >>',
        `<< /Type /Annot /Subtype /Link ${BOX} /A << /S /URI /URI (https://isles.example/) >> >>`,
        '<< /Type /Outlines /First 103 0 R /Last 104 0 R /Count 2 >>',
        '<< /Title (Tides) /Parent 102 0 R /Next 104 0 R /Dest [10 0 R /Fit] >>',
        '<< /Title (Winds) /Parent 102 0 R /Prev 103 0 R /A << /S /GoTo /D [10 0 R /Fit] >> >>',
        '<< /Type /StructTreeRoot /K 106 0 R >>',
        '<< /Type /StructElem /S /TH /P 105 0 R /Pg 10 0 R /K 0 /Alt (Height) /A [<< /O /Table /Scope /Column >> << /O /Layout /SpaceAfter 9 >>] >>',
      ],
    },
  );
  const text = await publishedPdf(document);
  for (const kept of [
    '(https://isles.example/)',
    '(Tides)',
    '(Winds)',
    '(Coast)',
    '(Height)',
    '/Scope /Column',
    '(Storm)',
    '/Lang (en)',
    '/SpaceAfter 9',
    '/P (A-)',
    '/DisplayDocTitle true',
    '/S /GoTo',
  ])
    assert.ok(text.includes(kept), kept);
});

test('what a screen reader says of a field of a PDF stays', async () => {
  const text = await publishedPdf(pdf([WORDS], field('/V (9) /TU (Number of the harbour)')));
  assert.match(text, /\/TU \(Number of the harbour\)/);
});

for (const [what, catalogue, layer] of [
  ['is off', '/OFF [100 0 R]', ''],
  ['is off unless it is said to be on', '/BaseState /OFF', ''],
  ['is printed alone', '', '/Usage << /View << /ViewState /OFF >> >>'],
] as const)
  test(`a PDF with a layer that ${what} is refused`, async () => {
    const document = pdf([`/OC /L1 BDC ${WORDS} EMC`], {
      catalogue: `/OCProperties << /OCGs [100 0 R] /D << ${catalogue} >> >>`,
      objects: [`<< /Type /OCG /Name (Notes) ${layer} >>`],
    });
    await assert.rejects(stripped(document, 'application/pdf'), /layers that are not shown/);
  });
