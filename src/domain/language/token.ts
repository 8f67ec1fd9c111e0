/** A word, a number or a sign of a text. */
export interface Token {
  text: string;
  /** The text in lower case, curly apostrophes straightened: what word lists are asked for. */
  word: string;
  /** Index of its first character in the text, in UTF-16 units. */
  start: number;
  /** Index one past its last character. */
  end: number;
}

// A number keeps its thousands marks, a word its hyphens, apostrophes and the dots of U.S.
const TOKEN =
  /\p{Nd}{1,3}(?:[,٬\u00a0\u2009\u202f]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.٫]\p{Nd}+)?|\p{L}\.(?:\p{L}\.)+|[\p{L}\p{M}]+(?:['’\u2010\u2011-][\p{L}\p{M}]+)*['’]?|\S/gu;

/** Splits a text into its tokens. */
export function tokens(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    word: match[0]
      .toLowerCase()
      .replace(/’/gu, "'")
      .replace(/[\u2010\u2011]/gu, '-'),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
