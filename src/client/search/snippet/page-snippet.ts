import type { ArticleData } from '../../../domain/article/article-data.ts';
import { pageTexts } from '../../../domain/search/medium-text.ts';
import { piecesOf, type Range } from '../marking.ts';
import type { TextMatch } from '../text-engine.ts';
import { type Found, foundIn } from './found.ts';

/** The most words and phrases that are marked on a page. */
const MOST_WORDS = 20;

const quoted = (words: string) => (/\s/u.test(words) ? `"${words}"` : words);

/** Ranges of a text as a query: its words as they stand there, each once. */
function wordsIn(text: string, ranges: readonly Range[]): string {
  const words = ranges.map(({ start, end }) =>
    text.slice(start, end).replace(/["“”„«»\s]+/gu, ' '),
  );
  return [...new Set(words.map((one) => quoted(one.trim())))].slice(0, MOST_WORDS).join(' ');
}

/** The pages of the media of an article, with what is found on them. The browser marks nothing there: the page itself does. */
export const foundPages = (
  { media, lang }: ArticleData,
  matches: readonly TextMatch[],
  named: readonly Range[][],
): Found[] =>
  pageTexts(media).map(({ text: written, lang: own, ...page }) => {
    // A sentence goes on over the end of a line.
    const found = foundIn(written.replaceAll('\n', ' '), matches, named);
    const { text, marks } = found;
    return {
      ...found,
      snippet: () => ({
        paragraph: undefined,
        page: { ...page, words: wordsIn(text, marks) },
        pieces: piecesOf(text, marks, own ?? lang),
        text,
        lang: own,
        directive: '',
      }),
    };
  });
