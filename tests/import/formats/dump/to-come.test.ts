import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isToCome } from '../../../../src/import/formats/dump/to-come.ts';
import { bloggerExport, ghostExport, restPost, wordPressExport } from '../../../support/exports.ts';
import { readingsOf } from '../../../support/readings.ts';

const SECRET = 'The harbour master of Quern is to be accused on Friday.';
const undated = (feed: string) => feed.replace(/<(pubDate|updated)>[^<>]{0,99}<\/\1>/u, '');
const LIVE =
  '<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><published>2999-04-07T00:30:00Z</published>';
const entry = (day: string) =>
  `AUTHOR: Ismene Kott\nTITLE: Quern\nDATE: ${day} 08:30:00 PM\nSTATUS: Publish\n-----\nBODY:\n${SECRET}\n-----\n--------\n`;
const moment = { date: '2999-04-07T10:00:00', date_gmt: '2999-04-07T08:00:00' };

suite('a post that is published, on a day to come, is scheduled', () => {
  const forms: readonly [form: string, source: string][] = [
    ['WordPress’s API', JSON.stringify(restPost(`<p>${SECRET}</p>`, moment))],
    [
      'WordPress’s API without a zone',
      JSON.stringify(restPost(`<p>${SECRET}</p>`, { ...moment, date_gmt: undefined })),
    ],
    [
      'WordPress’s export',
      undated(wordPressExport([{ content: SECRET }])).replaceAll('2031-04-07', '2999-04-07'),
    ],
    [
      'WordPress’s export, made before',
      wordPressExport([{ content: SECRET }]).replaceAll('2031-04-07', '2999-04-07'),
    ],
    ['Blogger', undated(bloggerExport([[LIVE, SECRET]]))],
    ['Movable Type', entry('04/07/2999')],
    [
      'Ghost',
      ghostExport([{ html: `<p>${SECRET}</p>`, published_at: '2999-04-07T08:00:00.000Z' }]),
    ],
    ['a table', `title,date,status,text\nQuern,2999-04-07,published,${SECRET}\n`],
  ];
  for (const [form, source] of forms)
    test(form, async () => {
      const { stories, skipped, faults } = await readingsOf(source);
      assert.deepEqual(faults, []);
      assert.deepEqual(stories, []);
      assert.deepEqual(
        skipped.map(({ as }) => as),
        ['scheduled'],
      );
    });

  test('an export that says when it was made is as of that day', async () => {
    const { stories } = await readingsOf(wordPressExport([{ content: SECRET }]));
    assert.equal(stories.length, 1);
  });
});

test('a clock without a zone is to come where it is so everywhere', () => {
  const noon = Date.parse('2021-04-07T12:00:00Z');
  assert.equal(isToCome('2021-04-07T12:00:01Z', noon), true);
  assert.equal(isToCome('2021-04-07T12:00:00Z', noon), false);
  assert.equal(isToCome('2021-04-08', noon), false);
  assert.equal(isToCome('2021-04-08T01:00:00', noon), false);
  assert.equal(isToCome('2021-04-09', noon), true);
  assert.equal(isToCome('some day', noon), false);
});
