/** A number, a word, white space or any other sign. */
export interface Token {
  kind: 'number' | 'word' | 'sign';
  text: string;
  /** Where in the text it begins. */
  start: number;
}

const TOKEN = /(\p{Nd}+)|([\p{L}\p{M}]+)|\s+|[^\s\p{L}\p{M}\p{Nd}]/gu;

/** Digits of any script as those of ASCII: each script has its ten in a row. */
function inAscii(digits: string): string {
  return digits.replace(/[^0-9]/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9)
      zero--;
    return `${(digit.codePointAt(0) ?? 0) - zero}`;
  });
}

/** The numbers, in the digits of ASCII, words and signs of a text. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: whole, 1: number, 2: word, index }) => ({
    kind: number ? 'number' : word ? 'word' : 'sign',
    text: number ? inAscii(number) : whole,
    start: index,
  }));
}

export const isSpace = (token: Token | undefined): boolean =>
  token !== undefined && token.text.trim() === '';
