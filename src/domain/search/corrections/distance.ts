import { isWeak, soundOf } from './sound.ts';

/** How unlike two words are, as people misspell them. */

/** What it costs to leave out or add a letter, to write one for another, and to exchange two. */
export const COST = { letter: 1, weak: 0.5, twice: 0.3, alike: 0.4, exchanged: 0.6 } as const;
const sounds = new Map<string, string>();

/** The sound of a letter by itself; empty for one of little weight. */
function soundOfLetter(letter: string): string {
  let sound = sounds.get(letter);
  if (sound === undefined) {
    sound = isWeak(letter) ? '' : soundOf([letter]).join('');
    sounds.set(letter, sound);
  }
  return sound;
}

const costOf = (letters: readonly string[], at: number): number => {
  const letter = letters[at] ?? '';
  const beside = [letters[at - 1] ?? '', letters[at + 1] ?? ''];
  if (beside.includes(letter)) return COST.twice;
  const sound = soundOfLetter(letter);
  if (sound === '') return COST.weak;
  return beside.some((other) => soundOfLetter(other) === sound) ? COST.alike : COST.letter;
};

/** What it costs to write one letter for another. */
export function costOfOther(a: string, b: string): number {
  if (a === b) return 0;
  const [sound, other] = [soundOfLetter(a), soundOfLetter(b)];
  if (sound !== other) return COST.letter;
  return sound === '' ? COST.weak : COST.alike;
}

/**
 * The least cost of making one word of another (after Damerau and Levenshtein); Infinity where it is more than the most.
 *
 * @param a in letters
 * @param most what is still of interest
 */
export function distance(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) * COST.twice > most) return Infinity;
  let before: number[] = [];
  let row = [0];
  b.forEach((_, at) => {
    row.push((row[at] ?? 0) + costOf(b, at));
  });
  for (let at = 1; at <= a.length; at++) {
    const added = costOf(a, at - 1);
    const next = [(row[0] ?? 0) + added];
    let least = next[0] ?? 0;
    for (let other = 1; other <= b.length; other++) {
      const [one = '', two = ''] = [a[at - 1], b[other - 1]];
      let cost = Math.min(
        (row[other] ?? 0) + added,
        (next[other - 1] ?? 0) + costOf(b, other - 1),
        (row[other - 1] ?? 0) + costOfOther(one, two),
      );
      if (at > 1 && other > 1 && one !== two && one === b[other - 2] && two === a[at - 2])
        cost = Math.min(cost, (before[other - 2] ?? 0) + COST.exchanged);
      next.push(cost);
      least = Math.min(least, cost);
    }
    // Two rows back a cheaper way may begin, by an exchange.
    if (least > most + COST.exchanged) return Infinity;
    before = row;
    row = next;
  }
  const cost = row[b.length] ?? Infinity;
  return cost <= most ? cost : Infinity;
}
