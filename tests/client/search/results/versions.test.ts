import assert from 'node:assert/strict';
import { test } from 'node:test';
import { versionsOf } from '../../../../src/client/search/results/versions.ts';
import type { ArticleData } from '../../../../src/domain/article/article-data.ts';

const TEXT = `The packet Sable Tern ran aground off Horin Reef in the night, and her crew of nine was taken off by the
  lifeboat of Port Ansel before the tide turned, the Harbour Board said on Tuesday morning.`;
const filed = (date: string, heading: string, text: string) => ({
  article: {
    date,
    heading,
    summary: null,
    paragraphs: [{ id: 'p-1', text }],
  } as unknown as ArticleData,
});
const grouped = (...hits: ReturnType<typeof filed>[]) =>
  versionsOf(hits).map((group) => group.map((hit) => hits.indexOf(hit)));

test('the same text filed twice is one, in the order of the first', () => {
  const other = filed('2031-04-02', 'Aground', TEXT.split(' ').toReversed().join(' '));
  assert.deepEqual(
    grouped(
      filed('2031-04-02', 'Packet aground', TEXT),
      other,
      filed('2031-04-03', 'PACKET AGROUND, all saved', `${TEXT} Nobody was hurt.`),
    ),
    [[0, 2], [1]],
  );
});

test('a text of another week is another, and so is one with other figures', () => {
  const list = (numbers: string) =>
    `Prices at the summer market: ${numbers
      .split('')
      .map((one) => `eel ${one}0, cod ${one}5, salt ${one}1.5`)
      .join('; ')}`;
  assert.equal(grouped(filed('2031-04-02', 'A', TEXT), filed('2031-05-02', 'A', TEXT)).length, 2);
  const lists = ['12345678', '98765432'].map((numbers) =>
    filed('2031-04-02', 'Prices', list(numbers)),
  );
  assert.equal(grouped(...lists).length, 2);
});

test('short texts are the same on the same day under the same headline alone', () => {
  const short = 'See above.';
  const first = filed('2031-04-02', 'Tides', short);
  assert.deepEqual(grouped(first, filed('2031-04-02', 'Tides', short)), [[0, 1]]);
  assert.equal(grouped(first, filed('2031-04-02', 'Lamps', short)).length, 2);
  assert.equal(grouped(first, filed('2031-04-03', 'Tides', short)).length, 2);
});
