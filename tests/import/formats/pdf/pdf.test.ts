import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { column, drawn, type Placed, pdf } from '../../../support/pdf.ts';
import { readingsOf } from '../../../support/readings.ts';

async function only(bytes: Buffer, name = 'ferry.pdf') {
  const found = await readingsOf(bytes, name);
  assert.deepEqual([found.faults, found.skipped], [[], []]);
  const [story] = found.stories;
  assert.ok(story);
  return story;
}
const LEFT = [
  'The lamp of Quern was lit again on Monday,',
  'and the harbour was full of boats from the',
  'holms. Nobody had thought that the harbour-',
  'master would come, and he came with the light-',
  'keeper of Osk. The harbourmaster lit it at six.',
];
const RIGHT = [
  'On Tuesday the lamp was out again, and the',
  'board met in the hall of the ferry company.',
  'It will meet again before the winter comes.',
  'Until then boats are told to stay in port at',
  'night, the board said in a note to all crews.',
];
const TITLE: Placed = [50, 740, 24, 'The lamp of Quern'];
const whole = (lines: readonly string[]) => lines.join(' ');

suite('a PDF', () => {
  test('column by column, below its headline; parted words are joined where they stand elsewhere so', async () => {
    const { title, paragraphs, notes } = await only(
      pdf([drawn([TITLE, ...column(50, 700, LEFT), ...column(320, 700, RIGHT)])]),
    );
    assert.equal(title, 'The lamp of Quern');
    assert.deepEqual(paragraphs, [
      whole(LEFT)
        .replace('harbour- master', 'harbourmaster')
        .replace('light- keeper', 'light-keeper'),
      whole(RIGHT),
    ]);
    assert.deepEqual(notes, [
      'one hyphen at the end of a line kept, which may be that of the line alone',
    ]);
  });

  test('in whatever order a file draws it', async () => {
    const sets = [TITLE, ...column(50, 700, LEFT), ...column(320, 700, RIGHT)];
    const mixed = sets.toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
    assert.deepEqual(
      (await only(pdf([drawn(mixed)]))).paragraphs,
      (await only(pdf([drawn(sets)]))).paragraphs,
    );
  });

  test('paragraphs by their indent, their gap and their type; lists by their points', async () => {
    const body = LEFT.slice(0, 2);
    const { mdx } = await only(
      pdf([
        drawn([
          TITLE,
          ...column(50, 700, [...body, 'holms.']),
          [62, 664, 10, 'The board met at once, as the board has said'],
          [50, 652, 10, 'in the hall of the ferry company at the port.'],
          [50, 620, 10, 'Nobody came to see it, as nobody had come in'],
          [50, 608, 10, 'all the years before this one, said the board.'],
          [50, 580, 13, 'What comes next'],
          [50, 560, 10, '\u0095 The lamp will be lit'],
          [50, 548, 10, '\u0095 The ferry will sail'],
        ]),
      ]),
    );
    assert.equal(
      mdx.trim(),
      `${whole(body)} holms.

The board met at once, as the board has said in the hall of the ferry company at the port.

Nobody came to see it, as nobody had come in all the years before this one, said the board.

## What comes next

- The lamp will be lit
- The ferry will sail`,
    );
  });

  test('goes on from page to page, without what repeats in the margins', async () => {
    const page = (number: number, lines: readonly string[]) =>
      drawn([[50, 785, 8, 'Quern Courier'], ...column(50, 700, lines), [300, 20, 8, `${number}`]]);
    const { paragraphs, notes } = await only(
      pdf([
        page(1, ['The lamp of Quern was lit again on Monday and the']),
        page(2, ['harbour was full.']),
        page(3, ['Nobody came.']),
      ]),
    );
    assert.deepEqual(paragraphs, [
      'The lamp of Quern was lit again on Monday and the harbour was full.',
      'Nobody came.',
    ]);
    assert.deepEqual(notes, ['6 lines in the margins of pages left out: “Quern Courier”, “1”']);
  });

  test('a large first letter is of its word', async () => {
    const { paragraphs } = await only(
      pdf([
        drawn([
          TITLE,
          [50, 676, 30, 'T'],
          ...column(72, 700, ['he lamp of Quern was', 'lit again on Monday']),
          ...column(50, 676, ['and the harbour was full.']),
        ]),
      ]),
    );
    assert.deepEqual(paragraphs, [
      'The lamp of Quern was lit again on Monday and the harbour was full.',
    ]);
  });

  test('small numbers above and below a line stay there, and what touches is one word', async () => {
    const sets: Placed[] = [
      [50, 700, 10, 'In 1931'],
      [83.4, 704, 7, '12'],
      [95, 700, 10, 'it was lit; H'],
      [143.6, 698, 7, '2'],
      [147.7, 700, 10, 'O it needs none.'],
    ];
    const words = 'In 1931¹² it was lit; H₂O it needs none.';
    assert.deepEqual((await only(pdf([drawn(sets)]))).paragraphs, [words]);
    const marked = sets.map((set, id) => `/P << /MCID ${id} >> BDC ${drawn([set])} EMC`);
    const bytes = pdf([marked.join('\n')], {
      page: '/StructParents 0',
      catalogue: '/MarkInfo << /Marked true >> /StructTreeRoot 101 0 R',
      objects: [
        '<< /S /P /P 101 0 R /Pg 10 0 R /K [0 1 2 3 4] >>',
        '<< /Type /StructTreeRoot /K [100 0 R] /ParentTree << /Nums [0 [100 0 R 100 0 R 100 0 R 100 0 R 100 0 R]] >> >>',
      ],
    });
    assert.deepEqual((await only(bytes)).paragraphs, [words]);
  });

  test('of a page with several headlines says so, and of a table that its order is not sure', async () => {
    const several = await only(
      pdf([
        drawn([
          TITLE,
          ...column(50, 700, LEFT),
          [50, 600, 22, 'The ferry sails'],
          ...column(50, 570, RIGHT),
          [50, 480, 20, 'The hall is sold'],
          ...column(50, 450, LEFT),
        ]),
      ]),
    );
    assert.match(
      several.notes.join(),
      /page 1 has several headlines: it may hold several articles/,
    );
    const rows = ['Quern', 'Osk', 'Holm', 'Port'].flatMap((words, index): Placed[] => [
      [50, 600 - index * 12, 10, words],
      [250, 600 - index * 12, 10, `${index}`],
    ]);
    const table = await only(pdf([drawn([TITLE, ...column(50, 700, LEFT), ...rows])]));
    assert.match(table.notes.join(), /the order of its text is not sure on page 1/);
    assert.match(table.mdx, /Quern 0/);
  });

  test('by its tags, where it has them', async () => {
    const marked = (id: number, tag: string, set: Placed) =>
      `/${tag} << /MCID ${id} >> BDC ${drawn([set])} EMC`;
    const element = (role: string, id: number) =>
      `<< /S /${role} /P 100 0 R /Pg 10 0 R /K ${id} >>`;
    const bytes = pdf(
      [
        [
          marked(2, 'P', [50, 700, 10, 'Second.']),
          marked(0, 'H1', [50, 600, 10, 'The lamp']),
          marked(1, 'P', [50, 500, 10, 'First.']),
          `/Artifact BMC ${drawn([[50, 20, 10, '7']])} EMC`,
        ].join('\n'),
      ],
      {
        page: '/StructParents 0',
        catalogue: '/MarkInfo << /Marked true >> /StructTreeRoot 101 0 R /Lang (en-GB)',
        objects: [
          '<< /S /Document /P 101 0 R /K [102 0 R 103 0 R 104 0 R] >>',
          '<< /Type /StructTreeRoot /K [100 0 R] /ParentTree << /Nums [0 [102 0 R 103 0 R 104 0 R]] >> >>',
          element('H1', 0),
          element('P', 1),
          element('P', 2),
        ],
      },
    );
    const { title, paragraphs, lang } = await only(bytes);
    assert.deepEqual([title, paragraphs, lang], ['The lamp', ['First.', 'Second.'], 'en-GB']);
  });

  test('by its tags, a paragraph that crosses columns in the order of its tags', async () => {
    const marked = (id: number, sets: readonly Placed[]) =>
      `/P << /MCID ${id} >> BDC ${drawn(sets)} EMC`;
    const bytes = pdf(
      [
        [
          marked(0, [...column(50, 700, LEFT), ...column(320, 760, RIGHT.slice(0, 2))]),
          marked(1, column(320, 700, RIGHT.slice(2))),
        ].join('\n'),
      ],
      {
        page: '/StructParents 0',
        catalogue: '/MarkInfo << /Marked true >> /StructTreeRoot 101 0 R',
        objects: [
          '<< /S /Document /P 101 0 R /K [102 0 R 103 0 R] >>',
          '<< /Type /StructTreeRoot /K [100 0 R] /ParentTree << /Nums [0 [102 0 R 103 0 R]] >> >>',
          '<< /S /P /P 100 0 R /Pg 10 0 R /K 0 >>',
          '<< /S /P /P 100 0 R /Pg 10 0 R /K 1 >>',
        ],
      },
    );
    assert.deepEqual((await only(bytes)).paragraphs, [
      whole([...LEFT, ...RIGHT.slice(0, 2)])
        .replace('harbour- master', 'harbourmaster')
        .replace('light- keeper', 'light-keeper'),
      whole(RIGHT.slice(2)),
    ]);
  });

  test('what its file says of itself is told and not taken; the day in its name is', async () => {
    const bytes = pdf([drawn(column(50, 700, LEFT))], {
      trailer:
        '/Info << /Title (Of the file) /Author (Ismene Kott) /CreationDate (D:20310401090000Z) >>',
    });
    const { title, date, author, notes } = await only(bytes, '2031-04-02-lamp.pdf');
    assert.deepEqual([title, date, author], ['Of the file', '2031-04-02', undefined]);
    assert.deepEqual(notes.slice(0, 1), ['its headline is the title that its file has']);
    assert.match(notes.join(), /“Ismene Kott” as its author/);
    assert.match(notes.join(), /its file was made on 2031-04-01/);
  });
});

suite('of a PDF stays out', () => {
  const text = column(50, 700, LEFT);

  test('what lies below a redaction, beyond the edge, or turned; comments, fields and links are counted', async () => {
    const annotations = [
      '/Subtype /Redact /Rect [40 690 560 715]',
      '/Subtype /Text /Rect [0 0 9 9] /Contents (SECRET)',
      '/Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://quern.example/) >>',
    ].map((one) => `<< /Type /Annot ${one} >>`);
    const { paragraphs, notes } = await only(
      pdf(
        [
          drawn([
            [50, 700, 10, 'SECRET'],
            [700, 600, 10, 'SECRET'],
            [0, 0, 8, 'SECRET', '0 1 -1 0 20 300 Tm'],
            [50, 650, 10, 'The lamp was lit.'],
          ]),
        ],
        { page: `/Annots [${annotations.join(' ')}]` },
      ),
    );
    assert.deepEqual(paragraphs, ['The lamp was lit.']);
    assert.deepEqual(notes, [
      'one piece of turned text left out',
      'one piece of text below a redaction left out',
      'one comment left out',
      'one link left out',
    ]);
  });

  test('all of it, where a layer that is switched off has words', async () => {
    const layer = (off: string) =>
      pdf([`${drawn(text)} /OC /L1 BDC ${drawn([[50, 100, 10, 'SECRET']])} EMC`], {
        catalogue: `/OCProperties << /OCGs [100 0 R] /D << ${off} >> >>`,
        objects: ['<< /Type /OCG /Name (Notes) >>'],
      });
    assert.match(
      (await readingsOf(layer('/OFF [100 0 R]'))).faults.join(),
      /layer that is switched off \(page 1\)/,
    );
    assert.equal((await readingsOf(layer(''))).stories.length, 1);
  });

  const MEMBERSHIPS: [rule: string, off: string, isShown: boolean][] = [
    ['/P /AllOff', '', false],
    ['/P /AnyOff', '', false],
    ['/P /AllOff', '/OFF [101 0 R]', true],
    ['/P /AnyOn', '', true],
    ['/P /AllOn', '/OFF [101 0 R]', false],
    ['/VE [/Not 101 0 R]', '', false],
    ['/VE [/Or 101 0 R [/Not 101 0 R]]', '', true],
  ];
  for (const [rule, off, isShown] of MEMBERSHIPS)
    test(`words of a late page on layers that are on or off by a rule: ${rule} ${off}`, async () => {
      const plain = drawn(text);
      const ruled = `${plain} /OC /L1 BDC ${drawn([[50, 100, 10, 'SECRET']])} EMC`;
      const { stories, faults } = await readingsOf(
        pdf([plain, plain, ruled], {
          catalogue: `/OCProperties << /OCGs [101 0 R] /D << ${off} >> >>`,
          objects: [`<< /Type /OCMD /OCGs [101 0 R] ${rule} >>`, '<< /Type /OCG /Name (Notes) >>'],
        }),
      );
      if (isShown) assert.equal(stories.length, 1);
      else assert.match(faults.join(), /layer that is switched off \(page 3\)/);
    });

  test('text that a program recognised comes in, and is told', async () => {
    const { notes } = await only(
      pdf([drawn(text.map(([x, y, size, words]): Placed => [x, y, size, words, '3 Tr']))]),
    );
    assert.match(notes.join(), /its text is what a program recognised/);
  });

  test('all of it, where it is marked as a draft', async () => {
    const mark: Placed = [0, 0, 80, 'DRAFT', '0.7 0.7 -0.7 0.7 100 100 Tm'];
    for (const [bytes, name] of [
      [pdf([drawn([...text, mark])]), 'a.pdf'],
      [pdf([drawn([[50, 760, 10, 'Draft v3, 12 May'], ...text])]), 'a.pdf'],
      [pdf([drawn(text)]), 'lamp-draft.pdf'],
      // At the foot, where it stands as near as the text.
      [
        pdf([drawn([...column(50, 776, Array(63).fill('The lamp')), [50, 20, 10, 'DRAFT']])]),
        'a.pdf',
      ],
    ] as const)
      assert.deepEqual(
        (await readingsOf(bytes, name)).skipped.map(({ as }) => as),
        ['draft'],
      );
  });
});

suite('a PDF that is not read says why', () => {
  const faultOf = async (bytes: Buffer) => (await readingsOf(bytes)).faults.join();
  const text = drawn(column(50, 700, LEFT));

  test('its pages are pictures', async () => {
    assert.match(await faultOf(pdf(['0 0 100 100 re f'])), /whose pages are pictures/);
  });
  test('it is damaged', async () => {
    assert.match(await faultOf(Buffer.from('%PDF-1.7\nThe lamp')), /PDF that is damaged/);
    assert.match(await faultOf(pdf([text]).subarray(0, 60)), /PDF that is damaged/);
  });
  test('its fonts do not say which letters they are', async () => {
    assert.match(
      await faultOf(pdf([drawn([[50, 700, 10, ', ; , ; , ; , ; , ; , ; x']])])),
      /fonts do not say/,
    );
  });
  test('its fonts need tables of letters that are not there', async () => {
    const japanese = pdf([text], {
      font: '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /EUC-H /DescendantFonts [100 0 R] >>',
      objects: [
        '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 101 0 R >>',
        '<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
      ],
    });
    assert.match(await faultOf(japanese), /tables of Chinese, Japanese or Korean letters .*EUC-H/);
  });
  test('though something strayed before it', async () => {
    const bytes = Buffer.concat([Buffer.from('x\n'), pdf([text])]);
    assert.equal((await readingsOf(bytes, 'a.pdf')).stories.length, 1);
    assert.equal(
      (await readingsOf('It begins with %PDF- as all do.\n\nSo it is.')).stories.length,
      1,
    );
  });
  test('it is locked', async () => {
    const locked = pdf([text], {
      trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
    });
    assert.match(await faultOf(locked), /locked with a password/);
  });
  test('it holds other files', async () => {
    assert.match(
      await faultOf(pdf([text], { catalogue: '/Collection << /Type /Collection >>' })),
      /portfolio/,
    );
  });
});
