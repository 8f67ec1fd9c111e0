import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { captureOf } from '../../../src/import/writing/capture.ts';
import { disclosuresOf, entryOf, withheld } from '../../support/disclosures.ts';
import { pdf } from '../../support/pdf.ts';

const nfd = 'Élodie Quaile'.normalize('NFD');
const packed = (text: string) => gzipSync(Buffer.from(text));
const shifted = (by: number) => (text: string) =>
  String.fromCodePoint(...Array.from(text, (letter) => by + letter.charCodeAt(0)));
const tagged = shifted(0xe0000);
const selected = shifted(0xe0100 - 16);
const cbor = (...texts: string[]) =>
  gzipSync(
    Buffer.concat([
      Buffer.from('pagefind_dcd'),
      Buffer.from([0x80 | texts.length]),
      ...texts.flatMap((text) => [Buffer.from([0x78, Buffer.byteLength(text)]), Buffer.from(text)]),
    ]),
  );

const utf16 = (text: string) =>
  `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
const field = (label: string) =>
  pdf(['0 0 9 9 re f'], {
    page: '/Annots [100 0 R]',
    objects: [
      `<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /F 4 /FT /Tx /T (a) /TU ${label} >>`,
    ],
  });
const packedPdf = (drawing: string) => {
  const data = deflateSync(Buffer.from(drawing, 'latin1'));
  return pdf([''], {
    page: '/Contents 100 0 R',
    objects: [
      `<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`,
    ],
  });
};

const kept = (text: string, encoding: string, as: BufferEncoding) =>
  captureOf({ bytes: Buffer.from(text, as), encoding, time: '2031-04-03' }, {});

// biome-ignore format: a table, a hiding place a row
const HIDING_PLACES: [what: string, path: string, content: string | Uint8Array][] = [
  ['the label of a field of a PDF', 'form.pdf', field('(\xc9lodie Quaile)')],
  ['the same with escapes', 'form.pdf', field('(By \\311lod\\151e \\\nQu\\\naile)')],
  ['the same in digits', 'form.pdf', field(utf16('By Élodie Quaile'))],
  ['what a screen reader says of a part of a PDF', 'form.pdf', packedPdf(`/Span << /ActualText ${utf16('Élodie Quaile')} >> BDC EMC`)],
  ['the description of a part of a PDF', 'form.pdf', packedPdf('/Figure << /MCID 0 /Alt (\xc9lodie Quaile) >> BDC EMC')],
  ['plain text', 'llms.txt', 'By Élodie Quaile.'],
  ['a heading', 'index.html', '<h1>Élodie Quaile lost</h1>'],
  ['a title', 'index.html', '<title>Élodie Quaile · Cuttings</title>'],
  ['a meta description', 'index.html', '<meta name="description" content="Of Élodie Quaile.">'],
  ['an attribute without quotation marks', 'index.html', '<a title=Élodie&#32;Quaile>she</a>'],
  ['a comment', 'index.html', '<!-- Élodie Quaile -->'],
  ['two words parted by tags', 'index.html', '<p><em>Élodie</em> <a href="/x/">Quaile</a></p>'],
  ['a word parted by tags', 'index.html', '<p>Él<b>odie</b> Qu<wbr>aile</p>'],
  ['a word that a tag ends', 'index.html', '<p>Élodie Quaile<sup>1</sup></p>'],
  ['a drawing whose words are parted where a letter is moved', 'media/m-a/file.svg', '<svg><text>Élodie <tspan>Quai</tspan><tspan dx="1">le</tspan></text></svg>'],
  ['a drawing whose words are in two texts', 'media/m-a/file.svg', '<svg><text>Off Holm</text>\n<text>Élodie Quai</text>\n<text x="70">le</text><text>lost</text></svg>'],
  ['a drawing whose words are in three texts', 'media/m-a/file.svg', '<?xml version="1.0"?>\n<svg xmlns="x"><text>Off</text><text>Élodie</text><text>Qua</text><text>ile</text><text>lost</text></svg>'],
  ['a drawing whose words are in texts and pieces', 'media/m-a/file.svg', '<s:svg xmlns:s="x"><s:text>Él<s:tspan>od</s:tspan></s:text><s:g><s:text>ie</s:text></s:g><s:text>Quaile</s:text></s:svg>'],
  ['a drawing whose letters are in texts', 'media/m-a/file.svg', `<svg>${[...'Élodie Quaile'].map((one) => `<text>${one}</text>`).join('')}</svg>`],
  ['a drawing whose word holds a title', 'media/m-a/file.svg', '<svg><text>Élodie Quai<tspan><title>x</title></tspan>le</text></svg>'],
  ['a drawing whose word holds an empty element', 'media/m-a/file.svg', '<svg><text>Élodie Quai<title/><g/>le</text></svg>'],
  ['a drawing whose words stand on lines', 'media/m-a/file.svg', '<svg><text><tspan x="0">Élodie</tspan><tspan x="0" dy="9">Quaile</tspan></text></svg>'],
  ['a drawing of which a word stands on a path', 'media/m-a/file.svg', '<svg><text>Élodie Quai<textPath href="#p">le</textPath></text></svg>'],
  ['a line end and wide spaces', 'index.html', '<p>Élodie\n   \u00a0Quaile</p>'],
  ['references by name', 'index.html', '<p>&Eacute;lodie&nbsp;Quaile</p>'],
  ['references by number', 'index.html', '<p>&#201;lodie&#x20;&#81;uaile</p>'],
  ['references of references', 'feed.xml', '<content>&amp;Eacute;lodie Quaile</content>'],
  ['escapes of JSON', 'index.json', '{"a":"\\u00c9lodie\\u0020Quaile"}'],
  ['a line end in JSON', 'index.json', '{"a":"Élodie\\nQuaile"}'],
  ['escapes of a script', 'a.js', 'const a = "\\xc9lodie \\u{51}uaile";'],
  ['a field of CSV', 'figures.csv', 'id,group\n1,"Élodie Quaile, 9"\n'],
  ['XML', 'sitemap.xml', '<urlset><title>Élodie Quaile</title></urlset>'],
  ['percent-encoding', 'index.html', '<a href="/search/?q=%C3%89lodie%20Quaile">more</a>'],
  ['percent-encoding of percent-encoding', 'index.html', '<a href="/r?u=%252F%25C3%2589lodie%252520Quaile">more</a>'],
  ['an address', 'index.html', '<a href="/people/elodie-quaile/">more</a>'],
  ['the path of a file', 'people/elodie-quaile/index.html', '<p>A person.</p>'],
  ['capitals', 'index.html', '<p>ÉLODIE QUAILE</p>'],
  ['small letters without accents', 'index.html', '<p>elodie quaile</p>'],
  ['accents stored apart', 'index.html', nfd],
  ['wide letters', 'index.html', 'Élodie Ｑｕａｉｌｅ'],
  ['a soft hyphen', 'index.html', '<p>Élodie Quai\u00adle</p>'],
  ['a soft hyphen by reference', 'index.html', '<p>Élodie Quai&shy;le</p>'],
  ['a sign of no width', 'index.html', '<p>Élodie Quai\u200ble</p>'],
  ['words run together', 'index.html', '<p>#ElodieQuaile</p>'],
  ['another apostrophe', 'index.html', "<p>Dunstane O'Keel</p>"],
  ['Arabic with vowel signs and a particle', 'index.html', '<p>وقالت لِليلى مرزوق</p>'],
  ['Chinese among other words', 'index.html', '<p>昨天林小河到了</p>'],
  ['a packed file', 'a.gz', packed('By Élodie Quaile.')],
  ['a capture', '2031/04/02/storm/storm.warc.gz', kept('By Élodie Quaile.', 'utf-8', 'utf8')],
  ['a capture of Latin letters', '2031/04/02/storm/storm.warc.gz', kept('By Élodie Quaile.', 'windows-1252', 'latin1')],
  ['a capture of two bytes a letter', '2031/04/02/storm/storm.warc.gz', kept('By Élodie Quaile.', 'utf-16le', 'utf16le')],
  // A letter there, or a digit, begins a text or a number in CBOR, behind which nothing was read.
  ['a packed file that begins with a small letter', 'a.gz', packed('by the ferry, with Élodie Quaile.')],
  ['a packed file that begins with a digit', 'a.gz', packed('2 April 2031: Élodie Quaile left.')],
  ['the name as it is filed', 'index.html', '<p>Quaile, Élodie, 9</p>'],
  ['the name as it is filed, in an attribute', 'index.html', '<img alt="Quaile, Élodie">'],
  ['the name as it is filed, in fields of CSV', 'figures.csv', 'id,last,first\n1,Quaile,Élodie\n'],
  ['the name as it is filed, in JSON', 'names.json', '[["quorn"],["Quaile, Élodie"]]'],
  ['the name as it is filed, in capitals', 'index.html', '<h2>QUAILE, ÉLODIE</h2>'],
  ['an address that has it the other way round', 'index.html', '<a href="/people/quaile-elodie/">more</a>'],
  ['the path of a file the other way round', '2032/02/02/quaile-elodie-found/index.html', '<p>Found.</p>'],
  ['a redirect', '_redirects', '/2032/02/02/quaile-elodie/ /2032/02/02/found/ 301'],
  ['the words run together the other way round', 'index.html', '<p>@quaileelodie</p>'],
  ['the words run together, with digits after them', 'index.html', '<p>See élodie: elodiequaile2019</p>'],
  ['a name of an account', 'index.html', '<p>@elodie_quaile_ wrote</p>'],
  ['a name of an account with digits', 'index.html', '<a href="https://net.example/@QuaileElodie07">her</a>'],
  ['an address of post', 'llms.txt', 'Write to elodiequaile1@post.example.'],
  ['a middle initial', 'index.html', '<p>Élodie P. Quaile left.</p>'],
  ['a middle initial without a full stop', 'index.html', '<p>Élodie P Quaile left.</p>'],
  ['a middle initial in an address', 'index.html', '<a href="/people/elodie-p-quaile/">more</a>'],
  ['a middle name', 'index.html', '<p>Élodie Rosamund Quaile left.</p>'],
  ['an initial', 'index.html', '<p>É. Quaile left.</p>'],
  ['an initial, the name as it is filed', 'feed.xml', '<name>Quaile, É.</name>'],
  ['an initial in an address', 'index.html', '<a href="/people/d-o-keel/">more</a>'],
  ['a plural', 'index.html', '<p>Both Élodie Quailes left.</p>'],
  ['a possessive', 'index.html', '<p>Élodie Quaile’s boat</p>'],
  ['a possessive by reference', 'index.html', '<p>Élodie Quaile&rsquo;s boat</p>'],
  ['a German genitive', 'index.html', '<p>Élodie Quailens Boot</p>'],
  ['a Cyrillic letter in it', 'index.html', '<p>Élodie Qu\u0430ile</p>'],
  ['Cyrillic capitals in it', 'index.html', '<p>ÉL\u041eDIE QUAIL\u0415</p>'],
  ['a Greek letter in it', 'index.html', '<p>Él\u03bfdie Quaile</p>'],
  ['an Armenian and a Cherokee letter in it', 'index.html', '<p>Él\u0585die Qu\u13aaile</p>'],
  ['letters of small capitals in it', 'index.html', '<p>Él\u1d0fdie Quaile</p>'],
  ['small capitals', 'index.html', '<p>ᴇ́ʟᴏᴅɪᴇ ǫᴜᴀɪʟᴇ, ᴅᴜɴꜱᴛᴀɴᴇ ᴏ’ᴋᴇᴇʟ</p>'],
  ['turned letters', 'index.html', '<p>ǝlodᴉǝ qnɐᴉlǝ, Élodᴉǝ Quɐᴉʅǝ</p>'],
  ['letters upside down', 'index.html', '<p>ǝʅᴉɐnb ǝᴉpoʅǝ</p>'],
  ['letters of flags', 'index.html', '<p>🇪🇱🇴🇩🇮🇪 🇶🇺🇦🇮🇱🇪</p>'],
  ['letters in black squares', 'index.html', '<p>🅴🅻🅾🅳🅸🅴 🅠🅤🅐🅘🅛🅔</p>'],
  ['invisible tags', 'index.html', `<p>Ice${tagged('elodie quaile')} left.</p>`],
  ['a word broken by a tag', 'index.html', `<p>Élodie Qu${tagged('x')}aile</p>`],
  ['a word broken by variation selectors', 'index.html', '<p>Élo\ufe0fdie Qu\u{e0101}ai&#xfe00;le</p>'],
  ['bytes in variation selectors', 'index.html', `<p>😀${selected('elodie quaile')}</p>`],
  ['a word broken by a letter that shows nothing', 'index.html', '<p>Élodie Qu\u3164ai\u2062le</p>'],
  ['a digit for a letter', 'index.html', '<p>É1odie Quai1e, É10die</p>'],
  ['digits for letters', 'index.html', '<p>3l0d13 Qu41l3 left.</p>'],
  ['digits for letters of one word', 'index.html', '<p>Élodie Qua1le, Quai1e</p>'],
  ['a digit for an i', 'index.html', '<p>Élod1e Quaile</p>'],
  ['digits for letters, the other way round', 'index.html', '<a href="/people/qua1l3-3lodie/">more</a>'],
  ['letters of mathematics', 'index.html', '<p>𝐄𝐥𝐨𝐝𝐢𝐞 𝐐𝐮𝐚𝐢𝐥𝐞</p>'],
  ['letters apart', 'index.html', '<p>É l o d i e Q u a i l e</p>'],
  ['letters apart of one word', 'index.html', '<p>Élodie Q u a i l e</p>'],
  ['letters with full stops', 'index.html', '<p>Élodie Q.u.a.i.l.e</p>'],
  ['letters in elements of their own, a space apart', 'index.html', '<p>Élodie <b>Q</b> <b>u</b> <b>a</b> <b>i</b> <b>l</b> <b>e</b></p>'],
  ['a letter in each cell of a table', 'index.html', `<tr>${[...'ÉlodieQuaile'].map((letter) => `<td>${letter}</td>`).join('\n')}</tr>`],
  ['a letter in each item of a list', 'index.html', `<ul>${[...'ÉlodieQuaile'].map((letter) => `<li><p>${letter}</p></li>`).join('')}</ul>`],
  ['a surname in items of a list', 'index.html', `Élodie ${[...'Quaile'].map((letter) => `<li>${letter}</li>`).join('')}`],
  ['letters between bars', 'llms.txt', '|É|l|o|d|i|e|Q|u|a|i|l|e|'],
  ['letters between commas, as data', 'a.json', JSON.stringify([...'ÉlodieQuaile'])],
  ['a word parted at a hyphen', 'index.html', '<p>Élodie Quai-le left.</p>'],
  ['letters that run backwards', 'index.html', '<p><bdo dir="rtl">eliauQ eidolÉ</bdo></p>'],
  ['letters of each word that run backwards', 'index.html', '<p>eidolÉ eliauQ</p>'],
  ['a letter that an override turns', 'index.html', '<p>\u202eeliauQ eidolÉ\u202c</p>'],
  ['Arabic the other way round', 'index.html', '<p>مرزوق، ليلى</p>'],
  ['capitals and a comma by reference', 'index.html', '<p>QUAILE&#44; &Eacute;LODIE</p>'],
  ['the other way round, encoded', 'index.html', '<a href="/?q=Quaile%2C%20%C3%89lodie">more</a>'],
  ['the other way round, escaped', 'a.js', 'const a = "Quaile\\u002c \\u00c9lodie";'],
  ['a text of Pagefind’s own the other way round', 'search/words/x/en.pf_meta', cbor('one', 'Quaile, Élodie')],
  ['a text of Pagefind’s own', 'search/words/x/en.pf_meta', cbor('one', 'Élodie Quaile')],
];

for (const [what, path, content] of HIDING_PLACES) {
  test(`withheld words are found in ${what}`, async (t) => {
    const { paths, problems } = await disclosuresOf(t, {
      [path]: content,
      'safe.html': '<p>[a minor]</p>',
    });
    assert.deepEqual([...new Set(paths)], [path]);
    const [problem] = problems;
    assert.ok(problem);
    assert.ok(problem.file.endsWith(path), problem.file);
    assert.match(
      problem.rule,
      /2032\/01\/08\/ice\.mdx shows as “\[a minor\]” stand nowhere in the site/,
    );
    assert.match(problem.fix, /[Tt]ake (?:them|this path) out/);
    assert.match(problem.fix, /ice\.mdx: except: \[\{ words:/);
    // Whoever reads what a build says is not told either, but for the name of a file.
    assert.ok(!/quaile|keel|مرزوق|林/i.test(`${problem.words} ${problem.rule} ${problem.fix}`));
  });
}

// biome-ignore format: a table, a hiding place a row
const OF_ONE_NAME: [what: string, name: string, content: string, path?: string][] = [
  ['a plural', 'Tovold', '<p>All the Tovolds left.</p>'],
  ['another’s given name before it', 'Tovold', '<p>Orrin Tovold left.</p>'],
  ['small letters in an address', 'Tovold', '<a href="/2032/02/02/tovold-case/">more</a>'],
  ['digits for letters', 'Sisitat', '<p>5i5174t left.</p>'],
  ['a turned m', 'Mirren Tovold', '<p>ɯᴉɹɹen Tovold</p>'],
  ['a turned m for a w', 'Wenna Tovold', '<p>ɯenna Tovold</p>'],
  ['a flag after it', 'Tovold', '<p>Tovold🇸🇪 left.</p>'],
  ['letters apart', 'Tovold', '<p>T o v o l d</p>'],
  ['letters that run backwards', 'Tovold', '<p><bdo dir="rtl">dlovoT</bdo> left.</p>'],
  ['letters that a style turns', 'Tovold', '<i style="unicode-bidi:bidi-override;direction:rtl">dlovoT</i>'],
  ['a Russian case', 'Тоболова', '<p>о Тоболовой и сестре</p>'],
  ['a Russian case of both words', 'Инна Тоболова', '<p>об Инне Тоболовой</p>'],
  ['Russian capitals, of which some look like Latin ones', 'Инна Тоболова', '<h1>ИННА ТОБОЛОВА</h1>'],
  ['Russian in Latin letters', 'Инна Тоболова', '<a href="/people/inna-tobolova/">more</a>'],
  ['a Russian patronymic between', 'Инна Тоболова', '<p>Инна Петровна Тоболова</p>'],
  ['a Greek case', 'Νίκος Ταβουλάρης', '<p>του Νίκου Ταβουλάρη</p>'],
  ['Greek capitals', 'Νίκος Ταβουλάρης', '<p>ΝΙΚΟΣ ΤΑΒΟΥΛΑΡΗΣ</p>'],
  ['without the name in the middle', 'Perrin Ode Tovold', '<p>Perrin Tovold left.</p>'],
  ['with initials of all but the last', 'Perrin Ode Tovold', '<p>P. O. Tovold left.</p>'],
  ['as it is filed, with two given names', 'Perrin Ode Tovold', '<p>Tovold, Perrin Ode</p>'],
  ['as it is filed, with a particle', 'Perrin van Tovold', '<p>van Tovold, Perrin</p>'],
  ['a word of the language, beside what stands beside it in its article', 'Mark', '<p>mark my words: Mark Tovold left</p>'],
  ['a name of two letters, beside what stands beside it in its article', 'Li', '<p>Then Li Tovold left.</p>'],
  ['that the other way round', 'Mark', '<p>mark my words: Tovold, Mark</p>'],
];

for (const [what, name, content, path = 'index.html'] of OF_ONE_NAME) {
  test(`a withheld name is found in ${what}`, async (t) => {
    const shown = {
      id: '2032/01/08/ice',
      heading: 'Ice',
      paragraphs: [{ id: 'p-aaaaaaaa', text: '[a minor] Tovold left.' }],
    };
    const { paths } = await disclosuresOf(t, { [path]: content }, entryOf(withheld([name])), shown);
    assert.deepEqual([...new Set(paths)], [path]);
  });
}

test('every spelling of a record is found that has the withheld name among them', async (t) => {
  const data = {
    name: 'Inna Tobolova', sortName: 'Tobolova, Inna', aliases: ['Инна Тоболова', '托博洛娃'],
    sameAs: [], distinctFrom: [], formerly: [],
      corrections: [],
  }; // biome-ignore format: a list reads better than a column
  const record = { kind: 'people', id: 'the-skater', path: '', digest: '', data } as const;
  const files = {
    'a.html': '<p>Инне Тоболовой</p>',
    'b.html': '<p>托博洛娃</p>',
    'c.html': '<a href="/people/the-skater/">she</a>',
    'd.html': '<p>Inna’s sister Ada</p>',
  };
  const found = (except: object[]) =>
    disclosuresOf(t, files, entryOf(withheld(['Inna Tobolova'], except)), undefined, [record]);
  assert.deepEqual([...new Set((await found([])).paths)], ['a.html', 'b.html', 'c.html']);
  const other = {
    words: 'Inna Tobolova',
    at: ['/people/the-skater/'],
    reason: 'A skater.',
    by: 'O. Ferro',
    date: '2032-01-15',
  };
  assert.deepEqual((await found([other])).paths, []);
});
