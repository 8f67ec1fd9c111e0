import { foldedWords } from '../../domain/language/fold.ts';

/** Sketches of texts, by which those that say nearly the same are found among many. */

const RUN = 5;
const FEW = 20;
const SKETCH = 24;
/** The part of two sketches that nearly the same texts share. */
export const ALIKE = 0.6;

/** FNV-1a: quick, and even enough to choose by. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/**
 * A sketch of a text: the smallest hashes of its runs of five words (Broder's bottom-k sketch). The more hashes two
 * sketches share, the more runs the texts share. A text of a few words is often a formula (“no further details”), so it
 * forms one run together with its headline.
 */
export function sketchOf(texts: readonly string[], slug: string): number[] {
  const words = texts.flatMap(foldedWords);
  if (words.length < FEW) return [hash([slug, ...words].join(' '))];
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++)
    hashes.add(hash(words.slice(at, at + RUN).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** The part of the smallest hashes of both sketches that they share. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const both = new Set(a);
  const smallest = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SKETCH);
  const other = new Set(b);
  return smallest.filter((value) => both.has(value) && other.has(value)).length / smallest.length;
}

function pairsIn(texts: readonly string[]): Set<string> {
  const words = texts.flatMap(foldedWords);
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

/** The part of the shorter text’s pairs of words that the other has too: of texts of one headline, where a sketch is too coarse. */
export function sharedPairs(one: readonly string[], other: readonly string[]): number {
  const [shorter = new Set<string>(), longer = new Set<string>()] = [
    pairsIn(one),
    pairsIn(other),
  ].sort((a, b) => a.size - b.size);
  if (shorter.size === 0) return 0;
  return [...shorter].filter((pair) => longer.has(pair)).length / shorter.size;
}
