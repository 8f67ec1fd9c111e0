import { COST, costOfOther, distance } from './distance.ts';
import { latinLetters } from './letters.ts';
import { soundOf } from './sound.ts';

/** The first letter is seldom wrong. */
const FIRST = 0.3;
/** What sounds alike is nearer than it looks. */
const ALIKE = 0.7;

const DENSE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** True for scripts of which a name has few letters, each of which says much, and that part no words. */
export const isDense = (letters: string): boolean => DENSE.test(letters);

/** What a misspelling of so many letters may cost. */
function mostOf(letters: readonly string[]): number {
  if (isDense(letters[0] ?? '')) return Math.max(1, letters.length / 3);
  if (letters.length < 4) return 0.6;
  return Math.min(2.6, Math.max(1, letters.length / 4));
}

// biome-ignore format: a list
/** Scripts whose letters are compared with those of others. */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Arabic}/u, /\p{Script=Hebrew}/u];
/** Who writes in one script seldom means a word of another. */
const OTHER_SCRIPT = 0.8;

const scriptOf = (word: string): number => SCRIPTS.findIndex((one) => one.test(word));

/** A word, and its letters as they are compared. */
export interface Heard {
  word: string;
  letters: readonly string[];
}

/** @param word folded, without apostrophes */
export const heard = (word: string): Heard => ({ word, letters: latinLetters(word) });

/** True where two words have the same sound. */
export function soundAlike(a: Heard, b: Heard): boolean {
  const sound = soundOf(a.letters).join('');
  return sound !== '' && sound === soundOf(b.letters).join('');
}

/** How unlike a misspelling is to the word that it may mean: 0 for the same; undefined for too much. */
export function unlikeness(written: Heard, meant: Heard): number | undefined {
  const [a, b] = [written.letters, meant.letters];
  const most = mostOf(a.length < b.length ? a : b);
  const cost = distance(a, b, most / ALIKE);
  if (cost === Infinity) return undefined;
  const told = cost * (soundAlike(written, meant) ? ALIKE : 1);
  if (told > most) return undefined;
  const first = costOfOther(a[0] ?? '', b[0] ?? '') >= COST.weak ? FIRST : 0;
  return told + first + (scriptOf(written.word) === scriptOf(meant.word) ? 0 : OTHER_SCRIPT);
}
