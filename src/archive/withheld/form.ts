import { unspaced, withParticles } from '../mention.ts';
import { inflected } from './ending.ts';
import { TURNED_M } from './look-alike.ts';
import { readWords, wordsIn } from './word.ts';

/**
 * How a form comes of a name: its words as they are; its one word; its words in another order, inflected, with initials or
 * with a word between; run together; letter by letter; a word in two parts; letters backwards; digits for letters; one
 * letter with what stands beside it; its last word alone.
 */
export type How =
  | 'whole'
  | 'single'
  | 'order'
  | 'joined'
  | 'spaced'
  | 'parted'
  | 'reversed'
  | 'digits'
  | 'beside'
  | 'part';

/** What a word may be read as, folded; any word at all where there is nothing. */
export type Alternatives = readonly string[];

/** A form in which a name may stand. */
export interface NameForm {
  how: How;
  words: readonly Alternatives[];
  /** Of each of `words` those that are a word of the name as it is. */
  exact: readonly Alternatives[];
  /** Index in `words` of the last word of the name. */
  last: number;
}

/** So many words of a name are looked for in every order. */
const ORDERED = 4;
/** Letters, at the least, of a name that is looked for letter by letter, and of one that is parted where it has one word. */
const SPACED = 4;
const PARTED = 7;
/** Letters, at the least, of a name that is looked for with digits for letters: shorter ones are numbers too. */
const DIGITS = 6;
/** So many letters of a word may be digits: of each every choice is looked for. */
const DIGITS_IN_WORD = 8;
/** Of fewer letters a word by itself means too much else. */
const FEWEST_LETTERS = 3;
const FEWEST_UNSPACED = 2;

/** True for a name that outside the article that withholds it is only looked for with what stands beside it. */
export function isShort(name: string): boolean {
  const letters = wordsIn(name).join('').length;
  return letters < (unspaced(name) ? FEWEST_UNSPACED : FEWEST_LETTERS);
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
const titled = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const backwards = (word: string) => [...word].toReversed().join('');

/**
 * A word as it is read in small letters, in capitals and with one: look-alikes of other scripts differ; and with a letter
 * that looks like two.
 */
const readings = (word: string): string[] =>
  unique(
    [word, word.toLowerCase(), word.toUpperCase(), titled(word)]
      .map((one) => wordsIn(one).join(''))
      .flatMap((one) => [one, one.replaceAll('m', TURNED_M), one.replaceAll('w', TURNED_M)]),
  );

/** Letters that are another upside down; every other is written as itself, turned. */
const UPSIDE_DOWN = new Map(
  Object.entries({ n: 'u', u: 'n', p: 'd', d: 'p', b: 'q', q: 'b', j: 'r', m: TURNED_M }),
);
const upsideDown = (word: string) =>
  [...backwards(word)].map((letter) => UPSIDE_DOWN.get(letter) ?? letter).join('');

/** Everything in every order. */
const orders = (indexes: readonly number[]): number[][] =>
  indexes.length < 2
    ? [[...indexes]]
    : indexes.flatMap((first) =>
        orders(indexes.filter((other) => other !== first)).map((rest) => [first, ...rest]),
      );

/** A name in its parts. */
interface Parts {
  /** Each word, as it is written. */
  written: readonly string[];
  exact: readonly Alternatives[];
}

function partsOf(name: string): Parts {
  const bare = name.normalize('NFC').replace(/\p{Cf}/gu, '');
  const written = unspaced(name)
    ? [...bare].filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    : (bare.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
  return { written, exact: written.map(readings) };
}

/** True for words that look like a person’s name: a phrase in another order is another phrase. */
function isPersonal(name: string, { written }: Parts): boolean {
  if (unspaced(name) || written.length < 2 || written.length > ORDERED || /\p{N}/u.test(name))
    return false;
  const words = readWords(name);
  const small = written.filter((_, index) => words.written(index) === 'small');
  return written.length - small.length >= 2 && small.every(({ length }) => length <= 4);
}

/** A form of the words of a name at indexes, each with whatever else it may be; -1 stands for any word. */
function formAt(
  indexes: readonly number[],
  how: How,
  { exact }: Parts,
  more: (index: number) => Alternatives = () => [],
): NameForm {
  const own = indexes.map((index) => exact[index] ?? []);
  return {
    how,
    words: indexes.map((index, at) => {
      const all = [...(own[at] ?? []), ...more(index)];
      // And, by, the: what is written together with the word that begins.
      return unique(at === 0 ? [...all, ...all.flatMap(withParticles)] : all);
    }),
    exact: own,
    last: indexes.indexOf(exact.length - 1),
  };
}

function* ordered(parts: Parts): Generator<NameForm> {
  const { written, exact } = parts;
  const all = exact.map((_, index) => index);
  const lastIndex = exact.length - 1;
  const others = written.map((word, index) => {
    const initials = index < lastIndex ? (exact[index] ?? []).map((one) => [...one][0] ?? '') : [];
    return unique([...inflected(word, false).flatMap(readings), ...initials]);
  });
  const more = (index: number) => others[index] ?? [];
  for (const indexes of orders(all)) yield formAt(indexes, 'order', parts, more);
  if (exact.length === 2) yield formAt([0, -1, 1], 'order', parts, more);
  // Without the names in the middle.
  if (exact.length > 2)
    for (const ends of orders([0, lastIndex])) yield formAt(ends, 'order', parts, more);
}

/** Forms that are the same words written in another way. */
function* respelt({ exact }: Parts): Generator<NameForm> {
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
function* numbered({ exact }: Parts): Generator<NameForm> {
  const words = exact.map(([first = '']) => first);
  if (words.join('').length < DIGITS) return;
  const all = words.map((_, index) => index);
  for (const indexes of all.length <= 3 ? orders(all) : [all]) {
    const own = indexes.map((index) => exact[index] ?? []);
    const read = indexes.map((index) => inDigits(words[index] ?? ''));
    yield { how: 'digits', words: read, exact: own, last: indexes.indexOf(all.length - 1) };
  }
}

function* allForms(name: string): Generator<NameForm> {
  const parts = partsOf(name);
  const all = parts.exact.map((_, index) => index);
  if (all.length === 0) return;
  if (all.length > 1) yield formAt(all, 'whole', parts);
  else if (isShort(name)) yield formAt(all, 'single', parts);
  else {
    const endings = inflected(parts.written[0] ?? '', true).flatMap(readings);
    yield formAt(all, 'single', parts, () => endings);
  }
  if (isShort(name) || unspaced(name)) return;
  if (all.length > 1) {
    const together = (all.length <= 3 ? orders(all) : [all]).flatMap((indexes) =>
      indexes
        .map((index) => parts.exact[index] ?? [])
        .reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail))),
    );
    yield { how: 'joined', words: [unique(together)], exact: [unique(together)], last: 0 };
  }
  if (isPersonal(name, parts)) {
    yield* ordered(parts);
    const endings = inflected(parts.written.at(-1) ?? '', true).flatMap(readings);
    yield formAt([all.length - 1], 'part', parts, () => endings);
  }
  yield* respelt(parts);
  yield* numbered(parts);
}

const known = new Map<string, readonly NameForm[]>();

/** The forms in which a name may stand where it may not. */
export function formsOf(name: string): readonly NameForm[] {
  const forms = known.get(name) ?? [...allForms(name)];
  known.set(name, forms);
  return forms;
}

/** One letter of a script without spaces with those that follow it in a text. */
export const besideForm = (words: readonly string[]): NameForm => ({
  how: 'beside',
  words: words.map((word) => [word]),
  exact: words.map((word) => [word]),
  last: 0,
});
