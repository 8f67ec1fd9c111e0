import { fold } from '../language/fold.ts';

/**
 * The letter under which a name is filed: its first one, folded, as a capital (Łódź under L); `#` for a name that does
 * not begin with a letter.
 */
export function filingLetter(name: string): string {
  const [first = ''] = fold(name).replace(/^[^\p{L}\p{N}]+/u, '');
  return /\p{L}/u.test(first) ? first.toUpperCase() : '#';
}

/** Groups things by their filing letters: Latin letters first, then other scripts, `#` last. */
export function byLetter<T>(things: readonly T[], nameOf: (thing: T) => string): Map<string, T[]> {
  const letters = new Map<string, T[]>();
  for (const thing of things) {
    const letter = filingLetter(nameOf(thing));
    const filed = letters.get(letter);
    if (filed) filed.push(thing);
    else letters.set(letter, [thing]);
  }
  const rank = (letter: string) => (/[A-Z]/.test(letter) ? 0 : letter === '#' ? 2 : 1);
  return new Map(
    [...letters].toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0)),
  );
}
