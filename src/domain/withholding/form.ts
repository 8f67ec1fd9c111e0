import { unspaced, withParticles } from '../authorities/mention.ts';
import { inflected } from './ending.ts';
import { TURNED_M } from './look-alike.ts';
import type { Alternatives, How, NameForm, Parts } from './name-form.ts';
import { orders } from './order.ts';
import { numbered, respelt } from './respelling.ts';
import { readWords, wordsIn } from './word.ts';

/** A name of up to this many words is looked for in every order. */
const ORDERED = 4;
/** A name with fewer letters than this is short: by itself it may mean too many other things. */
const FEWEST_LETTERS = 3;
const FEWEST_UNSPACED = 2;

/** True for a short name. Outside the article that withholds it, it is looked for only with the words beside it. */
export function isShort(name: string): boolean {
  const letters = wordsIn(name).join('').length;
  return letters < (unspaced(name) ? FEWEST_UNSPACED : FEWEST_LETTERS);
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
const titled = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/**
 * The ways in which a word may be read: in small letters, in capitals and with one capital, because the look-alikes in
 * other scripts differ. A turned m may also stand for each m or w, because it looks like both.
 */
const readings = (word: string): string[] =>
  unique(
    [word, word.toLowerCase(), word.toUpperCase(), titled(word)]
      .map((one) => wordsIn(one).join(''))
      .flatMap((one) => [one, one.replaceAll('m', TURNED_M), one.replaceAll('w', TURNED_M)]),
  );

function partsOf(name: string): Parts {
  const bare = name.normalize('NFC').replace(/\p{Cf}/gu, '');
  const written = unspaced(name)
    ? [...bare].filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    : (bare.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
  return { written, exact: written.map(readings) };
}

/** True for words that look like a person’s name. Only these keep their meaning in another order; a phrase does not. */
function isPersonal(name: string, { written }: Parts): boolean {
  if (unspaced(name) || written.length < 2 || written.length > ORDERED || /\p{N}/u.test(name))
    return false;
  const words = readWords(name);
  const small = written.filter((_, index) => words.written(index) === 'small');
  return written.length - small.length >= 2 && small.every(({ length }) => length <= 4);
}

/** A form of the words of a name at these indexes; -1 stands for any word. `more` gives a word’s other readings. */
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
      // Some scripts write “and”, “by” or “the” together with the word after it, here the first of the form.
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
  // The first and the last word, without the names in the middle.
  if (exact.length > 2)
    for (const ends of orders([0, lastIndex])) yield formAt(ends, 'order', parts, more);
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

/** All forms in which a withheld name is looked for. */
export function formsOf(name: string): readonly NameForm[] {
  const forms = known.get(name) ?? [...allForms(name)];
  known.set(name, forms);
  return forms;
}

/** The form of a one-letter name in a script without spaces: the letter with those that follow it in a text. */
export const adjoiningForm = (words: readonly string[]): NameForm => ({
  how: 'beside',
  words: words.map((word) => [word]),
  exact: words.map((word) => [word]),
  last: 0,
});
