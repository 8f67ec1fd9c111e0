const WORD = /[\p{L}\p{N}]/u;

// A separator between two digits belongs to the number: “300” is no word of “1,300”, nor “13” of “13.5”.
const GROUPED = /^\p{N}[.,٫٬'’]\p{N}$/u;
const partsNumber = (text: string, at: number) =>
  GROUPED.test(text.slice(Math.max(0, at - 2), at + 1)) ||
  GROUPED.test(text.slice(Math.max(0, at - 1), at + 2));

/** Finds the words of a figure in a text, as whole words: “13” is not found in “2013”. Undefined where they are not there. */
export function placeOfWords(
  text: string,
  words: string,
): { start: number; end: number } | undefined {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const opens = !WORD.test(text.charAt(at - 1)) || !WORD.test(words.charAt(0));
    const closes = !WORD.test(text.charAt(end)) || !WORD.test(words.slice(-1));
    if (opens && closes && !partsNumber(text, at) && !partsNumber(text, end))
      return { start: at, end };
  }
  return undefined;
}

/** True where the words of a figure stand in a text. Both are compared in NFC. */
export const isStatedIn = (paragraph: string, words: string): boolean =>
  placeOfWords(paragraph.normalize('NFC'), words.normalize('NFC')) !== undefined;
