import { isCommonWord } from '../../domain/withholding/common-word.ts';
import type { Judgement } from '../../domain/withholding/judgement.ts';
import type { WithheldWords } from './withheld-words.ts';
import { hashOf } from './word-hash.ts';
import type { PlacedWords } from './words.ts';

/** A word of a withheld name that may be a word of the language too, as Mark, May and Rose are. */
export interface CommonWord {
  words: readonly [readonly [string]];
  word: string;
  /** Hashes of all words of the names that have it. Next to one of them, the word is the name even in small letters. */
  others: ReadonlySet<number>;
}

/** The words of withheld names that may also be ordinary words of the language. */
export function commonWords(withheldWords: readonly WithheldWords[]): CommonWord[] {
  const found = new Map<string, Set<number>>();
  for (const { form } of withheldWords) {
    if (form?.how !== 'whole' && form?.how !== 'single' && form?.how !== 'joined') continue;
    const all = form.exact.flat();
    for (const word of all) {
      const others = found.get(word) ?? new Set();
      for (const other of all) others.add(hashOf(other));
      found.set(word, others);
    }
  }
  return [...found].map(([word, others]) => ({ words: [[word]], word, others }));
}

const SPACE = /\s/;
const AFTER = /[\s,.;:!?)<"]/;
const SMALL = /^\p{Ll}/u;
const MOST_BYTES = 4;

const characterAt = (bytes: Buffer, at: number) => bytes.toString('latin1', at, at + 1);

/** True where a word stands as in running text: in small letters, after white space, and before white space or a mark. */
function isRunningAt(word: string, bytes: Buffer, place: number): boolean {
  if (!SMALL.test(bytes.toString('utf8', place, place + MOST_BYTES))) return false;
  const after = place + Buffer.byteLength(word);
  return SPACE.test(characterAt(bytes, place - 1)) && AFTER.test(characterAt(bytes, after));
}

/** True where a word stands in running text, and not next to another word of its name. @param at its index */
export function isCommonAt(
  { word, others }: CommonWord,
  bytes: Buffer,
  words: PlacedWords,
  at: number,
): boolean {
  const isBeside = (index: number) =>
    others.has(words.hashes[index] ?? 0) && index < words.count && index >= 0;
  return !isBeside(at - 1) && !isBeside(at + 1) && isRunningAt(word, bytes, words.place(at));
}

/**
 * True where a find of one word of a name does not count: a part of a longer name outside the article's own page, or a
 * word in small letters that is an ordinary word of the language.
 *
 * @param at index of the word
 * @param isOwn true on the page of the article that withholds the name
 */
export function isPlainWord(
  { form }: WithheldWords,
  bytes: Buffer,
  words: PlacedWords,
  at: number,
  occurrences: Occurrences,
  isOwn: boolean,
): boolean {
  if (form?.how === 'part' && !isOwn) return true;
  if (form?.how !== 'single' && form?.how !== 'part') return false;
  const [all = []] = form.exact;
  const isSmall = (byte = 0) => byte >= 0x61 && byte <= 0x7a;
  if (!isSmall(bytes[words.place(at)])) return false;
  return (
    all.some((word) => isCommon(word, occurrences)) ||
    all.some((word) => isRunningAt(word, bytes, words.place(at)))
  );
}

/** A word that is in small letters on this many pages is an ordinary word, and not a misspelt name. */
const COMMON_PAGES = 3;

/** For each word of a withheld name that is also used as an ordinary word: the pages on which it is. */
export type Occurrences = Map<string, Set<string>>;

/** True for an ordinary word of the language: one of our list, or one that the site uses as such. */
const isCommon = (word: string, occurrences: Occurrences): boolean =>
  isCommonWord(word) || (occurrences.get(word)?.size ?? 0) >= COMMON_PAGES;

/** How sure a find is, once it is known which words are common. */
export const judgedBy = (
  { certainty, ifCommon, words }: Judgement,
  occurrences: Occurrences,
): Judgement['certainty'] =>
  words.length > 0 && words.every((all) => all.some((word) => isCommon(word, occurrences)))
    ? ifCommon
    : certainty;
