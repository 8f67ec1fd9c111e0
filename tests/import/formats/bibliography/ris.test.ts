import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { placed, stated } from './read.ts';

const ris = (...lines: string[]) => [...lines, 'ER  - ', ''].join('\r\n');
const news = (...lines: string[]) => ris('TY  - NEWS', 'TI  - Quern', ...lines);

suite('RIS', () => {
  const WHOLE = {
    kind: 'none',
    title: 'The lamp of Quern',
    date: '2021-04-02',
    author: 'Ismene Kott, Jon Brandt Jr.',
    publisher: 'The Quern Courier',
    url: 'https://courier.example/1',
    accessed: '2021-05-06',
    lang: 'de',
    summary: 'Who kept it.',
    subjects: ['lamps', 'keepers'],
    volume: '12',
    issue: '163',
    edition: 'late',
    page: '12–14',
  };
  const COMMON = [
    ...['VL  - 12', 'IS  - 163', 'ET  - late', 'SP  - 12', 'EP  - 14', 'KW  - lamps'],
    ...['KW  - keepers', 'UR  - https://courier.example/1', 'LA  - ger', 'Y2  - 2021/05/06/'],
  ];

  test('each tag that has a place here, of today and of before', async () => {
    const today = ris(
      ...['TY  - NEWS', 'TI  - The lamp of Quern', 'AU  - Kott, Ismene', 'AU  - Brandt, Jon, Jr.'],
      ...['T2  - The Quern Courier', 'DA  - 2021/04/02/', 'AB  - Who kept it.', ...COMMON],
    );
    const before = ris(
      ...['TY  - NEWS', 'T1  - The lamp of Quern', 'A1  - Kott, Ismene', 'A1  - Brandt, Jon, Jr.'],
      ...['JF  - The Quern Courier', 'Y1  - 2021/04/02/', 'N2  - Who kept it.', ...COMMON],
    );
    assert.deepEqual(await stated(today), WHOLE);
    assert.deepEqual(await stated(before), WHOLE);
    assert.deepEqual(await stated(`\uFEFF${today}`), WHOLE);
    assert.deepEqual(await stated(`Provider: Quern Base\nContent: text/plain\n\n${today}`), WHOLE);
    assert.deepEqual(await stated(today.replaceAll('\r\n', '\r')), WHOLE);
  });

  test('what is private is left out and told by its tag alone', async () => {
    const item = await stated(
      news(
        'DA  - 2021/04/02',
        'N1  - I doubt it',
        'RN  - x',
        'L1  - file:///home/a.pdf',
        'SN  - 1',
      ),
    );
    assert.deepEqual(item.notes, ['its fields “N1”, “RN”, “L1”, “SN” left out']);
    assert.doesNotMatch(JSON.stringify(item), /doubt|home/);
  });

  test('where its owner keeps the file is no address, nor opens a work of no kind', async () => {
    const own = ['L1', 'L2', 'L3', 'L4'].map((tag) => `${tag}  - https://proxy.example/?key=osk`);
    const item = await stated(news('DA  - 2021/04/02', ...own));
    assert.equal(item.url, undefined);
    assert.doesNotMatch(JSON.stringify(item), /osk/);
    assert.deepEqual(item.notes, ['its fields “L1”, “L2”, “L3”, “L4” left out']);
    const loose = ris('TY  - GEN', 'TI  - Quern', 'DA  - 2021/04/02', ...own);
    assert.match(`${[...(await placed(loose)).values()][0]}`, /^kind: /);
  });

  const DAYS: [lines: string[], day: string | undefined][] = [
    [['DA  - 2021/04/02'], '2021-04-02'],
    [['DA  - 2021/4/2/morning'], '2021-04-02'],
    [['PY  - 2021/04/02/'], '2021-04-02'],
    [['PY  - 2021', 'DA  - 2 April 2021'], '2021-04-02'],
    [['PY  - 2021', 'DA  - Apr 02'], '2021-04-02'],
    [['DA  - 20210402'], '2021-04-02'],
    [['DA  - 2021/04//'], undefined],
    [['PY  - 2021'], undefined],
    [['PY  - 2021///', 'DA  - 04/02'], undefined],
    [['Y1  - 2021///Spring'], undefined],
  ];
  for (const [lines, day] of DAYS)
    test(`the day of ${lines.join(', ')}`, async () => {
      const { date, notes } = await stated(news(...lines));
      assert.equal(date, day);
      if (day === undefined) assert.match(notes?.join() ?? '', /names no day/);
    });

  test('a line without a tag goes on with the one before it', async () => {
    const { summary } = await stated(
      news('DA  - 2021/04/02', 'AB  - Who', '  kept it', '', 'then.'),
    );
    assert.equal(summary, 'Who kept it then.');
  });

  test('types: articles come in, all others are passed over by what they are', async () => {
    for (const type of ['NEWS', 'MGZN', 'JOUR', 'ELEC', 'BLOG', 'EJOUR'])
      assert.equal(
        (await stated(ris(`TY  - ${type}`, 'TI  - Quern', 'DA  - 2021/04/02'))).kind,
        'none',
      );
    const others = Object.entries({
      ...{ BOOK: 'book', CHAP: 'book', THES: 'thesis', PCOMM: 'letter', UNPB: 'manuscript' },
      ...{ RPRT: 'report', CONF: 'paper', SOUND: 'recording', PAT: 'kind', GEN: 'kind' },
    });
    for (const [type, as] of others) {
      const [item] = (
        await placed(ris(`TY  - ${type}`, 'TI  - Quern', 'DA  - 2021/04/02'))
      ).values();
      assert.match(`${item}`, new RegExp(`^${as}: `), type);
    }
  });

  test('what has no end fails alone, with its line', async () => {
    const items = await placed(
      `TY  - NEWS\nTI  - Cut off\n${news('DA  - 2021/04/02')}TY  - NEWS\nTI  - Cut off too\n`,
    );
    assert.deepEqual(
      [...items].map(([place, item]) => [
        place,
        typeof item === 'object' ? item.title : item.slice(0, 13),
      ]),
      [
        [':1', 'It has no end'],
        [':3', 'Quern'],
        [':7', 'It has no end'],
      ],
    );
  });

  test('text in another encoding is read where that is named, and else refused by its line', async () => {
    const latin = Buffer.from(news('DA  - 2021/04/02', 'AU  - Köhler, Änne'), 'latin1');
    const [item] = (await placed(latin, 'windows-1252')).values();
    assert.equal(typeof item === 'object' && item.author, 'Änne Köhler');
    const [refused] = (await placed(latin)).values();
    assert.match(`${refused}`, /^Line 4 is not UTF-8\. .*--encoding/);
  });

  test('nothing acts, and entities of databases are read', async () => {
    const words = 'Quern <script>alert(1)</script> {process.exit()} & \\write18';
    const { title } = await stated(
      ris('TY  - NEWS', `TI  - ${words.replace('&', '&amp;')}`, 'DA  - 2021/04/02'),
    );
    assert.equal(title, words);
  });

  test('a text that speaks of RIS is none', async () => {
    const [item] = (
      await placed('The form begins so:\n\nTY  - NEWS\nTI  - Quern\nER  - \n')
    ).values();
    assert.ok(typeof item === 'object' && item.kind === undefined);
  });
});
