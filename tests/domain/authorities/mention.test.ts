import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findMentions, needles } from '../../../src/domain/authorities/mention.ts';

/** The words found in a text, with the ids of their records; a spelling may be written `spelling = id`. */
function found(text: string, spellings: readonly string[]): string[] {
  const looked = needles(
    spellings.map((line) => {
      const [spelling = '', id = spelling] = line.split(' = ');
      return { kind: 'people', id, spelling };
    }),
  );
  return findMentions(text, looked).map(({ records, start, end }) => {
    const ids = records.map(({ id }) => id).join(' or ');
    const words = text.slice(start, end);
    return ids === words ? words : `${words} = ${ids}`;
  });
}

// biome-ignore format: a table, a case a row
const CASES: [what: string, text: string, spellings: string[], expected: string[]][] = [
  ['whole words only', 'Lind, Lindqvist, Blind; (Lind)', ['Lind'], ['Lind', 'Lind']],
  ['before a possessive ending', 'Lind’s boat, Lind\'s boat', ['Lind'], ['Lind', 'Lind']],
  ['beside a hyphen, and with one for a space', 'Lind-built; Port-Ansel', ['Lind', 'Port Ansel'], ['Lind', 'Port-Ansel = Port Ansel']],
  ['across line breaks and wide spaces', 'Port\nAnsel, Port\u00A0 Ansel', ['Port Ansel = p'], ['Port\nAnsel = p', 'Port\u00A0 Ansel = p']],
  ['the longest, where one holds another', 'Port Ansel Harbour Board', ['Port Ansel = p', 'Port Ansel Harbour Board = b', 'Harbour = h'], ['Port Ansel Harbour Board = b']],
  ['the longer, where two overlap', 'Upper Stennet Town Hall', ['Upper Stennet Town = t', 'Town Hall = h'], ['Upper Stennet Town = t']],
  ['an acronym in capitals only', 'us, Us and US', ['US'], ['US']],
  ['an acronym with its points', 'the U.S. envoy', ['U.S.'], ['U.S.']],
  ['a name that begins with a capital', 'a stone, Stone and STONE', ['Stone = s'], ['Stone = s', 'STONE = s']],
  ['a name that begins small', 'de Vries, De Vries', ['de Vries = v'], ['de Vries = v', 'De Vries = v']],
  ['other accents', 'Ada, Áda, ÁDA in Lodz', ['Áda = a', 'Łódź = l'], ['Ada = a', 'Áda = a', 'ÁDA = a', 'Lodz = l']],
  ['accents stored apart, all of them', 'A\u0301da\u0301 met', ['Ádá = a'], ['A\u0301da\u0301 = a']],
  ['both, where two records share a spelling', 'Varga met', ['Varga = ada', 'Varga = bo'], ['Varga = ada or bo']],
  ['one record once, though it has two spellings', 'UNRC', ['UNRC = u', 'Unrc = u'], ['UNRC = u']],
  ['Arabic with particles attached', 'قال ولفارغا لفارغا وبفارغا', ['فارغا'], ['فارغا', 'فارغا', 'فارغا']],
  ['Arabic, not inside another word', 'فارغات سفارغا', ['فارغا'], []],
  ['Arabic with points and without', 'فَارغا وفارغا', ['فارغا = f'], ['فَارغا = f', 'فارغا = f']],
  ['Hebrew with particles attached', 'ולוין, שבלוין, לוין', ['לוין'], ['לוין', 'לוין', 'לוין']],
  ['Hebrew, not inside another word', 'תלוין לוינה', ['לוין'], []],
  ['Chinese and Japanese, which have no spaces', '在安塞尔港会见林德，東京へ', ['安塞尔港', '林德', '東京'], ['安塞尔港', '林德', '東京']],
  ['nothing for a spelling of nothing', 'A text.', ['', '\u200B', '-'], []],
];

for (const [what, text, spellings, expected] of CASES)
  test(`finds ${what}`, () => assert.deepEqual(found(text, spellings), expected));

test('mentions are inside the text, in order, and never overlap', () => {
  const words = fc.constantFrom(
    'Ada',
    'ADA',
    'Port',
    'Ansel',
    'Á\u0301',
    'ß',
    '😀',
    '-',
    ' ',
    '’s',
    '港',
  );
  const text = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' '));
  const spellings = fc.array(
    fc.array(words, { minLength: 1, maxLength: 3 }).map((w) => w.join(' ')),
  );
  fc.assert(
    fc.property(text, spellings, (original, looked) => {
      let last = 0;
      const all = needles(looked.map((spelling) => ({ kind: 'places', id: spelling, spelling })));
      for (const { start, end, records } of findMentions(original, all)) {
        assert.ok(start >= last && end > start && end <= original.length);
        assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
        last = end;
      }
    }),
    { numRuns: 500 },
  );
});

test('a spelling that is a whole text is found in it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z][a-zé]{1,8}( [A-Z][a-zé]{1,8}){0,2}$/), (name) => {
      assert.deepEqual(found(`Then ${name} left.`, [name]), [name]);
    }),
    { numRuns: 300 },
  );
});
