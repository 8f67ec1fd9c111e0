import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { pathOf } from '../../../../src/import/formats/newspaper/page-files.ts';
import { inputsOf } from '../../../../src/import/input.ts';
import { itemsOf } from '../../../../src/import/item.ts';
import { readingsOf } from '../../../support/readings.ts';

const folder = mkdtempSync(join(tmpdir(), 'newspaper-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Words of a line, a space between; `|` at the end parts the word from the next line’s first. */
const line = (words: string, said = '') =>
  `<TextLine>${words
    .split(' ')
    .map((word) => `<String CONTENT="${word}" ${said}/>`)
    .join('<SP/>')}</TextLine>`;
const block = (id: string, ...lines: string[]) =>
  `<TextBlock ID="${id}">${lines.map((words) => (words.startsWith('<') ? words : line(words))).join('')}</TextBlock>`;
const alto = (blocks: string, version = 'http://www.loc.gov/standards/alto/ns-v4#') =>
  `<?xml version="1.0"?><alto xmlns="${version}"><Layout><Page><PrintSpace>${blocks}</PrintSpace></Page></Layout></alto>`;

const mods = (id: string, inside: string) =>
  `<mets:dmdSec ID="${id}"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods>${inside}</mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>`;
const PAPER =
  '<mods:titleInfo><mods:nonSort>The</mods:nonSort><mods:title>Quern Courier</mods:title></mods:titleInfo><mods:originInfo><mods:dateIssued encoding="w3cdtf">1901-04-02</mods:dateIssued></mods:originInfo><mods:language><mods:languageTerm type="code">eng</mods:languageTerm></mods:language>';
const div = (type: string, inside: string, said = '') =>
  `<mets:div TYPE="${type}" ${said}>${inside}</mets:div>`;
const area = (begin: string, file = 'A1') =>
  `<mets:fptr><mets:area FILEID="${file}" BETYPE="IDREF" BEGIN="${begin}"/></mets:fptr>`;
const paragraph = (...areas: string[]) =>
  div('PARAGRAPH', div('TEXT', areas.map((one) => area(one)).join('')));

interface Made {
  records?: string;
  files?: readonly string[];
  logical?: string;
  rest?: string;
}
const mets = ({ records = '', files = ['file://./alto/1.xml'], logical = '', rest = '' }: Made) =>
  `<?xml version="1.0"?><mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">${mods('ISSUE', PAPER)}${records}<mets:fileSec><mets:fileGrp USE="Text">${files.map((href, index) => `<mets:file ID="A${index + 1}" MIMETYPE="text/xml"><mets:FLocat LOCTYPE="URL" xlink:href="${href}"/></mets:file>`).join('')}</mets:fileGrp></mets:fileSec><mets:structMap TYPE="LOGICAL">${div('Newspaper', div('ISSUE', div('CONTENT', logical), 'DMDID="ISSUE"'))}</mets:structMap>${rest}</mets:mets>`;

let count = 0;
/** Lays files into a folder of their own, and reads all that is found there, or one of them. */
async function found(files: Readonly<Record<string, string>>, named = '') {
  const own = join(folder, `${count++}`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(own, name)), { recursive: true });
    writeFileSync(join(own, name), text);
  }
  return readAll(join(own, named));
}
async function readAll(path: string) {
  const read: string[] = [];
  for (const input of inputsOf(path)) {
    if ('fault' in input) throw input.fault;
    for await (const { item } of itemsOf(input, undefined)) {
      const { reading } = item;
      const place = item.origin.slice(item.origin.lastIndexOf('/') + 1);
      if ('fault' in reading) read.push(`${place} fails: ${reading.fault}`);
      else if ('skipped' in reading) read.push(`${place} ${reading.as}: ${reading.skipped}`);
      else {
        const {
          title,
          date,
          author,
          publisher,
          lang,
          mdx,
          notes,
          subjects = [],
        } = reading.document;
        read.push(
          [
            place,
            title,
            date,
            author,
            publisher,
            lang,
            subjects.join('/'),
            mdx.trim().replaceAll('\n\n', ' ¶ '),
            ...notes,
          ].join('; '),
        );
      }
    }
  }
  return read;
}

test('pages of hOCR: a METS file names their paragraphs, areas, lines or words', async () => {
  const word = (id: string, words: string) =>
    `<span class="ocrx_word" id="${id}" title="bbox 1 1 9 9; x_wconf 96">${words}</span>`;
  const lineOf = (id: string, words: string) =>
    `<span class="ocr_line" id="${id}" title="bbox 1 1 90 9">${words
      .split(' ')
      .map((one, at) => word(`${id}w${at}`, one))
      .join(' ')}</span>`;
  const par = (id: string, ...lines: string[]) =>
    `<p class="ocr_par" id="${id}" title="bbox 1 1 90 90">${lines.map((one, at) => lineOf(`${id}l${at}`, one)).join('')}</p>`;
  const hocr = (inside: string) =>
    `<!DOCTYPE html><html><head><meta name="ocr-system" content="x"></head><body><div class="ocr_page" id="page_1" title="bbox 0 0 100 100">${inside}</div></body></html>`;
  const first = hocr(
    `<div class="ocr_carea" id="c1">${par('h', 'From the port')}</div><div class="ocr_carea" id="c2">${par('a', 'The harbour was', 'full of boats.')}${par('b', 'Nobody came.')}</div>${par('c', 'The lamp is lit.')}${par('d', 'Of another article.')}`,
  );
  const logical =
    div(
      'ARTICLE',
      div('HEADING', div('TITLE', area('h'))) +
        div('BODY', paragraph('a') + paragraph('bl0') + paragraph('cl0w1') + paragraph('x')),
    ) + div('ARTICLE', div('BODY', div('TEXT', area('d')) + div('TEXT', area('e', 'A2'))));
  const files = {
    'issue-mets.xml': mets({ files: ['ocr/1.hocr', 'ocr/2.html'], logical }).replaceAll(
      'MIMETYPE="text/xml"',
      'MIMETYPE="text/vnd.hocr+html"',
    ),
    'ocr/1.hocr': first,
    'ocr/2.html': hocr(par('e', 'It goes on here.')),
  };
  assert.deepEqual(await found(files), [
    'issue-mets.xml, part 1; From the port; 1901-04-02; ; The Quern Courier; en; ; The harbour was full of boats. ¶ Nobody came. ¶ The lamp is lit.; on page 1 of its issue; one block of it that its pages do not have as text left out',
    'issue-mets.xml, part 2; ; 1901-04-02; ; The Quern Courier; en; ; Of another article. ¶ It goes on here.; on page 1, 2 of its issue',
    '1.hocr file: it is a page of an issue whose METS file is imported',
    '2.html file: it is a page of an issue whose METS file is imported',
  ]);
  const area2 = div('ARTICLE', div('BODY', paragraph('c2')));
  assert.match(
    `${await found({ ...files, 'issue-mets.xml': files['issue-mets.xml'].replace(logical, area2) })}`,
    /; The harbour was full of boats\. Nobody came\.; on page 1/,
  );
  assert.match(
    `${await found({ ...files, 'issue-mets.xml': files['issue-mets.xml'].replace(logical, '') })}`,
    /issue-mets\.xml, page 1; .*it is a whole page \(5 blocks\).*issue-mets\.xml, page 2; .*It goes on here/,
  );
  const two = first.replace('</body>', `${hocr(par('z', 'More.')).slice(first.indexOf('<div'))}`);
  assert.match(
    `${await found({ ...files, 'ocr/1.hocr': two })}`,
    /Its page “ocr\/1\.hocr” is hOCR of several pages\. Give each page a file of its own/,
  );
});

test('an article whose parts each name all blocks of a page fails, since they multiply', async () => {
  const blocks = Array.from({ length: 150 }, (_, at) => block(`B${at}`, 'words'));
  const whole =
    '<mets:fptr><mets:area FILEID="A1" BETYPE="IDREF" BEGIN="B0" END="B149"/></mets:fptr>';
  const [read] = await found(
    {
      'issue-mets.xml': mets({
        logical: div('ARTICLE', div('BODY', div('PARAGRAPH', whole).repeat(150))),
      }),
      'alto/1.xml': alto(blocks.join('')),
    },
    'issue-mets.xml',
  );
  assert.match(read ?? '', /fails: Its parts name more than 20,000 blocks of its pages/);
});

suite('what lies beside is opened only where it is a regular file', () => {
  const article = (begin: string, file: string) =>
    div('ARTICLE', div('BODY', div('PARAGRAPH', area(begin, file))));
  const pipeAt = (path: string) => execFileSync('mkfifo', [path]);

  test('a page that is a pipe or a link fails its articles alone', async () => {
    await found({
      'issue-mets.xml': mets({
        files: ['pipe.xml', 'link.xml', '3.xml'],
        logical: article('T1', 'A1') + article('T1', 'A2') + article('T1', 'A3'),
      }),
      '3.xml': alto(block('T1', 'The lamp was lit.')),
    });
    const own = join(folder, `${count - 1}`);
    pipeAt(join(own, 'pipe.xml'));
    symlinkSync(join(own, '3.xml'), join(own, 'link.xml'));
    const read = await readAll(join(own, 'issue-mets.xml'));
    assert.match(read[0] ?? '', /fails: Its page “pipe.xml” is a pipe, a socket or a device\./);
    assert.match(read[1] ?? '', /fails: Its page “link.xml” is a link\./);
    assert.match(read[2] ?? '', /The lamp was lit\./);
  });

  test('a list of pages that is a pipe or a link without an end lists none', async () => {
    await found({ '1901-04-02-page.xml': alto(block('T1', 'The lamp was lit.')) });
    const own = join(folder, `${count - 1}`);
    pipeAt(join(own, 'a-mets.xml'));
    symlinkSync('/dev/zero', join(own, 'b-mets.xml'));
    const [read] = await readAll(join(own, '1901-04-02-page.xml'));
    assert.match(read ?? '', /The lamp was lit\./);
  });
});

suite('an issue in METS', () => {
  const page = alto(
    [
      block('H1', 'The', 'lamp'),
      block('S1', 'Nobody came'),
      `<ComposedBlock ID="C1">${block('T1', `<TextLine><String CONTENT="The"/><SP/><String CONTENT="har" SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour"/><HYP CONTENT="-"/></TextLine>`, `<TextLine><String CONTENT="bour" SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"/><SP/><String CONTENT="was"/></TextLine>`)}${block('T2', 'full of boats.')}</ComposedBlock>`,
      block('H2', 'What next'),
      block('T3', 'The ferry sails.'),
      block('T4', line('Ovcr tbe sea.', 'WC="0.4"')),
      block('AD', 'Buy lamps.'),
      block('P1', '7'),
    ].join(''),
  );
  const logical = [
    div(
      'SECTION',
      div(
        'ARTICLE',
        div('HEADING', div('TITLE', area('H1')) + div('SUBHEADLINE', area('S1'))) +
          div(
            'BODY',
            div(
              'BODY_CONTENT',
              paragraph('T1', 'T2') +
                div('SUBHEADLINE', area('H2')) +
                paragraph('T3') +
                div('ILLUSTRATION', '') +
                div('ADVERTISEMENT', area('AD')) +
                div('PAGE_NUMBER', area('P1')),
            ),
          ),
        'DMDID="M1"',
      ),
      'LABEL="From the port"',
    ),
    div('ARTICLE', div('BODY', paragraph('T4')), 'LABEL="Over the s..."'),
    div('ADVERTISEMENT', area('AD')),
  ].join('');
  const records = mods(
    'M1',
    '<mods:titleInfo><mods:title>The Lamp</mods:title></mods:titleInfo><mods:name><mods:namePart type="family">Kott</mods:namePart><mods:namePart type="given">Ismene</mods:namePart><mods:role><mods:roleTerm>aut</mods:roleTerm></mods:role></mods:name>',
  );
  const ISSUE = '1901-04-02; ';

  test('gives its articles, with what its library says of them; advertisements are passed over', async () => {
    const files = { 'issue-mets.xml': mets({ records, logical }), 'alto/1.xml': page };
    assert.deepEqual(await found(files), [
      '1.xml file: it is a page of an issue whose METS file is imported',
      `issue-mets.xml, part 1; The Lamp; ${ISSUE}Ismene Kott; The Quern Courier; en; From the port; Nobody came ¶ The harbour was full of boats. ¶ ## What next ¶ The ferry sails.; on page 1 of its issue; one picture left out`,
      'issue-mets.xml, part 2 kind: it is an advertisement or a notice',
      `issue-mets.xml, part 3; ; ${ISSUE}; The Quern Courier; en; ; Ovcr tbe sea.; on page 1 of its issue; its text was recognised with a mean confidence of 0.40 a word (1 is sure): read it against the page`,
      'issue-mets.xml, part 4 kind: it is an advertisement or a notice',
    ]);
  });

  test('that joins articles to places of pages by a table of links, and these to words', async () => {
    const words = alto(
      `<TextBlock ID="B1"><TextLine><String ID="w1" CONTENT="LAMP"/></TextLine></TextBlock><TextBlock ID="B2"><TextLine><String ID="w2" CONTENT="It"/><SP/><String ID="w3" CONTENT="burns."/></TextLine></TextBlock>`,
      'http://schema.ccs-gmbh.com/ALTO',
    );
    const place = (id: string, label: string, begin: string, end: string) =>
      `<mets:div ID="${id}" TYPE="pagearea" LABEL="${label}"><mets:fptr><mets:area FILEID="A1" BEGIN="${begin}" END="${end}"/></mets:fptr></mets:div>`;
    const rest = `<mets:structMap TYPE="PHYSICAL">${div('page', place('p1', 'Headline', 'w1', 'w1') + place('p2', 'Textblock', 'w2', 'w3'))}</mets:structMap><mets:structLink><mets:smLinkGrp><mets:smLocatorLink xlink:href="#a1"/><mets:smLocatorLink xlink:href="#p1"/><mets:smLocatorLink xlink:href="#p2"/></mets:smLinkGrp></mets:structLink>`;
    const files = {
      'mets.xml': mets({ logical: div('ARTICLE', '', 'ID="a1"'), files: ['1.xml'], rest }),
      '1.xml': words,
    };
    assert.deepEqual(await found(files, 'mets.xml'), [
      `mets.xml, part 1; LAMP; ${ISSUE}; The Quern Courier; en; ; It burns.; on page 1 of its issue`,
    ]);
  });

  test('that names no articles gives its pages', async () => {
    const files = {
      'mets.xml': mets({ files: ['1.xml', '2.xml'] }),
      '1.xml': alto(block('a', 'The lamp.') + block('b', 'The ferry.')),
      '2.xml': alto(block('a', 'The hall.')),
    };
    assert.deepEqual(await found(files, 'mets.xml'), [
      `mets.xml, page 1; ; ${ISSUE}; The Quern Courier; en; ; The lamp. ¶ The ferry.; it is a whole page (2 blocks), in which several articles may stand`,
      `mets.xml, page 2; ; ${ISSUE}; The Quern Courier; en; ; The hall.; it is a whole page (one block), in which several articles may stand`,
    ]);
  });

  test('whose pages are missing, elsewhere, or links to elsewhere, fails by article', async () => {
    const article = (file: string) => div('ARTICLE', paragraph('T1').replaceAll('A1', file));
    const issue = mets({
      files: ['1.xml', '../secret.xml', 'https://quern.example/1.xml', 'link.xml', '/etc/passwd'],
      logical: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map(article).join(''),
    });
    const own = join(folder, 'hostile');
    mkdirSync(join(own, 'in'), { recursive: true });
    writeFileSync(join(own, 'secret.xml'), alto(block('T1', 'SECRET')));
    symlinkSync(join(own, 'secret.xml'), join(own, 'in', 'link.xml'));
    writeFileSync(join(own, 'in', 'mets.xml'), issue);
    const read = await readAll(join(own, 'in', 'mets.xml'));
    assert.doesNotMatch(read.join(), /SECRET/);
    for (const [index, words] of [
      /“1.xml” is missing/,
      /does not lie in its folder/,
      /does not lie in its folder/,
      /link to another folder/,
      /does not lie in its folder/,
      /names no file “A6”/,
    ].entries())
      assert.match(read[index] ?? '', words);
  });

  test('names paths below its folder alone', () => {
    const paths = [
      'file://./alto/1.xml',
      './a b.xml',
      'a%20b.xml',
      'file:///etc/passwd',
      'http://a.example/1.xml',
      '../1.xml',
      'a/../../1.xml',
      'a%2f..%2f..%2f1.xml',
      '\\\\host\\1.xml',
      'C:\\1.xml',
      '',
    ];
    assert.deepEqual(paths.map(pathOf), [
      'alto/1.xml',
      'a b.xml',
      'a b.xml',
      ...Array(8).fill(undefined),
    ]);
  });

  test('from standard input, of a book of pictures, or damaged, is refused', async () => {
    assert.match(
      (await readingsOf(mets({}))).faults.join(),
      /METS, whose pages are files beside it/,
    );
    const pictures =
      '<?xml version="1.0"?><mets xmlns="http://www.loc.gov/METS/"><fileSec><fileGrp USE="Images"><file ID="a" MIMETYPE="image/jpeg"><FLocat href="a.jpg"/></file></fileGrp></fileSec></mets>';
    assert.match(
      (await found({ 'mets.xml': pictures })).join(),
      /names neither articles nor pages/,
    );
    assert.match(
      (await found({ 'mets.xml': mets({}).slice(0, -20) })).join(),
      /no well-formed XML/,
    );
  });
});

suite('a page in ALTO', () => {
  test('is an article of all its blocks, by the day in its name', async () => {
    for (const version of [2, 3, 4]) {
      const page = alto(
        block('a', 'The lamp', 'burns.') +
          block('b', 'The ferry sails.') +
          '<Illustration ID="i"/>',
        `http://www.loc.gov/standards/alto/ns-v${version}#`,
      );
      assert.deepEqual(await found({ '1901-04-02-page.xml': page }), [
        '1901-04-02-page.xml; ; 1901-04-02; ; ; ; ; The lamp burns. ¶ The ferry sails.; it is a whole page (2 blocks), in which several articles may stand; one picture left out',
      ]);
    }
  });

  test('without spaces between its words has one there; parted words are joined where they stand elsewhere so', async () => {
    const page = alto(
      '<TextBlock><TextLine><String CONTENT="The"/><String CONTENT="har"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="bour"/></TextLine><TextLine><String CONTENT="Harbour"/></TextLine></TextBlock>',
    );
    assert.match((await found({ 'a.xml': page })).join(), /The harbour Harbour/);
  });

  test('without words is passed over', async () => {
    assert.match((await found({ 'a.xml': alto('') })).join(), /blank: it has no words/);
  });
});
