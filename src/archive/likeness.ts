import { fold } from './fold.ts';

const GRAM = 4;

/** The runs of four characters of a text, folded: any script has them. */
function grams(text: string): Set<string> {
  const folded = fold(text);
  const last = Math.max(1, folded.length - GRAM + 1);
  return new Set(Array.from({ length: last }, (_, at) => folded.slice(at, at + GRAM)));
}

/** How much of a text is in another, from 0 to 1. */
export function shareIn(text: string, other: string): number {
  const [parts, whole] = [grams(text), grams(other)];
  return [...parts].filter((part) => whole.has(part)).length / parts.size;
}

/** How alike two texts are, from 0 to 1, each measured by the other. */
export const likeness = (a: string, b: string): number => Math.sqrt(shareIn(a, b) * shareIn(b, a));
