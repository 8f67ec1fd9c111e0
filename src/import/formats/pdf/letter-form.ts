import { ImportFault } from '../../source-document.ts';

/** Shapes that Arabic letters have at the beginning, within and at the end of words, and what they tell of the order of a text. */

const ARABIC_FORM = /[\ufb50-\ufdff\ufe70-\ufefe]/gu;
const [FIRST_FORM, LAST_FORM] = [0xfe81, 0xfefc];

/** Shapes as the letters that they are. Unicode gives a sign above a letter with a space to stand on. */
export const asLetters = (text: string): string =>
  text.replace(ARABIC_FORM, (form) => form.normalize('NFKC').trim());

/** Shapes that are joined to a letter before them, and after them: of each letter Unicode has these in one order. */
const joinedBefore = new Set<string>();
const joinedAfter = new Set<string>();
let [letter, place] = ['', 0];
for (let code = FIRST_FORM; code <= LAST_FORM; code++) {
  const form = String.fromCodePoint(code);
  place = asLetters(form) === letter ? place + 1 : 0;
  letter = asLetters(form);
  // Alone, at the end, at the beginning, within.
  if (place === 1 || place === 3) joinedBefore.add(form);
  if (place === 2 || place === 3) joinedAfter.add(form);
}

/** Letters, and shapes of letters, with which words end and never begin. */
const ENDS = /^[\u0629\u0649\u05da\u05dd\u05df\u05e3\u05e5]/u;
const ENDED = /[\u0629\u0649\u05da\u05dd\u05df\u05e3\u05e5]$/u;
/** How many words may be otherwise: names of letters, and words that a page parts. */
const MOST_ODD = 0.05;
const FEW = 2;
const WORD = /[\p{sc=Arabic}\p{sc=Hebrew}\p{M}\u0640]{2,}/gu;

/** @throws ImportFault where letters stand so that no order of them is sure: their shapes, or those that end words, say otherwise */
export function refuseDisordered(texts: readonly string[]): void {
  let [all, odd, example] = [0, 0, ''];
  for (const text of texts)
    for (const [word] of text.matchAll(WORD)) {
      const signs = [...word.replace(/[\p{M}\u0640]/gu, '')];
      const isOdd =
        ENDS.test(asLetters(word)) ||
        joinedBefore.has(signs[0] ?? '') ||
        joinedAfter.has(signs.at(-1) ?? '');
      const isTold =
        isOdd ||
        ENDED.test(asLetters(word)) ||
        signs.some((one) => joinedBefore.has(one) || joinedAfter.has(one));
      if (isTold) all++;
      if (isOdd) {
        odd++;
        example ||= asLetters(word);
      }
    }
  if (odd >= FEW && odd > all * MOST_ODD)
    throw new ImportFault(
      `It is a PDF whose Arabic or Hebrew letters are stored in an order that cannot be told (“${[...example].slice(0, 40).join('')}”); save its text as a .txt file.`,
    );
}
