import assert from 'node:assert/strict';
import { test } from 'node:test';
import { senselessValues, soundSearch } from '../../../src/domain/search/address.ts';
import type { RecordFile } from '../../../src/domain/search/layout.ts';
import { searchOf, stateOf } from '../../../src/domain/search/state.ts';
import { faultSentence } from '../../../src/messages/search-address.ts';

const files = {
  record: async (_: string, id: string) => (id === 'ada' ? ({} as RecordFile) : undefined),
};
const heard = (search: string) =>
  senselessValues(new URLSearchParams(search)).map((fault) => faultSentence(fault, 'en-GB'));
const sound = async (search: string) => {
  const { state, faults } = await soundSearch(stateOf(new URLSearchParams(search)), files);
  return [searchOf(state), ...faults.map((fault) => faultSentence(fault, 'en-GB'))];
};

test('each value of an address that makes no sense is named', () => {
  for (const [search, words] of [
    ['from=1987-13-45', /“1987-13-45” is no day/],
    ['to=soon', /“soon” is no day/],
    ['sort=best', /“best” is no order/],
    ['page=0', /“0” is no number of a page/],
    ['page=1e3', /“1e3” is no number of a page/],
    ['page=-1', /“-1” is no number of a page/],
  ] as const) {
    const [sentence = '', ...others] = heard(search);
    assert.match(sentence, words);
    assert.deepEqual(others, []);
  }
  assert.deepEqual(heard('q=a&from=2031-01-01&to=&sort=newest&page=2&other=x'), []);
  assert.ok((heard(`sort=${'x'.repeat(5000)}`)[0]?.length ?? 0) < 200);
});

test('a search is shown without what cannot be, and all else of it stays', async () => {
  assert.deepEqual(await sound('?q=a&person=ada&from=2031-01-01&to=2031-01-01'), [
    '?q=a&person=ada&from=2031-01-01&to=2031-01-01',
  ]);
  const [turned, order] = await sound('?q=a&from=2032-03-01&to=2031-02-01');
  assert.equal(turned, '?q=a');
  assert.match(order ?? '', /1 March 2032, comes after the last, 1 February 2031/);
  const [known, person, place] = await sound('?person=nobody&person=ada&place=nowhere');
  assert.equal(known, '?person=ada');
  assert.match(person ?? '', /no person “nobody”/);
  assert.match(place ?? '', /no place “nowhere”/);
});
