/**
 * A word without its English inflections. The index of words has its own, finer stemmer. This one is used to tell which
 * of its matches are forms of the same word: for “strike”, it keeps “strikes” apart from “striker”.
 */
export function stem(word: string): string {
  return word
    .replace(/(?<=.{2})(?:ies|ied|y)$/u, 'i')
    .replace(/(?<=.{3})(?:ings?|ed|es|s|e)$/u, '')
    .replace(/(?<=.{2}([a-z]))\1$/u, '');
}
