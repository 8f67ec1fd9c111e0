import { unspaced } from '../authorities/mention.ts';
import { likened } from './look-alike.ts';

/** How a word is written. A script without case tells nothing. */
export type Written = 'small' | 'capital' | 'capitals' | 'caseless';

/** What may stand between two words, as bits that are set together. */
export const GAP = { space: 1, dot: 2, end: 4, comma: 8, hyphen: 16, sign: 32, block: 64 } as const;

/** Words in a row, and what tells a name among them from a word. */
export interface ReadWords {
  readonly count: number;
  /** The word at an index, as names are compared. */
  word: (index: number) => string;
  written: (index: number) => Written;
  /** What stands before the word at an index, or after the last: bits of `GAP`, none where nothing parts two words. */
  before: (index: number) => number;
}

/** True if the word at an index begins with a capital, or is of a script that has none. */
export const isLarge = (words: ReadWords, at: number) => words.written(at) !== 'small';
/** True if the word at an index is in small letters. */
export const isSmall = (words: ReadWords, at: number) => words.written(at) === 'small';
/** True if a gap is of one of these kinds. */
export const hasGap = (gap: number, ...kinds: number[]) => kinds.some((kind) => (gap & kind) !== 0);

/** True if the word at an index is in running text: not in an address, a tag or a row of joined words. */
export const isRunning = (words: ReadWords, at: number): boolean =>
  hasGap(words.before(at), GAP.space) || hasGap(words.before(at + 1), GAP.space);

/** The bit of `GAP` for a sign, or none for one that is not seen. */
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

/** How a word is written that so far is written in a way, with one more letter; `''` before its first. */
export function writtenWith(so: Written | '', letter: ReturnType<typeof caseOf>): Written {
  if (so === '') return letter;
  if (so === 'caseless') return letter === 'small' ? letter : so;
  // Two capitals are capitals throughout until a small letter comes.
  if (letter === 'capital' && so === 'capital') return 'capitals';
  return letter === 'small' && so === 'capitals' ? 'capital' : so;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** True for a character that words are made of. */
export const isLetter = (character: string): boolean => LETTER.test(character);

/** The units of a character as words are compared; `''` parts words. Each letter of a script without spaces is a word. */
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

/** Reads the words of a text. What `%` encodes has to be read before. */
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

/** The words of a text alone. */
export const wordsIn = (text: string): string[] => {
  const words = readWords(text);
  return Array.from({ length: words.count }, (_, index) => words.word(index));
};
