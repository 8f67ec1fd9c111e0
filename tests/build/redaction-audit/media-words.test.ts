import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { mediaTexts } from '../../../src/build/redaction-audit/media-words.ts';
import type { MediumData } from '../../../src/domain/data/medium.ts';
import {
  disclosuresInFolder,
  disclosuresOf,
  entryOf,
  indexedSite,
  SHOWN,
} from '../../support/disclosures.ts';
import { pdf } from '../../support/pdf.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const CAPTION = 'The pilot boat lies on the stones below the light, her mast gone.';
const medium = (fields: object) => ({
  file: 'boat.jpg',
  kind: 'photograph',
  caption: CAPTION,
  altText: 'Two lamps beside a door',
  creditLine: 'unknown',
  ...fields,
});
const withheld = { withheld: { date: '2032-01-15', reason: 'Asked for.' } };
const SITE = {
  'feed.xml': `<content>She says: &#84;he pilot boat lies on the <b>stones</b> below.</content>`,
  'b/index.html': '<img alt="Two lamps beside a door">',
  'c/index.html': '<p>The pilot boat lies on the sand.</p>',
};

test('what is said of a withheld medium stands nowhere', async (t) => {
  const entry = entryOf({ media: [medium(withheld)] });
  const { paths, problems } = await disclosuresOf(t, SITE, entry);
  assert.deepEqual(paths, ['b/index.html', 'feed.xml']);
  const [first] = problems;
  assert.equal(first?.code, 'withheld/medium');
  assert.match(first?.rule ?? '', /boat\.jpg of .*ice\.mdx is published nowhere/);
  assert.doesNotMatch(JSON.stringify(problems), /pilot boat lies/);
});

test('what a published article says too may stand anywhere, and what is said of a published medium', async (t) => {
  const entry = entryOf({ media: [medium(withheld)] });
  const shown = {
    ...SHOWN,
    paragraphs: [{ id: 'p-aaaaaaaa', text: `${CAPTION} Two lamps beside a door.` }],
  };
  assert.deepEqual((await disclosuresOf(t, SITE, entry, shown)).paths, []);
  const facts = { sha256: '', bytes: 1, type: 'image/jpeg' };
  const published = entryOf({ media: [medium({ id: 'm-aaaaaaaaaaaa', facts })] });
  assert.deepEqual((await disclosuresOf(t, SITE, published)).paths, []);
  const draft = entryOf({ draft: true, media: [medium(withheld)] });
  assert.deepEqual((await disclosuresOf(t, SITE, draft)).paths, []);
});

/** A medium as the data of its article have it. */
const dataOf = (fields: Partial<MediumData>): MediumData => ({
  ...{ kind: 'facsimile', decorative: false, personsShown: [], regions: [] },
  ...{ caption: CAPTION, altText: 'Two lamps beside a door' },
  ...fields,
});
/** A scan that is not shown, since it may hold words that its article withholds. */
const SILENT = entryOf({
  media: [medium({ kind: 'facsimile', file: 'page.png' })],
  withheld: [{ name: 'Perrin Quaile', as: 'a minor', reason: 'Asked for.', date: '2032-01-15' }],
});

test('what is said of a medium that may hold withheld words stands nowhere, its own data are no excuse', async (t) => {
  const leaking = { ...SHOWN, media: [dataOf({})] };
  const site = { ...SITE, 'index.json': JSON.stringify(leaking) };
  const { paths } = await disclosuresOf(t, site, SILENT, leaking);
  assert.deepEqual([...new Set(paths)], ['b/index.html', 'feed.xml', 'index.json']);
});

test('the index of words holds what is said of media that are shown, and of no other', async (t) => {
  const shown = [dataOf({ id: 'm-aaaaaaaaaaaa', kind: 'photograph' })];
  const site = await indexedSite(t, { media: shown });
  for (const entry of [SILENT, entryOf({ media: [medium(withheld)] })]) {
    for (const media of [[], [dataOf({})]]) {
      const { paths } = await disclosuresInFolder(site, entry, { ...SHOWN, media });
      assert.ok(paths.length > 0 && paths.every((path) => path.startsWith('search/words/')));
    }
    assert.deepEqual(
      (await disclosuresInFolder(site, entry, { ...SHOWN, media: shown })).paths,
      [],
    );
    const silent = await indexedSite(t, { media: [dataOf({})] });
    assert.deepEqual((await disclosuresInFolder(silent, entry)).paths, []);
  }
});

const page = (strings: string, prefix = '', size = 'WIDTH="100" HEIGHT="100"') => {
  const name = (local: string) => `${prefix}${local}`;
  const space = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  return `<${name('alto')} ${space}="http://www.loc.gov/standards/alto/ns-v3#"><${name('Layout')}><${name('Page')} ${size}><${name('TextLine')}>${strings}</${name('TextLine')}></${name('Page')}></${name('Layout')}></${name('alto')}>`;
};
const KINDS = { ocr: 'facsimile', captions: 'video', transcript: 'audio' };
const AT = 'HPOS="1" VPOS="1" WIDTH="9" HEIGHT="9"';

for (const [form, field, text] of [
  ['ALTO', 'ocr', page(`<String CONTENT="&#201;va" ${AT}/><String CONTENT="Quaile" ${AT}/>`)],
  [
    'ALTO in single quotes',
    'ocr',
    page(`<String CONTENT='Éva' ${AT}/><String CONTENT='Quaile' ${AT}/>`),
  ],
  [
    'ALTO with a prefix',
    'ocr',
    page(`<a:String CONTENT='Éva' ${AT}/><a:String CONTENT="Quaile" ${AT}/>`, 'a:'),
  ],
  ['ALTO with a fault', 'ocr', page(`<String CONTENT='Éva'/><String CONTENT = "Quaile"/>`, '', '')],
  [
    'hOCR',
    'ocr',
    '<div class="ocr_page" title="bbox 0 0 99 99"><span class="ocr_line" title="bbox 1 1 9 9">&Eacute;va Quaile</span></div>',
  ],
  ['captions', 'captions', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo>Éva&nbsp;<i>Quaile</i>\n'],
  ['a transcript', 'transcript', 'Bo asked for\nÉva\nQuaile.\n'],
] as const)
  test(`the words of a withheld medium are known of ${form}`, async (t) => {
    const root = scratchFolder(t);
    write(root, { 'articles/2032/01/08/ice.words': text });
    const beside = field === 'captions' ? [{ file: 'ice.words', lang: 'en' }] : 'ice.words';
    const entry = entryOf({
      media: [medium({ kind: KINDS[field], [field]: beside, ...withheld })],
    });
    const article = { id: '2032/01/08/ice', path: `${root}/articles/2032/01/08/ice.mdx` };
    const said = (await mediaTexts(article, entry)).map((one) => one.text).join(' ');
    assert.match(said.replace(/\s+/g, ' '), /Éva Quaile/);
  });

test('what a screen reader says of a withheld document stands nowhere either', async (t) => {
  const folder = scratchFolder(t);
  const label = 'The number of the house of the keeper';
  const field = `<< /Type /Annot /Subtype /Widget /Rect [50 600 300 700] /F 4 /FT /Tx /T (a) /TU (${label}) >>`;
  const form = pdf(['0 0 9 9 re f'], { page: '/Annots [100 0 R]', objects: [field] });
  write(folder, { 'form.pdf': form });
  const entry = entryOf({ media: [medium({ file: 'form.pdf', kind: 'document', ...withheld })] });
  const texts = await mediaTexts({ id: 'ice', path: join(folder, 'ice.mdx') }, entry);
  assert.ok(texts.some(({ text }) => text === label));
});

const WORDS = 'The keeper of the light has seven painted herons behind the store';
const LINE = `BT /F1 12 Tf 20 300 Td (${WORDS}) Tj ET`;
const drawing = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 100">${content}</svg>`;
const pieces = (parts: readonly string[], end: string) =>
  drawing(parts.map((part) => `<text x="9" y="9">${part}${end}</text>`).join('\n'));

for (const [form, name, bytes] of [
  [
    'a PDF with a layer that is not shown',
    'a.pdf',
    pdf([`/OC /L1 BDC ${LINE} EMC`], {
      catalogue: '/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>',
      objects: ['<< /Type /OCG /Name (Hidden) >>'],
    }),
  ],
  [
    'a PDF with a script',
    'a.pdf',
    pdf([LINE], { catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
  ],
  [
    'a PDF behind which something stands',
    'a.pdf',
    Buffer.concat([pdf([LINE]), Buffer.from('more than a PDF may end with '.repeat(9))]),
  ],
  ['a drawing', 'a.svg', drawing(`<text>${WORDS}</text>`)],
  ['a drawing in words', 'a.svg', pieces(WORDS.split(' '), '')],
  ['a drawing in letters', 'a.svg', pieces([...WORDS], '')],
  ['a drawing in pieces within words', 'a.svg', pieces(WORDS.split(/(?<=r)/), '')],
  ['a drawing in tspans', 'a.svg', drawing(`<text>${WORDS.replaceAll('e', 'e<tspan dx="1">')}`)],
  ['a drawing in CDATA', 'a.svg', drawing(`<text><![CDATA[${WORDS}]]></text>`)],
  ['a drawing with a script', 'a.svg', drawing(`<script>x</script><text>${WORDS}</text>`)],
  ['a drawing in UTF-16', 'a.svg', Buffer.from(`\ufeff${drawing(`<text>${WORDS}`)}`, 'utf16le')],
] as const)
  test(`all words of a withheld medium are sought, of ${form} too`, async (t) => {
    const folder = scratchFolder(t);
    write(folder, { [name]: bytes });
    const kind = name === 'a.pdf' ? 'document' : 'graphic';
    const entry = entryOf({ media: [medium({ file: name, kind, ...withheld })] });
    const texts = await mediaTexts({ id: 'ice', path: join(folder, 'ice.mdx') }, entry);
    assert.ok(texts.some(({ text }) => text.replace(/\s+/g, ' ').includes(WORDS)));
  });

test('what stands on every chart, or is of a program, is no word of a withheld drawing', async (t) => {
  const folder = scratchFolder(t);
  const labels = '0 10 20 1,000 2031 50% Jan Feb. March Monday Tue'.split(' ');
  const content = `<style>.a{fill:none;stroke:red}</style><!-- made in Holm --><desc>Produced by a program of 2031</desc>${labels.map((one) => `<text>${one}</text>`).join('')}<text>Herons</text>`;
  write(folder, { 'a.svg': drawing(content) });
  const entry = entryOf({ media: [medium({ file: 'a.svg', kind: 'graphic', ...withheld })] });
  const texts = await mediaTexts({ id: 'ice', path: join(folder, 'ice.mdx') }, entry);
  assert.deepEqual(
    texts.map(({ text }) => text),
    [CAPTION, 'Two lamps beside a door', 'Herons'],
  );
});

for (const encoding of ['utf16le', 'latin1'] as const)
  test(`the words of a withheld scan are known of ALTO in ${encoding}`, async (t) => {
    const root = scratchFolder(t);
    const alto = page(`<String CONTENT="Éva" ${AT}/><String CONTENT="Quaile" ${AT}/>`);
    const bytes = Buffer.from(encoding === 'latin1' ? alto : `\ufeff${alto}`, encoding);
    write(root, { 'ice.words': bytes });
    const entry = entryOf({
      media: [medium({ kind: 'facsimile', ocr: 'ice.words', ...withheld })],
    });
    const texts = await mediaTexts({ id: 'ice', path: join(root, 'ice.mdx') }, entry);
    assert.match(texts.map(({ text }) => text).join(' '), /Éva\s+Quaile/);
  });
