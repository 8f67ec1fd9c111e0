import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readingsOf } from '../../../support/readings.ts';

const PUBLIC = 'The lighthouse of Quern was lit again on Monday.';
const SECRET = 'The harbour master is to be accused on Friday.';

const entry = (body: string, fields = 'STATUS: Publish', more = '') =>
  `AUTHOR: Ismene Kott\nTITLE: Quern &amp; Osk\nBASENAME: quern\nPRIMARY CATEGORY: Harbour\nCATEGORY: Lamps\nTAGS: "sea",light\nDATE: 04/02/2020 08:30:00 PM\n${fields}\n-----\nBODY:\n${body}\n-----\n${more}--------\n`;

suite('Movable Type’s export', () => {
  test('an entry: its day, its author, its texts', async () => {
    const more = `EXTENDED BODY:\nSecond.\n-----\nThird.\n-----\nEXCERPT:\nLit again\n-----\nKEYWORDS:\n\n-----\nCOMMENT:\nAUTHOR: Osk\nEMAIL: osk@courier.example\nWell done.\n-----\n`;
    const { stories } = await readingsOf(entry(`${PUBLIC}\n\n<b>Again</b>.`, undefined, more));
    const [document] = stories;
    assert.equal(document?.title, 'Quern & Osk');
    assert.equal(document.date, '2020-04-02');
    assert.equal(document.author, 'Ismene Kott');
    assert.equal(document.summary, 'Lit again');
    assert.deepEqual(document.subjects, ['Harbour', 'Lamps', 'sea', 'light']);
    assert.equal(document.mdx, `${PUBLIC}\n\n**Again**.\n\nSecond. ----- Third.\n`);
    assert.match(document.notes.join(), /one comment left out/);
    assert.ok(!JSON.stringify(document).includes('osk@'));
  });

  test('windows’ ends of lines, several entries', async () => {
    const text = (entry(PUBLIC) + entry(`${PUBLIC} Again.`)).replaceAll('\n', '\r\n');
    assert.equal((await readingsOf(text)).stories.length, 2);
  });

  for (const fields of [
    'STATUS: Draft',
    'STATUS: draft',
    'STATUS: Future',
    'STATUS: Review',
    'STATUS:',
    'ALLOW PINGS: 1',
    'STATUS: Publish\nSTATUS: Draft',
    'STATUS: Publish\nPASSWORD: quay',
    'STATUS: Publish\nDATE: 04/02/2999 08:30:00 PM',
  ])
    test(`${JSON.stringify(fields)}: nothing of it is read`, async () => {
      const isLate = fields.includes('2999');
      const hidden = isLate
        ? entry(SECRET, fields).replace('DATE: 04/02/2020 08:30:00 PM\n', '')
        : entry(SECRET, fields);
      const found = await readingsOf(entry(PUBLIC) + hidden + entry(PUBLIC));
      assert.ok(!JSON.stringify(found).includes('accused'));
      assert.deepEqual([found.stories.length, found.skipped.length, found.faults], [2, 1, []]);
    });

  test('cut off: what is whole comes in, and the cut is told', async () => {
    const found = await readingsOf((entry(PUBLIC) + entry(SECRET)).slice(0, -12));
    assert.equal(found.stories.length, 1);
    assert.match(found.faults.join(), /^Here the export is cut off/);
  });
});
