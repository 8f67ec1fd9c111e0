/**
 * A word without the endings that English inflects by. The index of words has a finer stemmer of its own; this one tells
 * its “strikes” for “strike” from its “striker”.
 */
export function stem(word: string): string {
  return word
    .replace(/(?<=.{2})(?:ies|ied|y)$/u, 'i')
    .replace(/(?<=.{3})(?:ings?|ed|es|s|e)$/u, '')
    .replace(/(?<=.{2}([a-z]))\1$/u, '');
}
