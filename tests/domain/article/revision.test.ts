import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Correction } from '../../../src/domain/article/correction.ts';
import { paragraphId, paragraphIds } from '../../../src/domain/article/paragraph.ts';
import { becameOf } from '../../../src/domain/article/revision.ts';

const QUAY =
  'The lamps of the quay were dark, and the boats that went out at noon came back at three.';
const BOARD = 'The Harbour Board said that twelve sailors were missing since Tuesday.';
const ADA = '“We look on,” said Ada Varga, who steers the ferry.';
const ARABIC = 'قالت إدارة الميناء إن اثني عشر بحارا فقدوا منذ يوم الثلاثاء.';
const TEXT = [QUAY, BOARD, ADA, ARABIC];

const paragraphs = (texts: readonly string[]) => {
  const ids = paragraphIds(texts);
  return texts.map((text, index) => ({ id: ids[index] ?? '', text }));
};
const corrects = (text: string, date = '2031-05-01'): Correction => ({
  date,
  note: 'It was wrong.',
  was: paragraphId(text),
  text,
  typo: false,
});
const became = (corrections: readonly Correction[], texts: readonly string[]) => {
  const present = paragraphs(texts);
  return becameOf(corrections, present).map((ids) =>
    ids.map((id) => present.find((paragraph) => paragraph.id === id)?.text),
  );
};
const [half, rest] = QUAY.split(', and ') as [string, string];
const NEW_BOARD = BOARD.replace('twelve', 'ten');
const NEWER_BOARD =
  'The Board of the harbour says that nine of its sailors are missing since Monday.';

// biome-ignore format: a table, a change a row
const CASES: [name: string, corrections: Correction[], now: string[], became: string[][]][] = [
  ['a word changed', [corrects(BOARD)], [QUAY, NEW_BOARD, ADA], [[NEW_BOARD]]],
  ['a word changed in Arabic', [corrects(ARABIC)], [QUAY, BOARD, ARABIC.replace('الثلاثاء', 'الأحد')], [[ARABIC.replace('الثلاثاء', 'الأحد')]]],
  ['split in two', [corrects(QUAY)], [half, rest, BOARD, ADA], [[half, rest]]],
  ['joined to the next', [corrects(QUAY), corrects(BOARD)], [`${QUAY} ${BOARD}`, ADA], [[`${QUAY} ${BOARD}`], [`${QUAY} ${BOARD}`]]],
  ['taken out', [corrects(QUAY)], [BOARD, ADA], [[]]],
  ['moved', [corrects(QUAY)], [BOARD, ADA, QUAY], [[QUAY]]],
  ['corrected twice', [corrects(BOARD, '2031-05-01'), corrects(NEW_BOARD, '2031-06-01')], [QUAY, NEWER_BOARD], [[NEWER_BOARD], [NEWER_BOARD]]],
  ['corrected twice, the later one first in the file', [corrects(NEW_BOARD, '2031-06-01'), corrects(BOARD, '2031-05-01')], [QUAY, NEWER_BOARD], [[NEWER_BOARD], [NEWER_BOARD]]],
  ['corrected, and then taken out', [corrects(BOARD, '2031-05-01'), corrects(NEW_BOARD, '2031-06-01')], [QUAY, ADA], [[], []]],
  ['added', [{ date: '2031-05-01', note: 'More.', added: paragraphId(ADA), typo: false }], [QUAY, ADA], [[ADA]]],
  ['a headline', [{ date: '2031-05-01', note: 'More.', was: 'title', text: QUAY, typo: false }], [QUAY], [[]]],
  ['a paragraph of a few words', [corrects('It rained.')], [QUAY, 'It snowed.', 'It rained all day.'], [['It rained all day.']]],
];
for (const [name, corrections, now, expected] of CASES)
  test(name, () => assert.deepEqual(became(corrections, now), expected));

test('a word changed at random leads to the paragraph that has it, wherever that stands', () => {
  const change = fc.tuple(fc.nat(3), fc.nat(30), fc.constantFrom('often', 'ليلا', 'x'), fc.nat(3));
  fc.assert(
    fc.property(change, ([which, at, word, place]) => {
      const old = TEXT[which] ?? '';
      const words = old.split(' ');
      const changed = words.with(at % words.length, word).join(' ');
      if (changed === old) return;
      const now = TEXT.filter((text) => text !== old).toSpliced(place, 0, changed);
      assert.deepEqual(became([corrects(old)], now), [[changed]]);
    }),
    { seed: 3 },
  );
});
