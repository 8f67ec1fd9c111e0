import { unspaced, withParticles } from '../authorities/mention.ts';
import { inflected } from './ending.ts';
import { TURNED_M } from './look-alike.ts';
import type { Alternatives, How, NameForm, Parts } from './name-form.ts';
import { orders } from './order.ts';
import { numbered, respelt } from './respelling.ts';
import { readWords, wordsIn } from './word.ts';

/** So many words of a name are looked for in every order. */
const ORDERED = 4;
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
export const adjoiningForm = (words: readonly string[]): NameForm => ({
  how: 'beside',
  words: words.map((word) => [word]),
  exact: words.map((word) => [word]),
  last: 0,
});
