import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joinedKey, keysOf } from '../../../../src/domain/search/corrections/keys.ts';

const haveOneInCommon = (a: string, b: string) => {
  const keys = new Set(keysOf(a));
  return keysOf(b).some((key) => keys.has(key));
};

test('what differs in vowels and double letters alone has the same first key', () => {
  for (const [a, b] of [
    ['halloran', 'haloren'],
    ['kervelloc', 'karvelok'],
    ['هالوران', 'هالورن'],
    ['халлоран', 'холоран'],
  ] as const)
    assert.equal(keysOf(a)[0], keysOf(b)[0], `${a} ${b}`);
});

test('so has what is one name in other ways of writing Latin letters, and in other scripts', () => {
  for (const names of [
    ['varga', 'warga', 'vargha', 'varka', 'варга', 'βαργα', 'فارغا'],
    ['tzurnov', 'tsurnow', 'zurnoff', 'dzurnov', 'цурнов'],
    ['phelix', 'felix', 'feliks', 'филикс'.replace('и', 'е')],
    ['chasko', 'tchasko', 'schasko', 'джаско'],
  ])
    assert.equal(new Set(names.map((name) => keysOf(name)[0])).size, 1, names.join());
});

test('a consonant that is missing, added, another or out of place leaves a key', () => {
  for (const [a, b] of [
    ['dunmarrow', 'dumarrow'],
    ['dunmarrow', 'dunmarkow'],
    ['dunmarrow', 'dunnrammow'],
    ['harbour', 'habrour'],
    ['iran', 'iram'],
    ['oil', 'oik'],
    ['田村花', '田村華'],
    ['諸島評議会', '諸島議評会'],
    ['თბილი', 'თბირი'],
    ['이순신', '이순진'].map((name) => name.normalize('NFKD')) as [string, string],
  ] as const)
    assert.ok(haveOneInCommon(a, b), `${a} ${b}`);
});

test('any word has a key in common with it without any one of its first letters, if it has few consonants', () => {
  const words = fc.stringMatching(/^[aeiou]{1,3}[bdfl][aeiou]{1,3}$/);
  fc.assert(
    fc.property(words, fc.nat(6), (word, at) => {
      const letters = Array.from(word);
      const misspelt = letters.toSpliced(at % letters.length, 1).join('');
      return haveOneInCommon(word, misspelt);
    }),
  );
});

test('a word has few keys, however long it is', () => {
  for (const word of ['incomprehensibilities', 'a'.repeat(500), 'strengths'.repeat(50), ''])
    assert.ok(keysOf(word).length <= 9, word);
});

test('several words have the key of one, if they sound like something', () => {
  assert.equal(joinedKey('portansel'), joinedKey('portanzel'));
  assert.equal(joinedKey('io'), undefined);
  assert.equal(joinedKey('strengths'.repeat(9)), undefined);
});
