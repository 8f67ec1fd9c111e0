import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { placed, stated } from './read.ts';

const NEWS = { id: 'a', type: 'article-newspaper', title: 'Quern' };
const json = (...items: unknown[]) => JSON.stringify(items);
const dated = (issued: unknown) => json({ ...NEWS, issued });

suite('CSL-JSON', () => {
  test('each field that has a place here, and none other', async () => {
    const item = {
      ...NEWS,
      title: 'The lamp of <i>Quern</i> &amp; Osk',
      author: [
        { family: 'Kott', given: 'Ismene' },
        { family: 'Meer', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
        { literal: 'Harbour Board' },
      ],
      'container-title': 'The Quern Courier',
      issued: { 'date-parts': [['2021', 4, 2]] },
      accessed: { 'date-parts': [[2021, 5, 6]] },
      URL: 'https://courier.example/1',
      language: 'en-GB',
      abstract: '<jats:p>Who kept it.</jats:p>',
      keyword: 'lamps, keepers',
      ...{ volume: 12, issue: '163', edition: 'late', page: 'A1' },
      ...{ note: 'I doubt it', annote: 'Ask her', DOI: '10.1234/q', 'original-date': {} },
    };
    assert.deepEqual(await stated(json(item)), {
      kind: 'none',
      title: 'The lamp of Quern & Osk',
      date: '2021-04-02',
      author: 'Ismene Kott; Jan van der Meer Jr.; Harbour Board',
      publisher: 'The Quern Courier',
      url: 'https://courier.example/1',
      accessed: '2021-05-06',
      lang: 'en-GB',
      summary: 'Who kept it.',
      subjects: ['lamps', 'keepers'],
      volume: '12',
      issue: '163',
      edition: 'late',
      page: 'A1',
      notes: ['its fields “note”, “annote”, “DOI” left out'],
    });
    assert.deepEqual(await stated(JSON.stringify(item)), await stated(json(item)));
  });

  test('a DOI is an address where there is no other', async () => {
    const { url } = await stated(
      json({ ...NEWS, issued: { raw: '2021-04-02' }, DOI: '10.1234/q' }),
    );
    assert.equal(url, 'https://doi.org/10.1234/q');
  });

  const DAYS: [issued: unknown, day: string | undefined][] = [
    [{ 'date-parts': [[2021, 4, 2]] }, '2021-04-02'],
    [
      {
        'date-parts': [
          [2021, 4, 2],
          [2021, 4, 2],
        ],
      },
      '2021-04-02',
    ],
    [{ raw: '2 April 2021' }, '2021-04-02'],
    [{ literal: '2021-04-02' }, '2021-04-02'],
    [{ 'date-parts': [[2021, 4]] }, undefined],
    [{ 'date-parts': [[2021]], season: 'spring' }, undefined],
    [
      {
        'date-parts': [
          [2021, 4, 2],
          [2021, 4, 5],
        ],
      },
      undefined,
    ],
    [{ 'date-parts': [[2021, 2, 30]] }, undefined],
    [{ literal: 'n.d.' }, undefined],
  ];
  for (const [issued, day] of DAYS)
    test(`the day of ${JSON.stringify(issued)}`, async () => {
      const { date, notes } = await stated(dated(issued));
      assert.equal(date, day);
      if (day === undefined) assert.match(notes?.join() ?? '', /names no day/);
    });

  test('what is no article is passed over by what it is; what is no item fails alone', async () => {
    const issued = { 'date-parts': [[2021, 4, 2]] };
    const items = await placed(
      json(
        { ...NEWS, issued },
        ...['book', 'thesis', 'personal_communication', 'interview', 'manuscript'].map((type) => ({
          ...NEWS,
          type,
          issued,
        })),
        { ...NEWS, issued, status: 'in press' },
        { ...NEWS, issued, visibility: 'private' },
        { ...NEWS, issued, custom: { draft: true } },
        7,
        { ...NEWS, title: 'Last', issued },
      ),
    );
    assert.deepEqual(
      [...items].map(([place, item]) => [
        place,
        typeof item === 'object' ? item.title : item.split(/[: ]/)[0],
      ]),
      [
        [', item 1', 'Quern'],
        [', item 2', 'book'],
        [', item 3', 'thesis'],
        [', item 4', 'letter'],
        [', item 5', 'interview'],
        [', item 6', 'manuscript'],
        [', item 7', 'draft'],
        [', item 8', 'private'],
        [', item 9', 'draft'],
        [', item 10', 'It'],
        [', item 11', 'Last'],
      ],
    );
  });

  test('nothing acts, and inherited names are no fields', async () => {
    const words = 'Quern <script>alert(1)</script> {process.exit()}';
    const item = `[{"__proto__": {"title": "No"}, "type": "article-newspaper", "title": ${JSON.stringify(words)}, "issued": {"raw": "2021-04-02"}, "author": [{"constructor": 1}, 7, null]}]`;
    const { title, author } = await stated(item);
    assert.equal(title, words);
    assert.equal(author, undefined);
  });
});
