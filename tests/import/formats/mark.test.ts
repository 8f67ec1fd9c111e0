import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { heldByHead, heldByLine, heldByMargin } from '../../../src/import/formats/mark.ts';
import { readingsOf } from '../../support/readings.ts';

const HELD = {
  draft: [
    'DRAFT',
    '**[Draft]**',
    'DRAFT – not for publication',
    'DRAFT NOT FOR PUBLICATION',
    'Draft v3, 12 May',
    'First draft',
    'Draft for comment',
    'Draft for Ismene only',
    'DRAFT Lamp lit at Quern',
    'Entwurf 3 vom 12. Mai 2025',
    'Brouillon, ne pas publier',
  ],
  private: [
    'Confidential – Ismene only',
    'Strictly confidential',
    'Private and confidential',
    'Streng vertraulich',
  ],
  embargoed: [
    'EMBARGOED until 6 June',
    'Strictly embargoed until 6 June',
    'Embargo: 6 June 2999',
    'Press release: embargoed until 00:01 on 6 June 2999',
    'Embargoed report of 6 June 2025',
    'Sperrfrist: 6. Juni 2999, 12 Uhr',
    'Sous embargo',
  ],
  withdrawn: [
    'Not for publication',
    'Not for publication before 1 August 2999',
    'Ne pas publier',
    'INTERNAL USE ONLY',
  ],
};

const STORIES = [
  'Draft horses return to Mill Lane',
  'DRAFT HORSES RETURN TO MILL LANE',
  'Draft report says the Quern is clean',
  'Draft 2025 budget goes to the wardens',
  'Drafts of cold air closed the bridge.',
  'Private school closes',
  'Private Kott wins a medal',
  'Confidential files found in a skip',
  'Embargo on barley ends',
  'Entwurf des Haushalts liegt vor',
  'First draft of the lamp law fails',
  'A draft',
  '',
];

suite('a mark at the head of a text', () => {
  for (const [as, lines] of Object.entries(HELD))
    test(`${as}: short lines that begin so`, () => {
      for (const line of lines) assert.equal(heldByLine(line)?.as, as, line);
    });

  test('is no story that begins with the same word, nor a sentence', () => {
    for (const line of STORIES) assert.equal(heldByLine(line), undefined, line);
    assert.equal(heldByLine(`Embargoed ${'barley '.repeat(30)}`), undefined);
  });

  test('of an embargo to a day that is past is no reason, unless another mark follows', () => {
    for (const line of [
      'Embargoed until 6 June 2025',
      'Strict embargo: 6 June 2025',
      'EMBARGOED until 00:01 BST on Friday 6 June 2025',
      'Embargo: Friday, 6 June 2025',
      'Sperrfrist: 6. Juni 2025, 12 Uhr',
      'Not for publication before 1 August 2025',
    ])
      assert.equal(heldByLine(line), undefined, line);
    assert.equal(heldByLine('Embargoed until 6 June 2025 – CONFIDENTIAL')?.as, 'private');
  });

  test('stands in a margin behind other words too', () => {
    assert.equal(heldByMargin('Quern Courier | DRAFT v2')?.as, 'draft');
    assert.equal(heldByMargin('The lamp – Embargoed until 6 June 2999')?.as, 'embargoed');
    assert.equal(heldByMargin('Quern Courier – page 3'), undefined);
    assert.match(heldByMargin('DRAFT')?.skipped ?? '', /its pages are marked “DRAFT”/);
  });

  test('is among the first lines, and not the rest of a sentence', () => {
    assert.equal(heldByHead('The lamp\n\nBy Ismene Kott\n\nDRAFT\n\nLit.')?.as, 'draft');
    assert.equal(heldByHead('The lamp\nDRAFT – not for publication\nLit.')?.as, 'draft');
    assert.equal(heldByHead('One.\nTwo.\nThree.\nDRAFT'), undefined);
    const wrapped = `${'The wardens of Quern said that they had never '.padEnd(70, 'x')}\nembargoed until the day after the fair.`;
    assert.equal(heldByHead(wrapped), undefined);
  });
});

const LIT = 'The lamp of Quern was lit again on Monday.';
const MARK = 'DRAFT – not for publication';
const mail = (subject: string, text: string) =>
  `From: Desk <desk@gazette.example>\r\nTo: Ada Varga <ada@reader.example>\r\nList-Id: <tides.gazette.example>\r\nSubject: ${subject}\r\nDate: Wed, 02 Apr 2031 09:15:00 +0200\r\n\r\n${text}\r\n`;
const page = (title: string, text: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2031-05-06"></head><body><article><h1>${title}</h1><p>${text}</p><p>${LIT} ${LIT} ${LIT}</p></article></body></html>`;

suite('a mark is heeded', () => {
  const cases: [string, string, string][] = [
    ['in plain text', 'a.txt', `${MARK}\n\n${LIT}`],
    [
      'below the head of a plain text',
      'a.txt',
      `Title: Lamp\nDate: 2031-04-02\n\n${MARK}\n\n${LIT}`,
    ],
    [
      'above the head of a plain text',
      'a.txt',
      `${MARK}\n\nTitle: Lamp\nDate: 2031-04-02\n\n${LIT}`,
    ],
    ['in the title of a plain text', 'a.txt', `Title: ${MARK}\nDate: 2031-04-02\n\n${LIT}`],
    ['in Markdown', 'a.md', `# Lamp\n\n**${MARK}**\n\n${LIT}`],
    [
      'below frontmatter',
      'a.md',
      `---\ntitle: Lamp\ndate: 2031-04-02\n---\n\n**${MARK}**\n\n${LIT}`,
    ],
    ['in a title of frontmatter', 'a.md', `---\ntitle: "${MARK}"\ndate: 2031-04-02\n---\n\n${LIT}`],
    ['in the subject of an e-mail', 'a.eml', mail('DRAFT - not for publication', LIT)],
    ['in an e-mail', 'a.eml', mail('Tides', `Draft v3, 12 May\r\n\r\n${LIT}`)],
    ['in the headline of a page', 'a.html', page('Draft: Lamp lit', LIT)],
    ['in the first line of a page', 'a.html', page('Lamp lit', MARK)],
  ];
  for (const [where, name, text] of cases)
    test(where, async () => {
      const { stories, skipped, faults } = await readingsOf(text, name);
      assert.deepEqual([stories.length, faults, skipped.map(({ as }) => as)], [0, [], ['draft']]);
    });

  test('and no story that begins with its word', async () => {
    for (const [name, text] of [
      ['a.txt', `Draft horses return to Mill Lane\n\n${LIT}`],
      ['a.md', `---\ntitle: Draft horses return\ndate: 2031-04-02\n---\n\n${LIT}`],
      ['a.eml', mail('Draft horses return', LIT)],
      ['a.html', page('Draft horses return', LIT)],
    ] as const)
      assert.equal((await readingsOf(text, name)).stories.length, 1, name);
  });
});
