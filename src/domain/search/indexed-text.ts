import type { ArticleData } from '../article/article-data.ts';
import { fold } from '../language/fold.ts';
import { pageTexts, toldTexts } from './medium-text.ts';

/** A word of a folded text in its indexed form, with its position in that text. */
export interface IndexedWord {
  word: string;
  start: number;
  end: number;
  /** True if no space separates it from the word before: “2:30”, or two characters of Chinese. */
  joined: boolean;
}

// Scripts without spaces between words. Each of their characters is a word here, because browsers do not agree where
// words end in such a text, and readers search for a part of a word as often as for the whole.
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

/** The words of a folded text in their indexed form. Possessive endings are dropped. */
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

/** Marks the end of each block, so that a phrase cannot continue into the next one. No query contains this word. */
export const END = 'ʭ';

/** What is indexed of an article. */
export type Indexed = Pick<ArticleData, 'heading' | 'text' | 'summary' | 'paragraphs' | 'media'>;

/**
 * The words of an article as they are indexed: those of its heading, then those of each paragraph; of one of which the
 * archive holds no text those of its summary; then those of the pages of its scans and documents, and of what is said in its
 * sounds and films; at last what is told of its media.
 */
export const articleWords = ({ heading, text, summary, paragraphs, media }: Indexed) => [
  queryWords(heading),
  ...(text === 'none' && summary ? [queryWords(summary)] : []),
  ...paragraphs.map((paragraph) => queryWords(paragraph.text)),
  ...pageTexts(media).map((page) => queryWords(page.text)),
  ...toldTexts(media).map((told) => queryWords(told.text)),
];
