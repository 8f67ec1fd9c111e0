import { TURNED_M } from './look-alike.ts';
import type { How, NameForm, Parts } from './name-form.ts';
import { orders } from './order.ts';

/** Letters, at the least, of a name that is looked for letter by letter, and of one that is parted where it has one word. */
const SPACED = 4;
const PARTED = 7;
/** Letters, at the least, of a name that is looked for with digits for letters: shorter ones are numbers too. */
const DIGITS = 6;
/** So many letters of a word may be digits: of each every choice is looked for. */
const DIGITS_IN_WORD = 8;

const backwards = (word: string) => [...word].toReversed().join('');

/** Letters that are another upside down; every other is written as itself, turned. */
const UPSIDE_DOWN = new Map(
  Object.entries({ n: 'u', u: 'n', p: 'd', d: 'p', b: 'q', q: 'b', j: 'r', m: TURNED_M }),
);
const upsideDown = (word: string) =>
  [...backwards(word)].map((letter) => UPSIDE_DOWN.get(letter) ?? letter).join('');

/** Forms that are the same words written in another way. */
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

/** Digits that stand for letters. That 1 is an l and 0 an o all words are compared by. */
const DIGIT = new Map(Object.entries({ a: '4', e: '3', i: 'l', s: '5', t: '7' }));

/** A word with every choice of its letters as digits. */
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

/** The words of a name with digits for letters, in every order where they are few. */
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
