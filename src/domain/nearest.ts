import { closestMatch } from 'leven';

/** The word of `known` that a mistyped word most likely means; undefined where none is similar. */
export const nearestTo = (word: string, known: readonly string[]): string | undefined =>
  closestMatch(word, known, { maxDistance: Math.max(2, Math.ceil(word.length / 2)) });
