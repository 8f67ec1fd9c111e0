import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readItems, statedIn } from '../../../support/items.ts';

const iptc = (
  head = '1ST LEAD\r\nFerry runs again\r\nBy Ada Varga, ca =\r\n',
  end = '020915 GMT Apr 31',
) =>
  `\u0001eca062 4 i 211 ccccb   ca 061\r\n\nAnsel-shipping/Ferry/\r\n\u0002${head}\n   Port Ansel (ca) - The ferry\r\nleft.\r\n\n   "Late," said all.\r\n\n# Notebook\r\n\nThe following information is not intended for publication\r\n\nTel: 555\r\n\u0003${end}\r\n\u007f\u0004`;

suite('IPTC 7901', () => {
  test('what a message states; what is for editors left out', async () => {
    assert.deepEqual(await statedIn(iptc()), {
      title: 'Ferry runs again',
      date: '2031-04-02',
      published: '2031-04-02T09:15Z',
      author: 'Ada Varga, ca',
      publisher: 'ca',
      subjects: ['Ansel-shipping', 'Ferry'],
      mdx: 'Port Ansel (ca) - The ferry left.\n\n"Late," said all.\n',
      notes: [
        '“1ST LEAD” above its headline left out',
        'what is for editors below its text left out',
      ],
    });
  });

  test('several messages; what is taken back or held is passed over', async () => {
    const found = await readItems(
      iptc() + iptc('WITHDRAWAL\r\nFerry =\r\n') + iptc('Sperrfrist: Freitag\r\nFerry =\r\n'),
    );
    assert.equal(typeof found[0], 'object');
    assert.equal(found[1], 'it is marked as “WITHDRAWAL”');
    assert.match(`${found[2]}`, /^its note to editors holds it back/);
  });
});

const anpa = (head: string, text: string, end = 'CA-WF-04-02-31 0915GMT<') =>
  `\u0016\u0016\u0001w2870\u001f_asian\nf l\u0013\u0011 BC-CA--Ferry     04-02 0211\n\u0002^BC-CA--Ferry,211<\n${head}${text}\n\u0003${end}\n\f\n\u0004`;
const HEAD =
  '^Ferry runs again<\n^CA Photo X1<\n^Eds: Adds tides.<\n^By ADA VARGA=\n^Coast Agency=\n';

suite('ANPA 1312', () => {
  test('what a message states', async () => {
    assert.deepEqual(
      await statedIn(
        anpa(
          HEAD.replace('CA Photo', 'AP Photo'),
          '\t   PORT ANSEL (CA) _ It left. \n \n\t   It was late.\n^Next=\n\t  More.\nDay;m;ft<\n',
        ),
      ),
      {
        title: 'Ferry runs again',
        date: '2031-04-02',
        published: '2031-04-02T09:15Z',
        author: 'ADA VARGA',
        publisher: 'CA',
        mdx: 'PORT ANSEL (CA) \\_ It left.\n\nIt was late.\n\nNext\n\nMore.\n\nDay;m;ft\n',
        notes: [
          '“Coast Agency” of its byline left out',
          'its note to editors left out: “Eds: Adds tides.”',
          'the line on its pictures left out: “AP Photo X1”',
        ],
      },
    );
  });

  test('a table below a centred headline; a list of lines; a day without a year', async () => {
    const table = await statedIn(anpa('^Tides=\n', '^Day;m;ft<\nFriday;3;10<'));
    assert.equal(table.title, 'Tides');
    assert.equal(table.mdx, 'Day;m;ft\n\nFriday;3;10\n');
    const list = await statedIn(anpa('^Ten things<\n', '^One goes<\n^Two comes<', ''));
    assert.equal(list.title, 'Ten things');
    assert.equal(list.mdx, 'One goes\n\nTwo comes\n');
    assert.deepEqual(list.notes, ['it gives its day without a year: 04-02']);
  });

  test('a kill is passed over', async () => {
    assert.deepEqual(await readItems(anpa('^MANDATORY KILL<\n', '\t  Do not use it.')), [
      'it is marked as “MANDATORY KILL”',
    ]);
  });
});
