import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heard, unlikeness } from '../../../../src/domain/search/corrections/unlikeness.ts';

const between = (a: string, b: string) => unlikeness(heard(a), heard(b));

test('words are liker the smaller the slip is', () => {
  const orders: string[][] = [
    // What it is compared with, then what is ever more unlike.
    ['halloran', 'haloran', 'halloren', 'hallorna', 'halloban'],
    ['dunmarrow', 'dunmarow', 'dunmarrew', 'bunmarrow'],
    ['فارغا', 'فارقا', 'فارسا'],
  ];
  for (const [word = '', ...others] of orders) {
    const all = others.map((other) => between(word, other) ?? Infinity);
    assert.deepEqual(
      all,
      all.toSorted((a, b) => a - b),
      `${word}: ${all}`,
    );
    assert.ok(all[0] !== Infinity && (all[0] ?? 0) > 0, word);
  }
});

test('it is the same both ways, and nothing is unlike itself', () => {
  for (const [a, b] of [
    ['lamps', 'lapms'],
    ['tzurnov', 'zurnow'],
    ['潮沢凪彦', '潮沢凪人'],
  ] as const) {
    assert.equal(between(a, b), between(b, a));
    assert.equal(between(a, a), 0);
  }
});

test('words that are not misspellings of each other are not compared any further', () => {
  for (const [a, b] of [
    ['oil', 'oak'],
    ['cat', 'dog'],
    ['ferry', 'harbour'],
    ['田村', '潮沢'],
    ['a', 'incomprehensible'],
    ['', 'ab'],
  ] as const)
    assert.equal(between(a, b), undefined, `${a} ${b}`);
});

test('two letters that changed places are one slip', () => {
  const exchanged = between('harbour', 'harobur') ?? Infinity;
  assert.ok(exchanged < (between('harbour', 'harkmour') ?? Infinity));
  assert.ok(exchanged < 1);
});
