import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  nameOf,
  placeOf,
  readBefore,
  unchangedWords,
  wordsOfPlace,
} from '../../src/messages/correction.ts';

const WAS = 'p-aaaaaaaa';

test('a paragraph that keeps its words is not shown twice with the same', () => {
  assert.equal(readBefore({ was: WAS }, [WAS]), undefined);
  assert.match(unchangedWords({ was: WAS }, [WAS]) ?? '', /same words/);
});

test('what is no paragraph is not called one: a picture, a figure, a row of a table', () => {
  const all = ['p-aaaaaaaa', 'o-aaaaaaaa', 'm-aaaaaaaaaaaa', 'm-aaaaaaaaaaaa.caption', 'f-lost'];
  for (const was of all) {
    assert.doesNotMatch(`${readBefore({ was })}`, /paragraph/, was);
    assert.doesNotMatch(wordsOfPlace(was), /paragraph/, was);
    assert.doesNotMatch(`${unchangedWords({ was }, [was])}`, /paragraph/, was);
  }
  assert.equal(
    unchangedWords({ was: 'm-aaaaaaaaaaaa' }, ['m-aaaaaaaaaaaa']),
    'The same file stands there now.',
  );
});

test('one that has other words, or is gone, is shown as it was', () => {
  for (const became of [[], ['p-bbbbbbbb']]) {
    assert.equal(readBefore({ was: WAS }, became), 'The text read');
    assert.equal(unchangedWords({ was: WAS }, became), undefined);
  }
});

test('a picture that was swapped is called a medium, and leads to the one in its place', () => {
  const swapped = { was: 'm-aaaaaaaaaaaa', added: 'm-bbbbbbbbbbbb', medium: 'm-bbbbbbbbbbbb' };
  assert.equal(readBefore(swapped), 'A picture or other medium stood here');
  assert.equal(placeOf(swapped, []), 'm-bbbbbbbbbbbb');
  assert.equal(placeOf({ was: 'm-aaaaaaaaaaaa.caption', medium: undefined }, []), undefined);
});

test('a field is called by words, and not by its key', () => {
  for (const field of ['source.author', 'source.archivedUrl', 'sameAs', 'partOf', 'distinctFrom'])
    assert.doesNotMatch(nameOf(field), /[.A-Z]/, field);
});
