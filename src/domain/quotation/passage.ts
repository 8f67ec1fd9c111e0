import { foldSpace } from '../article/paragraph.ts';

/** Words that somebody says this archive has: a paragraph or part of one, and what of it is to be looked for. */
export interface Passage {
  /** As it was pasted, in one line. */
  text: string;
  /** What must stand together in the text; several where the quotation leaves words out or puts some in. */
  pieces: string[];
}

/** A text from its first to its last character that is no quotation mark. */
const INNER = /[^"'“”„«»‘’‹›\s](?:.*[^"'“”„«»‘’‹›\s])?/su;
// What whoever quotes has left out, or put in: “…”, “...”, “[sic]”, “[the minister]”.
const GAP = /\[[^[\]]*\]|…|\.\s?\.\s?\./u;

/** Fewer words than these stand anywhere, and prove nothing. */
const FEWEST_WORDS = 4;
const FEWEST_CHARACTERS = 15;

/** The passages of what was pasted: each line is one. */
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

/** True where a passage is so short that to find it says little. */
export function isTooShort({ pieces }: Passage): boolean {
  const text = pieces.join(' ');
  const words = text.split(' ').length;
  // A script without spaces has its words in fewer characters.
  const isSpaced = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(
    text,
  );
  return isSpaced ? words < FEWEST_WORDS || text.length < FEWEST_CHARACTERS : text.length < 6;
}

/** Words in the form in which they are compared: composed, white space folded, one kind of quotation mark. */
const plain = (text: string) =>
  foldSpace(text.normalize('NFC'))
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‹›ʼ]/gu, "'");

/** The same without what does not change the words: capitals and punctuation. */
const loose = (text: string) =>
  foldSpace(
    plain(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '),
  );

/** How a text has all pieces of a passage, one after another: to the letter, but for capitals and punctuation, or not. */
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
