import type { ArticleData } from '../../../domain/article/article-data.ts';
import { type PageText, pageTexts } from '../../../domain/search/medium-text.ts';
import { piecesOf, type Range } from '../results/marking.ts';
import { textDirective } from '../results/text-directive.ts';
import type { TextMatch } from '../texts/text-engine.ts';
import { type Found, foundIn } from './found.ts';

/** The most words and phrases that are marked on a page. */
const MOST_WORDS = 20;
/** The most lines in which the browser marks words. */
const MOST_LINES = 4;

const quoted = (words: string) => (/\s/u.test(words) ? `"${words}"` : words);

/** Ranges of a text as a query: its words as they stand there, each once. */
function wordsIn(text: string, ranges: readonly Range[]): string {
  const words = ranges.map(({ start, end }) =>
    text.slice(start, end).replace(/["“”„«»\s]+/gu, ' '),
  );
  return [...new Set(words.map((one) => quoted(one.trim())))].slice(0, MOST_WORDS).join(' ');
}

/** What has the browser mark words of a page. No line is told beyond its end, where browsers do not go on looking. */
function directiveOf(written: string, marks: readonly Range[], above: readonly string[]): string {
  const directives: string[] = [];
  const earlier = [...above];
  let from = 0;
  for (const line of written.split('\n')) {
    const start = from;
    const inLine = marks
      .filter((mark) => mark.start >= start && mark.end <= start + line.length)
      .map((mark) => ({ start: mark.start - start, end: mark.end - start }));
    const directive = textDirective(line, inLine, earlier);
    if (directive) directives.push(directive.replace(':~:', ''));
    earlier.push(line);
    from += line.length + 1;
  }
  return directives.length > 0 ? `:~:${directives.slice(0, MOST_LINES).join('&')}` : '';
}

/** What stands on the page of a medium above the words of one of its pages. */
const above = ({ media }: ArticleData, all: readonly PageText[], { medium, page }: PageText) => [
  media.find(({ id }) => id === medium)?.caption ?? '',
  ...all.filter((one) => one.medium === medium && one.page < page).map(({ text }) => text),
];

/**
 * The pages of the media of an article, with what is found on them. The page of a scan marks the words itself, on the scan
 * too; those of a document or transcript the browser marks.
 */
export function foundPages(
  article: ArticleData,
  matches: readonly TextMatch[],
  named: readonly Range[][],
): Found[] {
  const all = pageTexts(article.media);
  return all.map((one) => {
    const { text: written, lang, ...page } = one;
    // A sentence goes on over the end of a line.
    const found = foundIn(written.replaceAll('\n', ' '), matches, named);
    const { text, marks } = found;
    const isScan = page.kind === 'facsimile';
    return {
      ...found,
      snippet: () => ({
        paragraph: undefined,
        page: { ...page, words: isScan ? wordsIn(text, marks) : '' },
        pieces: piecesOf(text, marks, lang ?? article.lang),
        text,
        lang,
        directive: isScan ? '' : directiveOf(written, marks, above(article, all, one)),
      }),
    };
  });
}
