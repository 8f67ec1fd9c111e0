import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  articlesIndex,
  namesIndex,
  paragraphsIndex,
  spellingRules,
} from '../../src/exporting/opensearch/index-definition.ts';

const of = (...spellings: string[]) => ({ spellings });

test('the spellings of a record are a rule', () => {
  assert.deepEqual(spellingRules([of('Ada Varga', 'A. Varga'), of('Orrel')]), [
    'Ada Varga, A. Varga',
  ]);
});

test('a spelling that several records have is in no rule, in whatever case', () => {
  assert.deepEqual(
    spellingRules([of('Mark Ellis', 'M. Ellis', 'ELLIS'), of('Ann Ellis', 'Ellis', 'Annie Ellis')]),
    ['Mark Ellis, M. Ellis', 'Ann Ellis, Annie Ellis'],
  );
});

test('signs that mean something in a rule stand for themselves', () => {
  assert.deepEqual(spellingRules([of('Varga, Ada', 'A => B', '\\o/')]), [
    'Varga\\, Ada, A \\=\\> B, \\\\o/',
  ]);
});

test('an index knows each of its fields, and takes no other', () => {
  for (const { mappings } of [articlesIndex([]), paragraphsIndex([]), namesIndex()])
    assert.equal(mappings.dynamic, 'strict');
});
