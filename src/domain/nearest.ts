import { closestMatch } from 'leven';

/** The one of `known` that a mistyped word most likely means; nothing where none is near. */
export const nearestTo = (word: string, known: readonly string[]): string | undefined =>
  closestMatch(word, known, { maxDistance: Math.max(2, Math.ceil(word.length / 2)) });
