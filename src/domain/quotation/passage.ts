import { foldSpace } from '../article/paragraph.ts';

/** A paragraph, or a part of one, that somebody says is in this archive, with the pieces to look for. */
export interface Passage {
  /** As it was pasted, in one line. */
  text: string;
  /** Runs of words to find in the text. There are several if the quotation leaves words out or adds some. */
  pieces: string[];
}

/** A text without the quotation marks and spaces at its ends. */
const INNER = /[^"'“”„«»‘’‹›\s](?:.*[^"'“”„«»‘’‹›\s])?/su;
// Marks of words that the person who quotes left out or added: “…”, “...”, “[sic]”, “[the minister]”.
const GAP = /\[[^[\]]*\]|…|\.\s?\.\s?\./u;

/** Fewer words than this may occur anywhere, and prove nothing. */
const FEWEST_WORDS = 4;
const FEWEST_CHARACTERS = 15;

/** The passages of a pasted text. Each line that is not empty is one. */
export function passagesOf(pasted: string): Passage[] {
  return pasted
    .split(/\n+/)
    .map((line) => foldSpace(line))
    .filter((line) => line !== '')
    .map((text) => ({
      text,
      pieces: (INNER.exec(text)?.[0] ?? '')
        .split(GAP)
        .map((piece) => piece.trim())
        .filter((piece) => /[\p{L}\p{N}]/u.test(piece)),
    }));
}

/** True if a passage is so short that finding it proves little. */
export function isTooShort({ pieces }: Passage): boolean {
  const text = pieces.join(' ');
  const words = text.split(' ').length;
  // A script without spaces needs fewer characters for its words.
  const isSpaced = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(
    text,
  );
  return isSpaced ? words < FEWEST_WORDS || text.length < FEWEST_CHARACTERS : text.length < 6;
}

/** The form used to compare words: composed, white space folded, one kind of quotation mark. */
const plain = (text: string) =>
  foldSpace(text.normalize('NFC'))
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‹›ʼ]/gu, "'");

/** The same form in lower case and without punctuation. */
const loose = (text: string) =>
  foldSpace(
    plain(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '),
  );

/**
 * Whether a text has all pieces of a passage in order: `exact` to the letter, `near` if only capitals or punctuation
 * differ. Undefined if it does not have them all.
 */
export function agreement(
  text: string,
  { pieces }: Pick<Passage, 'pieces'>,
): 'exact' | 'near' | undefined {
  const holds = (form: (words: string) => string) => {
    const whole = ` ${form(text)} `;
    let from = 0;
    return pieces.every((piece) => {
      const at = whole.indexOf(form(piece), from);
      from = at + form(piece).length;
      return at >= 0;
    });
  };
  if (pieces.length === 0) return undefined;
  return holds(plain) ? 'exact' : holds(loose) ? 'near' : undefined;
}
