import { fold } from '../language/fold.ts';

const GRAM = 4;

/** Every run of four characters of a folded text. Unlike words, these exist in any script. */
function runs(text: string): string[] {
  const folded = fold(text);
  const last = Math.max(1, folded.length - GRAM + 1);
  return Array.from({ length: last }, (_, at) => folded.slice(at, at + GRAM));
}

const grams = (text: string) => new Set(runs(text));

/** How much of each text is in another, from 0 to 1. What one text uses up of the other no longer counts for the next. */
export function sharesOf(texts: readonly string[], other: string): number[] {
  const left = new Map<string, number>();
  for (const run of runs(other)) left.set(run, (left.get(run) ?? 0) + 1);
  return texts.map((text) => {
    const all = runs(text);
    const found = all.filter((run) => {
      const count = left.get(run) ?? 0;
      if (count > 0) left.set(run, count - 1);
      return count > 0;
    });
    return found.length / all.length;
  });
}

/** How much of a text is in another, from 0 to 1. */
export function shareIn(text: string, other: string): number {
  const [parts, whole] = [grams(text), grams(other)];
  return [...parts].filter((part) => whole.has(part)).length / parts.size;
}

/** How alike two texts are, from 0 to 1: the geometric mean of the share of each in the other. */
export const likeness = (a: string, b: string): number => Math.sqrt(shareIn(a, b) * shareIn(b, a));
