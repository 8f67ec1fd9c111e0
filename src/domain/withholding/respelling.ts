import { TURNED_M } from './look-alike.ts';
import type { How, NameForm, Parts } from './name-form.ts';
import { orders } from './order.ts';

/** A name, or a word of it, is looked for letter by letter if it has at least this many letters. */
const SPACED = 4;
/** A name of one word is looked for in two parts if it has at least this many letters. */
const PARTED = 7;
/** A name is looked for with digits for letters if it has at least this many letters. Shorter ones may be numbers. */
const DIGITS = 6;
/** In each word at most this many letters are tried as digits, in every combination. */
const DIGITS_IN_WORD = 8;

const backwards = (word: string) => [...word].toReversed().join('');

/** Letters that look like another letter upside down. Turned forms of all others are compared as the letter itself. */
const UPSIDE_DOWN = new Map(
  Object.entries({ n: 'u', u: 'n', p: 'd', d: 'p', b: 'q', q: 'b', j: 'r', m: TURNED_M }),
);
const upsideDown = (word: string) =>
  [...backwards(word)].map((letter) => UPSIDE_DOWN.get(letter) ?? letter).join('');

/** The name’s words written in other ways: letter by letter, split in two, backwards or upside down. */
export function* respelt({ exact }: Parts): Generator<NameForm> {
  const words = exact.map(([first = '']) => first);
  const form = (how: How, row: readonly string[]): NameForm => {
    const single = row.map((word) => [word]);
    return { how, words: single, exact: single, last: row.length - 1 };
  };
  const isLong = words.join('').length >= SPACED;
  if (isLong) yield form('spaced', [...words.join('')]);
  for (const [index, word] of words.entries()) {
    const around = (inner: readonly string[]) => words.toSpliced(index, 1, ...inner);
    if (words.length > 1 && word.length >= SPACED) yield form('spaced', around([...word]));
    if (words.length === 1 && word.length < PARTED) continue;
    for (let at = 2; at <= word.length - 2; at++)
      yield form('parted', around([word.slice(0, at), word.slice(at)]));
  }
  const reversed = words.map(backwards);
  if (reversed.join(' ') !== words.join(' ')) yield form('reversed', reversed);
  const turned = reversed.toReversed();
  if (words.length > 1 && turned.join(' ') !== words.join(' ')) yield form('reversed', turned);
  const over = words.map(upsideDown);
  for (const row of [over, over.toReversed()])
    if (words.length > 1 && row.join(' ') !== words.join(' ')) yield form('reversed', row);
}

/** Digits that stand for letters. In every comparison 1 is already read as l and 0 as o, so here i becomes l. */
const DIGIT = new Map(Object.entries({ a: '4', e: '3', i: 'l', s: '5', t: '7' }));

/** All spellings of a word with digits for some, all or none of its letters. */
function inDigits(word: string): string[] {
  let [found, left] = [[''], DIGITS_IN_WORD];
  for (const letter of word) {
    const digit = left > 0 ? DIGIT.get(letter) : undefined;
    if (digit !== undefined) left--;
    found = found.flatMap((so) =>
      digit === undefined ? [so + letter] : [so + letter, so + digit],
    );
  }
  return found;
}

/** The words of a name with digits for letters, in every order if there are at most three. */
export function* numbered({ exact }: Parts): Generator<NameForm> {
  const words = exact.map(([first = '']) => first);
  if (words.join('').length < DIGITS) return;
  const all = words.map((_, index) => index);
  for (const indexes of all.length <= 3 ? orders(all) : [all]) {
    const own = indexes.map((index) => exact[index] ?? []);
    const read = indexes.map((index) => inDigits(words[index] ?? ''));
    yield { how: 'digits', words: read, exact: own, last: indexes.indexOf(all.length - 1) };
  }
}
