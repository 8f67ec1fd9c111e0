import { unspaced } from '../authorities/mention.ts';
import { likened } from './look-alike.ts';

/** How a word is written. `caseless` is for scripts that have no capitals. */
export type Written = 'small' | 'capital' | 'capitals' | 'caseless';

/** What may stand between two words. Each kind is a bit, and a gap may have several of them. */
export const GAP = { space: 1, dot: 2, end: 4, comma: 8, hyphen: 16, sign: 32, block: 64 } as const;

/** The words of a text in order, with what helps to tell names from ordinary words. */
export interface ReadWords {
  readonly count: number;
  /** The word at an index, in the form in which names are compared. */
  word: (index: number) => string;
  written: (index: number) => Written;
  /**
   * What stands before the word at an index, as bits of `GAP`; 0 if nothing parts two words. The index after the last
   * word gives what stands at the end.
   */
  before: (index: number) => number;
}

/** True if the word at an index begins with a capital, or its script has no capitals. */
export const isLarge = (words: ReadWords, at: number) => words.written(at) !== 'small';
/** True if the word at an index is in small letters. */
export const isSmall = (words: ReadWords, at: number) => words.written(at) === 'small';
/** True if a gap has at least one of these kinds. */
export const hasGap = (gap: number, ...kinds: number[]) => kinds.some((kind) => (gap & kind) !== 0);

/** True if the word at an index is in running text: not in an address, a tag or a row of joined words. */
export const isRunning = (words: ReadWords, at: number): boolean =>
  hasGap(words.before(at), GAP.space) || hasGap(words.before(at + 1), GAP.space);

/** The bit of `GAP` for a sign. */
export function gapOf(sign: string): number {
  if (/\s/u.test(sign)) return GAP.space;
  if (sign === '.') return GAP.dot;
  if (/[!?:;…。！？؟।]/u.test(sign)) return GAP.end;
  if (/[,،、，]/u.test(sign)) return GAP.comma;
  return /[\p{Pd}_·•]/u.test(sign) ? GAP.hyphen : GAP.sign;
}

/** The case of a letter. */
export function caseOf(letter: string): 'small' | 'capital' | 'caseless' {
  if (/\p{Ll}/u.test(letter)) return 'small';
  return /[\p{Lu}\p{Lt}]/u.test(letter) ? 'capital' : 'caseless';
}

/**
 * How a word is written once one more letter is added.
 *
 * @param so how it is written so far; `''` before its first letter
 */
export function writtenWith(so: Written | '', letter: ReturnType<typeof caseOf>): Written {
  if (so === '') return letter;
  if (so === 'caseless') return letter === 'small' ? letter : so;
  // A word that begins with two capitals counts as all capitals until a small letter comes.
  if (letter === 'capital' && so === 'capital') return 'capitals';
  return letter === 'small' && so === 'capitals' ? 'capital' : so;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** True for a character that words are made of. */
export const isLetter = (character: string): boolean => LETTER.test(character);

/**
 * The letters that a character stands for when words are compared; `''` parts words. In a script without spaces each
 * letter is a word.
 */
export function unitsOfCharacter(character: string): string[] {
  return [...likened(character)].flatMap((letter) => {
    if (!isLetter(letter)) return [''];
    return unspaced(letter) ? ['', letter, ''] : [letter];
  });
}

interface Word {
  word: string;
  written: Written | '';
  before: number;
}

/** Reads the words of a text. Anything encoded with `%` must be decoded first. */
export function readWords(text: string): ReadWords {
  const words: Word[] = [];
  let open: Word | undefined;
  let gap: number = GAP.block;
  for (const character of text) {
    for (const unit of unitsOfCharacter(character)) {
      if (unit === '') {
        open = undefined;
        if (!isLetter(character)) gap |= gapOf(character);
        continue;
      }
      if (!open) {
        open = { word: '', written: '', before: gap };
        words.push(open);
      }
      gap = 0;
      open.word += unit;
      open.written = writtenWith(open.written, caseOf(character));
    }
  }
  return {
    count: words.length,
    word: (index) => words[index]?.word ?? '',
    written: (index) => words[index]?.written || 'caseless',
    before: (index) => words[index]?.before ?? gap | GAP.block,
  };
}

/** Only the words of a text, in the form in which names are compared. */
export const wordsIn = (text: string): string[] => {
  const words = readWords(text);
  return Array.from({ length: words.count }, (_, index) => words.word(index));
};
