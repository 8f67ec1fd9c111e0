import type { ArticleData } from '../article/article-data.ts';
import { fold } from '../language/fold.ts';

/** A word of a folded text, as it is indexed, and where in that text it stands. */
export interface IndexedWord {
  word: string;
  start: number;
  end: number;
  /** True where nothing but a sign parts it from the word before: “2:30”, or two characters of Chinese. */
  joined: boolean;
}

// Scripts that set no spaces between words. Each of their characters is a word here: where words end in such a text, two
// browsers do not agree, and a part of a word is looked for as often as the whole.
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}]';
const LETTER = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])`;
const WORD = new RegExp(
  [
    `(?<number>\\p{Nd}{1,3}(?:[,.]\\p{Nd}{3})+(?!${LETTER}))`, // 2,700 is one word
    `(?<initials>\\p{L}\\.(?: ?\\p{L}\\.)+(?:'s)?|\\p{L}(?:\\.\\p{L})+(?!${LETTER}|'))`, // as is U.S., and J. K. in a name
    `${UNSPACED}[\\p{M}\\p{Lm}]*`,
    `${LETTER}+(?:'${LETTER}+)*`,
  ].join('|'),
  'gu',
);

/** The words of a folded text in the form in which they are indexed; possessive endings are dropped. */
export function indexedWords(folded: string): IndexedWord[] {
  const words: IndexedWord[] = [];
  for (const { 0: written, index: start, groups = {} } of folded.matchAll(WORD)) {
    const bare = written.replace(/'s$/u, '');
    const isSet = groups['number'] !== undefined || groups['initials'] !== undefined;
    const last = words.at(-1);
    words.push({
      word: isSet ? bare.replace(/[,. ]/g, '') : bare,
      start,
      end: start + bare.length,
      joined: last !== undefined && !folded.slice(last.end, start).includes(' '),
    });
  }
  return words;
}

/** The words of a query in the form in which texts are indexed. */
export const queryWords = (text: string): string[] =>
  indexedWords(fold(text)).map(({ word }) => word);

/** A word that no query holds, at the end of each block: a phrase does not go on into the next. */
export const END = 'ʭ';

/** The words of an article as they are indexed: those of its heading, then those of each paragraph. */
export const articleWords = ({
  heading,
  paragraphs,
}: Pick<ArticleData, 'heading' | 'paragraphs'>) => [
  queryWords(heading),
  ...paragraphs.map(({ text }) => queryWords(text)),
];
