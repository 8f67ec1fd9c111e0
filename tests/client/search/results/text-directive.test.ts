import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textDirective } from '../../../../src/client/search/results/text-directive.ts';

const rangeOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const marked = (text: string, words: string, earlier: string[] = []) =>
  decodeURIComponent(textDirective(text, [rangeOf(text, words)], earlier));

test('words are marked between those around them', () => {
  assert.equal(
    marked('The old lamp was lit by the keeper at dusk.', 'lit'),
    ':~:text=The old lamp was-,lit,-by the keeper at',
  );
  assert.equal(marked('Lamps again.', 'Lamps'), ':~:text=Lamps,-again.');
});

test('a word is marked whole', () => {
  assert.equal(marked('So Varga’s boat left.', 'Varga'), ':~:text=So-,Varga’s,-boat left.');
});

test('signs of the directive itself are escaped', () => {
  const text = 'A well-lit, long & dark room';
  assert.equal(
    textDirective(text, [rangeOf(text, 'long')], []),
    ':~:text=A%20well%2Dlit%2C-,long,-%26%20dark%20room',
  );
});

test('what a browser would find elsewhere first is not marked', () => {
  const text = 'You may sit by the stove.';
  assert.equal(marked(text, 'stove', ['Nothing here', text]), '');
  assert.equal(textDirective('lamp lamp lamp', [{ start: 5, end: 9 }], ['lamp lamp lamp']), '');
});
