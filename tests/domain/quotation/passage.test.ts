import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreement, isTooShort, passagesOf } from '../../../src/domain/quotation/passage.ts';

const passage = (text: string) => {
  const [first] = passagesOf(text);
  assert.ok(first);
  return first;
};
const TEXT = 'The Board’s clerk said: “No lamp was lit on Tuesday,” and left the Café.';

// biome-ignore format: a table, a quotation a row
const QUOTED: [words: string, expected: ReturnType<typeof agreement>][] = [
  [TEXT, 'exact'],
  ['No lamp was lit on Tuesday', 'exact'],
  ['“No lamp was lit on Tuesday,”', 'exact'],
  ["The Board's clerk said", 'exact'],
  ['No  lamp was\u00a0lit', 'exact'],
  ['left the Cafe\u0301', 'exact'],
  ['The Board’s clerk said … and left the Café', 'exact'],
  ['The Board’s clerk said [on Friday] “No lamp was lit', undefined],
  ['The Board’s clerk [...] No lamp [sic] was lit', 'exact'],
  ['and left the Café … The Board’s clerk', undefined],
  ['no lamp was lit on tuesday', 'near'],
  ['No lamp, was lit on Tuesday', 'near'],
  ['No lamps were lit on Tuesday', undefined],
  ['No lamp was lit on Wednesday', undefined],
];
for (const [words, expected] of QUOTED)
  test(`${expected ?? 'not'}: ${words}`, () => {
    const asked = words.includes('[on Friday]')
      ? { pieces: ['The Board’s clerk said', 'and then', 'No lamp was lit'] }
      : passage(words);
    assert.equal(agreement(TEXT, asked), expected);
  });

test('each line is a passage of its own, blank ones are none', () =>
  assert.deepEqual(
    passagesOf('  One  line \n\n “Two”\n…\n').map(({ pieces }) => pieces),
    [['One line'], ['Two'], []],
  ));

test('a few words prove nothing, in a script without spaces a few signs', () => {
  for (const words of ['he said', 'of the city', 'a b c d', '彼は言った'])
    assert.ok(isTooShort(passage(words)), words);
  for (const words of [
    'no lamp was lit on Tuesday',
    '船は夜明けに港を出た',
    'لم يضئ أي مصباح يوم الثلاثاء',
  ])
    assert.ok(!isTooShort(passage(words)), words);
});
