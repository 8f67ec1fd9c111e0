import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifiers, idFault } from '../../src/domain/identifier.ts';

test('an id is lower-case letters, digits and single hyphens between them', () => {
  for (const id of ['a', '7', 'ada-varga', 'a1-b2', 'x'.repeat(80), 'page', 'console', 'com10'])
    assert.equal(idFault(id), undefined, id);
  const others = [
    '',
    '-',
    '-a',
    'a-',
    'a--b',
    'A',
    'áda',
    'a b',
    'a_b',
    'a.b',
    '..',
    '../a',
    'a/b',
  ];
  for (const id of [...others, 'a\n', ' a', 'a\u200B', 'ａ', '港'])
    assert.match(idFault(id)?.rule ?? '', /lower-case letters a to z/, id);
});

test('an id is not too long for a file or an address', () => {
  assert.match(idFault('x'.repeat(81))?.rule ?? '', /at most 80 characters/);
});

test('names that Windows or the archive keep for themselves are no ids', () => {
  for (const id of ['con', 'nul', 'com1', 'lpt9', 'page-2', 'page-10', 'index'])
    assert.match(idFault(id)?.rule ?? '', /reserved/, id);
});

test('each id stands once in a list, and the second one is the fault', () => {
  assert.deepEqual(identifiers.parse(['b', 'a']), ['b', 'a']);
  const { error } = identifiers.safeParse(['a', 'b', 'a']);
  assert.deepEqual(
    error?.issues.map(({ path }) => path),
    [[2]],
  );
});
