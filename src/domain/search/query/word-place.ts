/** What may stand beside a word: a letter, mark or figure there belongs to it. */
const WITHIN = /[\p{L}\p{M}\p{N}]/u;

/** A query with its white space in single spaces, as words are looked for in it. */
export const evened = (q: string): string => q.replace(/\s+/gu, ' ');

/** Where words stand in a text by themselves and not within others. @param from where to begin @returns -1 where they do not */
export function placeOf(text: string, written: string, from = 0): number {
  for (let at = text.indexOf(written, from); at >= 0; at = text.indexOf(written, at + 1)) {
    const end = at + written.length;
    if (!WITHIN.test(text.charAt(at - 1)) && !WITHIN.test(text.charAt(end))) return at;
  }
  return -1;
}
