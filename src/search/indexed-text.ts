import { fold, foldedWords } from '../archive/fold.ts';

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Sets words apart in scripts that do not, so that they can be found one by one. */
function spaced(text: string): string {
  if (!UNSPACED.test(text)) return text;
  return [...segmenter.segment(text)].map(({ segment }) => segment).join(' ');
}

/** A text as it is indexed: folded, with the words of every script set apart. A query is put into the same form. */
export const indexedText = (text: string): string => fold(spaced(text));

/** The words of a query in the form in which texts are indexed; possessive endings are dropped. */
export const queryWords = (text: string): string[] =>
  foldedWords(spaced(text)).map((word) => word.replace(/'s?$/u, ''));
