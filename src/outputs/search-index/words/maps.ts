import { spread } from '../../../domain/search/layout.ts';
import type { WordsMap } from '../../../domain/search/words/layout.ts';

/** What a map leads to: its first word, and the digests of its name. */
export interface Led {
  word: string;
  digests: string;
}

/** A map ends behind so many where one in so many words is met, and always at the most. */
const LEAST = 64;
const ONE_IN = 32;
const MOST = 256;
/** The topmost map has no more; the manifest holds it. */
const MOST_ON_TOP = 256;

const mapOf = (level: number, led: readonly Led[]): WordsMap => ({
  level,
  words: led.map(({ word }) => word),
  digests: led.map(({ digests }) => digests).join(''),
});

function* parted(led: readonly Led[]): Generator<Led[]> {
  let some: Led[] = [];
  for (const one of led) {
    const isEnd = some.length >= MOST || (some.length >= LEAST && spread(one.word) % ONE_IN === 0);
    if (isEnd) {
      yield some;
      some = [];
    }
    some.push(one);
  }
  if (some.length > 0) yield some;
}

/**
 * The topmost map of files, which leads to others where there are many.
 *
 * @param put writes a map that is not the topmost, and gives the digest of its name
 */
export function topMap(leaves: readonly Led[], put: (word: string, map: WordsMap) => string) {
  let led = leaves;
  let level = 0;
  for (; led.length > MOST_ON_TOP; level++) {
    led = Array.from(parted(led), (some) => {
      const word = some[0]?.word ?? '';
      return { word, digests: put(word, mapOf(level, some)) };
    });
  }
  return mapOf(level, led);
}
