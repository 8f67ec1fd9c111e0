import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  filedRankOf,
  isInHeading,
  rankOf,
  weightOf,
  weightSign,
} from '../../../../src/domain/search/words/weight.ts';

const text = { heading: 6, opening: 40, all: 300, numbers: 5 };
const weight = (places: number[], extent = text) => weightOf(weightSign(places, extent));

test('a word weighs more in the heading than in the first paragraph, and there more than below', () => {
  assert.ok(weight([2]) > weight([10]));
  assert.ok(weight([10]) > weight([100]));
  assert.ok(weight([100, 200]) > weight([100]));
});

test('a word weighs less in a long text, and in a table or list of prices', () => {
  assert.ok(weight([100], { ...text, all: 3000 }) < weight([100]));
  assert.ok(weight([10], { ...text, numbers: 150 }) < weight([10]));
});

test('a word weighs less in a note that is little more than its headline', () => {
  assert.ok(weight([2], { ...text, all: 10, opening: 10 }) < weight([2], { ...text, all: 100 }));
  assert.equal(weight([2], { ...text, all: 100 }), weight([2], { ...text, all: 250 }));
});

test('a sign tells whether the heading has the word', () => {
  assert.ok(isInHeading(weightSign([2, 100], text)));
  assert.ok(!isInHeading(weightSign([6, 100], text)));
  assert.ok(
    weightSign(
      Array.from({ length: 500 }, (_, at) => at),
      text,
    ) < 64,
  );
});

test('an article that is filed under a name ranks above all that only have its words', () => {
  for (const holding of [1, 50, 999])
    assert.ok(filedRankOf(0, holding, 1000) >= rankOf(1e9, holding, 1000));
  assert.ok(filedRankOf(5, 50, 1000) > filedRankOf(1, 50, 1000));
});
