/** The hash of the empty word. */
export const SEED = 0x811c9dc5 | 0;

/** The hash of a word with one more letter, which is a UTF-16 unit (FNV-1a). */
export const withUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The hash of a word. Equal words have equal hashes; two words may share one. */
export function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = withUnit(hash, word.charCodeAt(at));
  return hash;
}
