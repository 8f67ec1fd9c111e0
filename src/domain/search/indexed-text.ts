import type { ArticleData } from '../article/article-data.ts';
import { foldWithOrigin } from '../language/fold.ts';
import { pageTexts, toldTexts } from './medium-text.ts';

/** A word of a text in its indexed form, with its position in that text. */
export interface IndexedWord {
  word: string;
  start: number;
  end: number;
  /** True if no space separates it from the word before: “2:30”, or two characters of Chinese. */
  joined: boolean;
}

/** Stands for the point of a decimal in its indexed form, since the index of words keeps letters alone. No text has it. */
export const POINT = 'ʘ';
/** How a per cent sign is indexed. */
const PERCENT = 'percent';

// Scripts without spaces between words. Each of their characters is a word here, because browsers do not agree where
// words end in such a text, and readers search for a part of a word as often as for the whole.
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}]';
const LETTER = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])`;
const NO_NUMBER = '(?!\\p{Nd}|[.,]\\p{Nd})';
const WORD = new RegExp(
  [
    `(?<number>\\p{Nd}{1,3}(?:[,.]\\p{Nd}{3})+)${NO_NUMBER}`, // 2,700 is one word
    `(?<decimal>(?<!\\p{Nd}[.,])\\p{Nd}+(?:,\\p{Nd}{3})*\\.\\p{Nd}+)${NO_NUMBER}`, // as is 1.5, in $1.5bn too
    '(?<percent>(?<=\\p{Nd} ?)[%٪])',
    '(?<currency>\\p{Sc}(?=\\p{Nd}))', // the sign before an amount
    `(?<initials>\\p{L}\\.(?: ?\\p{L}\\.)+(?!${LETTER})(?:'s)?|\\p{L}(?:\\.\\p{L})+(?!${LETTER}|'))`, // U.S., and J. K. in a name
    `(?<signed>(?<!${LETTER}|')\\p{L}{1,3}(?:&\\p{L}{1,3})+(?!${LETTER})(?:'s)?)`, // AT&T, which others write ATT
    `${UNSPACED}[\\p{M}\\p{Lm}]*`,
    `${LETTER}+(?:'${LETTER}+)*`,
  ].join('|'),
  'gu',
);

const PART = "[\\p{L}\\p{N}\\p{M}'’&\\-]";
/** A letter with a hyphen before what it belongs to: X-ray, F-16. */
const HYPHENED = new RegExp(`(?<!${PART})(\\p{Lu}|\\p{Ll})[-\u2010\u2011](?=[\\p{L}\\p{N}])`, 'gu');
/** Initials with nothing but spaces between them. A and I are words as well. */
const APART = new RegExp(`(?<!${PART})(?![AI])(\\p{Lu}) (?=\\p{Lu}(?!${PART}))`, 'gu');

/** A text in which what is one word stands together: X-ray as xray, J P Morgan as J.P. Morgan. No place is another. */
const together = (text: string) => text.replace(HYPHENED, '$1\u00ad').replace(APART, '$1.');

/** @param kind that of its expression; undefined for a word like any other */
function indexed(written: string, kind: string | undefined): string {
  if (kind === 'percent') return PERCENT;
  if (kind === 'decimal') return written.replaceAll(',', '').replace('.', POINT);
  const isSet = kind === 'number' || kind === 'initials' || kind === 'signed';
  return isSet ? written.replace(/[,. &]/g, '') : written;
}

/** The words of a text in their indexed form, with their places in the text as written. Possessive endings are dropped. */
export function wordsIn(text: string): IndexedWord[] {
  const { text: folded, origin } = foldWithOrigin(together(text));
  const words: IndexedWord[] = [];
  let before: number | undefined;
  for (const { 0: written, index, groups = {} } of folded.matchAll(WORD)) {
    const bare = written.replace(/'s$/u, '');
    const end = index + bare.length;
    const [kind] = Object.entries(groups).find(([, matched]) => matched !== undefined) ?? [];
    words.push({
      word: indexed(bare, kind),
      start: origin(index),
      end: origin(end),
      joined: before !== undefined && !folded.slice(before, index).includes(' '),
    });
    before = end;
  }
  return words;
}

/** The words of a query in the form in which texts are indexed. */
export const queryWords = (text: string): string[] => wordsIn(text).map(({ word }) => word);

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
