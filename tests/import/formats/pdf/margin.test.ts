import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { column, drawn, type Placed, pdf } from '../../../support/pdf.ts';
import { readingsOf } from '../../../support/readings.ts';

async function only(bytes: Buffer) {
  const { stories, faults } = await readingsOf(bytes, 'lots.pdf');
  assert.deepEqual(faults, []);
  const [story] = stories;
  assert.ok(story);
  return story;
}
const WORDS = ['lamp', 'gate', 'boat', 'mill', 'barn', 'well'];
/** Lines that fill a page from top to bottom, each of its own words. */
const filled = (page: number, top = 760, bottom = 40): Placed[] => {
  const count = Math.floor((top - bottom) / 12);
  return column(
    50,
    top,
    Array.from(
      { length: count },
      (_, index) =>
        `The ${WORDS[index % 6]} of house ${page * 100 + index} in Quern was ${WORDS[(index + page) % 6]}ed and`,
    ),
  );
};
const LOTS = 70;
const lotsOf = (page: number): Placed[] =>
  column(
    50,
    790,
    Array.from(
      { length: LOTS },
      (_, row) => `Lot ${page * LOTS + row}: sold for ${row * 7} crowns.`,
    ),
    9.2,
  );

suite('margins of a PDF', () => {
  test('are none where lines of a list are alike at the edges of its pages', async () => {
    const { mdx, notes } = await only(pdf([0, 1, 2, 3].map((page) => drawn(lotsOf(page)))));
    assert.equal(mdx.match(/Lot \d+: sold/gu)?.length, 4 * LOTS);
    assert.doesNotMatch(notes.join(), /margin/);
  });

  test('are none where paragraphs are alike, with gaps between them', async () => {
    const page = (number: number) =>
      drawn(
        Array.from({ length: 18 }, (_, row): Placed[] =>
          column(50, 770 - row * 42, [
            `Paragraph ${number * 18 + row} says that the pump room of Quern was opened by a person in`,
            'a hat without complaint.',
          ]),
        ).flat(),
      );
    const { mdx, notes } = await only(pdf([0, 1, 2].map(page)));
    assert.equal(mdx.match(/without complaint/gu)?.length, 54);
    assert.doesNotMatch(notes.join(), /margin/);
  });

  test('are heads and feet that stand apart by a gap or by their size, and are told', async () => {
    for (const [head, size] of [
      [785, 10],
      [772, 8],
    ] as const) {
      const page = (number: number) =>
        drawn([
          [50, head, size, `Quern Courier, page ${number}`],
          ...filled(number),
          [300, 15, 8, `${number}`],
        ]);
      const { mdx, notes } = await only(pdf([1, 2, 3].map(page)));
      assert.doesNotMatch(mdx, /Courier/);
      assert.equal(mdx.match(/of house/gu)?.length, 180);
      assert.match(
        notes.join(),
        /6 lines in the margins of pages left out: “Quern Courier, page 1”, “1”/,
      );
    }
  });

  test('are no numbers that are not those of the pages: a year with which a paragraph ends', async () => {
    const page = (number: number) =>
      drawn([
        ...(number === 2 ? [[50, 785, 10, '1944.'] as const] : []),
        ...filled(number, 740),
        [300, 12, 8, `${number + 4}`],
      ]);
    const { mdx, notes } = await only(pdf([1, 2, 3].map(page)));
    assert.match(mdx, /1944\./);
    assert.match(notes.join(), /3 lines in the margins of pages left out: “5”/);
  });

  test('are no headings that are alike but for their numbers', async () => {
    const page = (number: number) =>
      drawn([[50, 775, 14, `Round ${number}`], ...filled(number, 740, 100)]);
    const { mdx } = await only(pdf([1, 2, 3].map(page)));
    assert.equal(mdx.match(/Round \d/gu)?.length, 2);
  });

  test('are what a browser prints, on a single page too', async () => {
    const printed: Placed[] = [
      [24, 780, 8, '11/27/31, 3:47 AM'],
      [250, 780, 8, 'The lamp of Quern'],
      [24, 14, 8, 'https://quern.example/lamp'],
      [560, 14, 8, '1/1'],
    ];
    const { paragraphs, notes } = await only(
      pdf([drawn([...printed, [50, 740, 10, 'The lamp was lit.']])]),
    );
    assert.deepEqual(paragraphs, ['The lamp was lit.']);
    assert.match(notes.join(), /“11\/27\/31, 3:47 AM The lamp of Quern”, “https:\/\/quern/);
    // An address alone is of the text.
    const address = await only(
      pdf([
        drawn([
          [50, 740, 10, 'The lamp was lit.'],
          [50, 20, 8, 'https://quern.example/lamp'],
        ]),
      ]),
    );
    assert.match(address.mdx, /quern\.example/);
  });

  test('are left out where tags have them as text, and what no tag has is told', async () => {
    const marked = (id: number, sets: readonly Placed[]) =>
      `/P << /MCID ${id} >> BDC ${drawn(sets)} EMC`;
    const lines = (number: number) => [
      `The boats of dock ${number} went on`,
      'and on, and on, and',
    ];
    const pages = [1, 2, 3].map((number) =>
      [
        marked(0, [[50, 780, 8, `THE QUERN COURIER, PAGE ${number}`]]),
        marked(1, column(50, 700, lines(number))),
        ...(number === 1 ? [`/Artifact BMC ${drawn([[400, 400, 10, 'A stray word']])} EMC`] : []),
      ].join('\n'),
    );
    const kids = pages.flatMap((_, page) => [
      `<< /S /P /P 100 0 R /Pg ${10 + page * 2} 0 R /K 0 >>`,
      `<< /S /P /P 100 0 R /Pg ${10 + page * 2} 0 R /K 1 >>`,
    ]);
    const references = kids.map((_, index) => `${102 + index} 0 R`).join(' ');
    const bytes = pdf(pages, {
      page: '/StructParents 0',
      catalogue: '/MarkInfo << /Marked true >> /StructTreeRoot 101 0 R',
      objects: [
        `<< /S /Document /P 101 0 R /K [${references}] >>`,
        `<< /Type /StructTreeRoot /K [100 0 R] /ParentTree << /Nums [0 [${references}]] >> >>`,
        ...kids,
      ],
    });
    const { paragraphs, notes } = await only(bytes);
    assert.doesNotMatch(paragraphs.join(), /COURIER|stray/);
    assert.match(paragraphs.join(' '), /dock 1 went on and on, and on, and .*dock 2/);
    assert.deepEqual(notes, [
      '3 lines in the margins of pages left out: “THE QUERN COURIER, PAGE 1”',
      'one piece of text left out, which is of no paragraph by its tags: “A stray word”',
    ]);
  });
});
