import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { docx, paragraph, run } from '../../../support/manuscript.ts';
import { readingsOf } from '../../../support/readings.ts';

async function only(bytes: Buffer, name = 'ferry.docx') {
  const found = await readingsOf(bytes, name);
  assert.deepEqual([found.faults, found.skipped], [[], []]);
  const [story] = found.stories;
  assert.ok(story);
  return story;
}
const SAYS = 'The lamp of Quern was lit again on Monday.';
const text = paragraph(SAYS);

suite('a document of Word', () => {
  test('lines that state fields directly below the headline are no text, in any language', async () => {
    const story = await only(
      await docx(
        [
          paragraph('Die Lampe', 'Titel'),
          paragraph('Datum: 2. April 2031'),
          paragraph('Autorin: Ada Varga'),
          text,
          paragraph('Quelle: der Turm'),
        ].join(''),
      ),
    );
    assert.equal(story.title, 'Die Lampe');
    assert.equal(story.date, '2031-04-02');
    assert.equal(story.author, 'Ada Varga');
    assert.equal(story.publisher, undefined);
    assert.deepEqual(story.paragraphs, [SAYS, 'Quelle: der Turm']);
  });

  test('a sentence below the headline that begins as a field does is text', async () => {
    const dry = 'Date: 1931 was a dry year.';
    const story = await only(await docx(paragraph('The lamp', 'Titel') + paragraph(dry) + text));
    assert.deepEqual(story.paragraphs, [dry, SAYS]);
  });

  test('what says below the headline that it was not published is heeded', async () => {
    const found = await readingsOf(
      await docx(paragraph('The lamp', 'Titel') + paragraph('Status: Entwurf') + text),
      'ferry.docx',
    );
    assert.deepEqual([found.stories.length, found.skipped.length], [0, 1]);
  });

  test('headings, lists, quotations, tables, links and emphasis, by styles of any language', async () => {
    const item = (words: string, level = 0) =>
      paragraph(words, '', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`);
    const cell = (words: string, said = '') =>
      `<w:tc><w:tcPr>${said}</w:tcPr>${paragraph(words)}</w:tc>`;
    const link =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://quern.example/b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      `${run('there')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { title, mdx, notes } = await only(
      await docx(
        [
          paragraph('The lamp', 'Titel'),
          paragraph(
            `${run('Lit ')}${run('again', '<w:b/>')}${run(', ')}${run('said', '<w:i/>')}${run(' no one', '<w:b w:val="0"/>')}.`,
          ),
          paragraph('What happened', 'berschrift1'),
          item('One'),
          item('Two'),
          item('Of two', 1),
          text,
          item('Three'),
          paragraph('How so', 'berschrift2'),
          paragraph('It was dark.', 'Zitat'),
          paragraph(
            `<w:hyperlink r:id="h">${run('Here')}</w:hyperlink>${run(' and ')}${link}${run('.')}`,
          ),
          `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('c', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
          paragraph('<w:r><w:drawing><pic:pic/></w:drawing></w:r>'),
          paragraph('The lamp. Photo: Ismene Kott', 'Bild'),
        ].join(''),
        {},
        ['h hyperlink https://quern.example/a'],
      ),
    );
    assert.equal(title, 'The lamp');
    assert.equal(
      mdx.trim(),
      `Lit **again**, *said* no one

## What happened

3. One
4. Two
   - Of two

${SAYS}

5. Three

### How so

> It was dark.

[Here](https://quern.example/a) and [there](https://quern.example/b).

| a | b |
| - | - |
| c |   |

The lamp. Photo: Ismene Kott`,
    );
    assert.deepEqual(notes, ['one drawing or chart left out']);
  });

  test('deleted words never come in, inserted ones do, and a deleted end joins two paragraphs', async () => {
    const { mdx, notes } = await only(
      await docx(
        [
          paragraph(
            `${run('The ')}<w:del>${run('SECRET').replace(/w:t\b/gu, 'w:delText')}</w:del><w:ins>${run('lamp')}</w:ins>${run(' was ')}`,
            '',
            '<w:rPr><w:del/></w:rPr>',
          ),
          paragraph(
            `${run('lit')}<w:moveFrom>${run(' SECRET')}</w:moveFrom><w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>`,
          ),
          `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph('SECRET')}</w:tc></w:tr><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`,
        ].join(''),
        {
          'word/footnotes.xml': `<w:footnotes><w:footnote w:id="2">${paragraph('SECRET')}</w:footnote></w:footnotes>`,
        },
        ['f footnotes footnotes.xml'],
      ),
    );
    assert.match(mdx, /^The lamp was lit\n\n[ |\n-]*\| a \| b \|/);
    assert.doesNotMatch(mdx, /SECRET/);
    assert.deepEqual(notes, [
      'one tracked insertion that nobody accepted kept',
      '4 tracked deletions left out',
    ]);
  });

  test('comments, hidden and struck words, headers, text boxes, instructions stay out, and are counted', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${paragraph('SECRET box')}${paragraph('Below the lamp', 'Bild')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>SECRET</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const field = (code: string, shown: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { mdx, notes, author } = await only(
      await docx(
        [
          paragraph('SECRET contents 3', 'Verz'),
          paragraph(
            `${run(SAYS)}<w:r><w:commentReference w:id="1"/></w:r>${run('SECRET', '<w:vanish/>')}${run('SECRET', '<w:strike/>')}${field(' LASTSAVEDBY ', 'SECRET')}${field(' IF 1=1 "SECRET" ', ' So.')}`,
          ),
          paragraph(box),
          `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('SECRET')}</w:sdtContent></w:sdt>`,
        ].join(''),
        {
          'word/comments.xml': `<w:comments><w:comment w:id="1">${paragraph('SECRET')}</w:comment></w:comments>`,
          'word/header1.xml': `<w:hdr>${paragraph('SECRET')}</w:hdr>`,
          'docProps/core.xml':
            '<cp:coreProperties xmlns:cp="a" xmlns:dc="b" xmlns:dcterms="c"><dc:creator>Ismene Kott</dc:creator><cp:lastModifiedBy>SECRET</cp:lastModifiedBy><dcterms:created>2031-04-01T09:00:00Z</dcterms:created></cp:coreProperties>',
        },
        ['m header header1.xml'],
      ),
    );
    assert.equal(mdx.trim(), `${SAYS} So.\n\nBelow the lamp`);
    assert.equal(author, undefined);
    assert.doesNotMatch(notes.join(), /SECRET/);
    assert.deepEqual(notes, [
      'one struck passage left out',
      'one hidden passage left out',
      'one comment left out',
      'one text box left out',
      'one header or footer left out',
      'one list of contents left out',
      'one field that shows no text of the article left out',
      'one placeholder left out',
      'its file names “Ismene Kott” as its author, who may not be that of the article',
      'its file was made on 2031-04-01, which may not be the day of publication: give that with --date',
    ]);
  });

  const styles = (...said: [id: string, type: string, properties: string][]) => ({
    'word/styles.xml': `<w:styles>${said.map(([id, type, properties]) => `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${properties}</w:rPr></w:style>`).join('')}</w:styles>`,
  });
  const field = (code: string, shown: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const cell = (inside: string) => `<w:tc>${paragraph(inside)}</w:tc>`;

  test('formulas show no more than any run', async () => {
    const sign = (words: string, properties = '') =>
      `<m:r><m:rPr/><w:rPr>${properties}</w:rPr><m:t>${words}</m:t></m:r>`;
    const formula = (inside: string) => `<m:oMath>${inside}</m:oMath>`;
    const { mdx, notes } = await only(
      await docx(
        text +
          paragraph(
            formula(
              `${sign('a')}<m:f><m:num>${sign('b')}</m:num></m:f><w:del>${sign('SECRET')}</w:del>${sign('SECRET', '<w:vanish/>')}${sign('SECRET', '<w:strike/>')}`,
            ),
          ) +
          paragraph(formula(sign('SECRET')), 'Unseen') +
          paragraph(field(' FILENAME ', formula(sign('SECRET')))),
        styles(['Unseen', 'paragraph', '<w:vanish/>']),
      ),
    );
    assert.equal(mdx.trim(), `${SAYS}\n\nab`);
    assert.deepEqual(notes, [
      'one tracked deletion left out',
      'one struck passage left out',
      '2 hidden passages left out',
      'one field that shows no text of the article left out',
      'one formula written as its signs follow each other',
    ]);
  });

  test('what is struck or hidden stays out with its notes, by styles of paragraphs and tables too', async () => {
    const mark = '<w:footnoteReference w:id="2"/>';
    const { mdx, notes } = await only(
      await docx(
        [
          paragraph(
            `${run(SAYS)}${run('SECRET', '<w:strike/>').replace('</w:r>', `${mark}</w:r>`)}<w:r><w:rPr><w:vanish/></w:rPr>${mark}</w:r>`,
          ),
          paragraph(`${run('SECRET')}${run('Kept.', '<w:strike w:val="0"/>')}`, 'Struck'),
          `<w:tbl><w:tblPr><w:tblStyle w:val="Unseen"/></w:tblPr><w:tr>${cell('SECRET')}${cell(run('Seen.', '<w:vanish w:val="0"/>'))}</w:tr></w:tbl>`,
          paragraph('After.'),
        ].join(''),
        {
          ...styles(['Struck', 'paragraph', '<w:strike/>'], ['Unseen', 'table', '<w:vanish/>']),
          'word/footnotes.xml': `<w:footnotes><w:footnote w:id="2">${paragraph('SECRET')}</w:footnote></w:footnotes>`,
        },
        ['f footnotes footnotes.xml'],
      ),
    );
    assert.equal(
      mdx.trim(),
      `${SAYS}\n\nKept.\n\n|   |       |\n| - | ----- |\n|   | Seen. |\n\nAfter.`,
    );
    assert.deepEqual(notes, ['2 struck passages left out', '2 hidden passages left out']);
  });

  test('fields that are text of the article stay, and no others', async () => {
    const simple = (code: string, words: string) =>
      `<w:fldSimple w:instr="${code}">${run(words)}</w:fldSimple>`;
    const { mdx, notes } = await only(
      await docx(
        paragraph(
          `${run('Figure ')}${simple(' SEQ Figure \\* ARABIC ', '2')}${run(', page ')}${field(' PAGEREF _Ref1 \\h ', run('4'))}${field(' ADDIN X.CITE ', run(' (Kott 2030)'))}${field(' =1+1 ', run(' 2'))}${['AUTHOR', 'DOCVARIABLE x', 'TITLE', 'SUBJECT', 'MERGEFIELD name', 'REFUSED'].map((code) => simple(` ${code} `, 'SECRET')).join('')}${run('.')}`,
        ),
      ),
    );
    assert.equal(mdx.trim(), 'Figure 2, page 4 (Kott 2030) 2.');
    assert.deepEqual(notes, ['6 fields that show no text of the article left out']);
  });

  test('rows and cells within other elements come in, placeholders do not', async () => {
    const row = (inside: string) => `<w:tr>${inside}</w:tr>`;
    const two = (words: string) => row(cell(words) + cell('x'));
    const blank = (inside: string) =>
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const { mdx, notes } = await only(
      await docx(
        `${text}<w:tbl>${two('a')}<w:sdt><w:sdtContent>${two('b')}</w:sdtContent></w:sdt><w:ins>${two('c')}</w:ins><w:customXml>${row(`<w:customXml>${cell('d')}</w:customXml>${blank(cell('SECRET'))}`)}</w:customXml>${blank(two('SECRET'))}<w:del>${two('SECRET')}</w:del></w:tbl>`,
      ),
    );
    assert.equal(
      mdx.trim(),
      `${SAYS}\n\n|   |   |\n| - | - |\n| a | x |\n| b | x |\n| c | x |\n| d |   |`,
    );
    assert.deepEqual(notes, ['one tracked deletion left out', '2 placeholders left out']);
  });

  test('of what is written in several ways, the one that is understood', async () => {
    const ways = (choice: string, fallback: string, needs = 'w16se') =>
      `<mc:AlternateContent><mc:Choice Requires="${needs}">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
    const { mdx } = await only(
      await docx(
        paragraph(
          `<w:r>${ways('<x:symEx xmlns:x="x" x:char="1F600"/>', '<w:t>Lit.</w:t>')}</w:r>${ways('', run(' Again.'))}${ways(run(' By day.'), run('SECRET'), 'wps')}`,
        ) + ways('<w:tomorrow/>', text),
      ),
    );
    assert.equal(mdx.trim(), `Lit. Again. By day.\n\n${SAYS}`);
  });

  test('of a link to a mail address the words', async () => {
    const { mdx, notes } = await only(
      await docx(
        paragraph(
          `<w:hyperlink r:id="h">${run('Write')}</w:hyperlink>${field(' HYPERLINK "MAILTO:SECRET@quern.example" ', run(' soon'))}${run('.')}`,
        ),
        {},
        ['h hyperlink mailto:SECRET@quern.example'],
      ),
    );
    assert.equal(mdx.trim(), 'Write soon.');
    assert.deepEqual(notes, ['2 links to mail addresses left out']);
  });

  test('notes stand at the end, by their signs', async () => {
    const { mdx } = await only(
      await docx(
        paragraph(
          `${run('Lit')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' again')}<w:r><w:endnoteReference w:id="2"/></w:r>${run('.')}`,
        ),
        {
          'word/footnotes.xml': `<w:footnotes><w:footnote w:id="0">${paragraph('SECRET')}</w:footnote><w:footnote w:id="2">${paragraph('By hand.')}</w:footnote></w:footnotes>`,
          'word/endnotes.xml': `<w:endnotes><w:endnote w:id="2">${paragraph('Ismene Kott, letter.')}</w:endnote></w:endnotes>`,
        },
        ['f footnotes footnotes.xml', 'e endnotes endnotes.xml'],
      ),
    );
    assert.equal(
      mdx.trim(),
      'Lit \\[1] again \\[2].\n\n\\[1] By hand.\n\n\\[2] Ismene Kott, letter.',
    );
  });

  test('the lines of fields at its head, and the day in its name', async () => {
    const headed = await only(
      await docx(
        ['Title: The lamp', 'Date: 2031-04-02', 'By: Ismene Kott', 'Source: Quern Courier']
          .map((line) => paragraph(line))
          .join('') + text,
      ),
    );
    assert.deepEqual(
      [headed.title, headed.date, headed.author, headed.publisher, headed.paragraphs],
      ['The lamp', '2031-04-02', 'Ismene Kott', 'Quern Courier', [SAYS]],
    );
    assert.equal((await only(await docx(text), '2031-04-03-lamp.docx')).date, '2031-04-03');
  });

  test('its headline is what is styled so, else a heading at its head, else its file’s title, which is told', async () => {
    const core = (title: string) => ({
      'docProps/core.xml': `<cp:c xmlns:cp="a" xmlns:dc="b"><dc:title>${title}</dc:title></cp:c>`,
    });
    const headings = paragraph('Quern', 'berschrift1') + text + paragraph('Then', 'berschrift1');
    assert.equal((await only(await docx(headings, core('Of the file')))).title, 'Quern');
    const late = paragraph(SAYS.repeat(4)) + headings;
    const found = await only(await docx(late, core('Of the file')));
    assert.equal(found.title, 'Of the file');
    assert.match(found.notes.join(), /its headline is the title that its file has/);
    assert.equal(
      (await only(await docx(text, core('Microsoft Word - lamp.doc')))).title,
      undefined,
    );
  });
});

suite('a manuscript that was not published is passed over', () => {
  const cases: [string, Promise<Buffer>, string?][] = [
    ['draft', docx(text), 'draft.docx'],
    ['draft', docx(text), 'lamp_ENTWURF_v2.docx'],
    ['draft', docx(text), '_lamp.docx'],
    ['draft', docx(paragraph('Title: a') + paragraph('Status: draft') + text)],
    ['draft', docx(paragraph('DRAFT') + text)],
    ['embargoed', docx(paragraph('EMBARGO until Monday') + text)],
    ['draft', docx(paragraph('Draft v3, 12 May') + text)],
    [
      'draft',
      docx(
        text,
        { 'word/header1.xml': `<w:hdr>${paragraph('DRAFT – not for publication')}</w:hdr>` },
        ['m header header1.xml'],
      ),
    ],
    [
      'draft',
      docx(
        text,
        {
          'word/header1.xml':
            '<w:hdr><w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p></w:hdr>',
        },
        ['m header header1.xml'],
      ),
    ],
    [
      'private',
      docx(text, { 'word/footer1.xml': `<w:ftr>${paragraph('Vertraulich')}</w:ftr>` }, [
        'm footer footer1.xml',
      ]),
    ],
    [
      'draft',
      docx(text, {
        'docProps/core.xml': '<cp:c xmlns:cp="a"><cp:contentStatus>Draft</cp:contentStatus></cp:c>',
      }),
    ],
    [
      'embargoed',
      docx(text, {
        'docProps/custom.xml':
          '<P><property name="Embargo"><vt:lpwstr xmlns:vt="v">9999-01-01</vt:lpwstr></property></P>',
      }),
    ],
    ['blank', docx(paragraph(' '))],
  ];
  for (const [index, [as, bytes, name]] of cases.entries())
    test(`${as} ${index}`, async () => {
      const { stories, skipped, faults } = await readingsOf(await bytes, name);
      assert.deepEqual([stories.length, faults, skipped.map((one) => one.as)], [0, [], [as]]);
    });

  test('but not one that is about drafts', async () => {
    for (const name of ['the-draft-law-passed.docx', 'crafted.docx'])
      assert.equal((await only(await docx(text), name)).paragraphs.length, 1);
  });
});

suite('a hostile manuscript', () => {
  const faultOf = async (bytes: Buffer) => (await readingsOf(bytes, 'a.docx')).faults.join();

  test('is damaged', async () => {
    const bytes = await docx(text);
    assert.match(await faultOf(await docx('<w:p>')), /manuscript that is damaged/);
    assert.match(await faultOf(bytes.subarray(0, bytes.length / 2)), /damaged/);
  });

  test('names entities, which are never read', async () => {
    const found = await readingsOf(
      await docx('', {
        'word/document.xml':
          '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "SECRET">]><x:document xmlns:x="y"><x:body><x:p><x:r><x:t>It: &a;&b;</x:t></x:r></x:p></x:body></x:document>',
      }),
      'a.docx',
    );
    assert.doesNotMatch(JSON.stringify(found), /root:|SECRET/);
    assert.match(found.faults.join(), /damaged/);
  });

  test('refers to parts outside of itself', async () => {
    const { stories } = await readingsOf(
      await docx(paragraph(`<w:hyperlink r:id="h">${run('here')}</w:hyperlink>`), {}, [
        'h hyperlink javascript:alert(1)',
        'm header ../../../../etc/passwd',
      ]),
      'a.docx',
    );
    assert.deepEqual(stories[0]?.mdx.trim(), 'here');
  });

  test('is locked with a password, or of an older form', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    assert.match(
      await faultOf(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])),
      /locked with a password/,
    );
    assert.match((await readingsOf(old, 'a.doc')).faults.join(), /old office document/);
  });

  test('nests as no article does', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(300) + text + '</w:sdtContent></w:sdt>'.repeat(300);
    assert.match(await faultOf(await docx(deep)), /deep/);
  });

  test('begins a field that never ends', async () => {
    const begun =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>';
    assert.match(
      await faultOf(await docx(paragraph(begun) + text)),
      /a field \(“PAGE”\) begins and never ends, .* delete that one/,
    );
  });

  test('begins or ends a field in what is left out', async () => {
    const code = '<w:r><w:instrText> PAGE </w:instrText></w:r>';
    const char = (type: string) => paragraph(`<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`);
    const row = `<w:tr><w:trPr><w:del/></w:trPr><w:tc>${char('end')}</w:tc></w:tr>`;
    const found = await only(
      await docx(
        `${char('begin')}${paragraph(code)}<w:tbl>${row}<w:tr><w:tc>${text}</w:tc></w:tr></w:tbl>`,
      ),
    );
    assert.equal(found.mdx.trim(), SAYS);
  });

  test('has numbers past all bounds', async () => {
    const { mdx } = await only(
      await docx(
        paragraph(
          `${run(SAYS)}<w:r><w:sym w:char="FFFFFFFF"/></w:r>`,
          '',
          '<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="7"/></w:numPr>',
        ) +
          `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`,
      ),
    );
    assert.match(mdx, /The lamp of Quern/);
    assert.match(mdx, /\| a (?:\| +){62,63}\| b \|/);
  });

  test('has a header of more paragraphs than a function has arguments', async () => {
    const { notes, mdx } = await only(
      await docx(text, { 'word/header1.xml': `<w:hdr>${'<w:p/>'.repeat(150_000)}</w:hdr>` }, [
        'm header header1.xml',
      ]),
    );
    assert.deepEqual([mdx.trim(), notes], [SAYS, []]);
  });

  test('never ends a field that it begins in deleted words', async () => {
    const begun = '<w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:del>';
    const ended = '<w:del><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>';
    assert.equal(
      (await only(await docx(paragraph(`${begun}${ended}${run(SAYS)}`)))).paragraphs[0],
      SAYS,
    );
  });
});
