import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ListedChange, withoutSameRecords } from '../../../src/domain/article/change.ts';

const change = (field: string, how: ListedChange['how'], value?: string): ListedChange => ({
  date: '2031-05-01',
  path: '/2031/04/02/storm/',
  field,
  how,
  ...(value && { value }),
});
const RECORDS = new Map([
  ['bo-lind', 'people/bo-lynd'],
  ['bo-lynd', 'people/bo-lynd'],
  ['ada-varga', 'people/ada-varga'],
]);
const without = (...all: ListedChange[]) =>
  withoutSameRecords(all, ({ value = '' }) => RECORDS.get(value));

test('a record that has another id is no change of an article', () => {
  const summary = change('summary', 'added');
  assert.deepEqual(
    without(change('people', 'removed', 'bo-lind'), change('people', 'added', 'bo-lynd'), summary),
    [summary],
  );
});

test('another record, another field, or one that is only added stays', () => {
  const all = [
    change('people', 'removed', 'bo-lind'),
    change('people', 'added', 'ada-varga'),
    change('about', 'added', 'bo-lynd'),
    change('people', 'removed', 'gone'),
    change('people', 'added', 'gone-too'),
  ];
  assert.deepEqual(without(...all), all);
});
