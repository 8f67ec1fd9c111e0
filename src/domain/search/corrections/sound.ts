/**
 * The consonants of a word by how they sound, in no language alone: what is often written for one another has one sign, and
 * vowels have none. Gaddafi, Kadhafi and Qadhdhafi are `KTF`, and so is Каддафи.
 */

// biome-ignore format: a table reads better than a column
const SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
  b: 'P', p: 'P', f: 'F', v: 'F', w: 'F', t: 'T', d: 'T', s: 'S', z: 'S', j: 'S', k: 'K', q: 'K', g: 'K', l: 'L', r: 'R', m: 'M', n: 'N',
}));

// Of Hangul the signs of vowels; elsewhere the marks of letters, and signs that lengthen one.
const WEAK = /^(?:[aeiouyh']|[\p{M}\p{Lm}]|[\u1161-\u1175])$/u;

/** True for a letter that is of little weight: a vowel, a mark, an h. */
export const isWeak = (letter: string): boolean => WEAK.test(letter);

const SOFTENED = 'eiy';

/** The sounds of the letter at a place of a word in Latin letters. */
function soundsAt(letters: readonly string[], at: number): string {
  const letter = letters[at] ?? '';
  const next = letters[at + 1] ?? '';
  if (letter === 'c') return next !== '' && `hz${SOFTENED}`.includes(next) ? 'S' : 'K';
  if (letter === 'x') return at === 0 ? 'S' : 'KS';
  if (letter === 'p' && next === 'h') return 'F';
  // One sound is written ts, tz, dj and tch.
  const isBegun = (letter === 't' || letter === 'd') && next !== '';
  if (isBegun && ('szj'.includes(next) || (next === 'c' && letters[at + 2] === 'h'))) return '';
  return SOUNDS.get(letter) ?? letter;
}

/** The signs of a folded word, in order. What is written twice sounds once. @param letters Latin ones, where it has any */
export function soundOf(letters: readonly string[]): string[] {
  const signs: string[] = [];
  let isApart = true;
  letters.forEach((letter, at) => {
    if (isWeak(letter)) {
      isApart ||= letter !== 'h';
      return;
    }
    for (const sign of soundsAt(letters, at)) {
      if (isApart || signs.at(-1) !== sign) signs.push(sign);
      isApart = false;
    }
  });
  return signs;
}
