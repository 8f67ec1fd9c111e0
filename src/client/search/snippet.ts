import type { ArticleData } from '../../domain/article/article-data.ts';
import { type PageText, pageTexts } from '../../domain/media/page-text.ts';
import { viewPath } from '../../domain/media/scan-view.ts';
import type { NamedRecord } from '../../domain/search/layout.ts';
import { articlePath, paragraphPath } from '../../domain/url.ts';
import { merged, type Piece, piecesOf, type Range, wordRanges } from './marking.ts';
import { textDirective } from './text-directive.ts';
import type { TextMatch } from './text-engine.ts';

/** A page of a medium on which something was found. */
export interface FoundPage extends Omit<PageText, 'text' | 'lang'> {
  /** The words that were found, as they stand there: each once, several that stand together in quotation marks. */
  words: string;
}

/** A paragraph of a hit, the summary that stands for a text, or a page of a scan, document or transcript. */
export interface Snippet {
  /** Its id; undefined for a page, and for the summary of an article of which the archive holds no text. */
  paragraph: string | undefined;
  /** Set where it is a page of a medium. */
  page?: FoundPage;
  /** The sentence with the match. */
  pieces: Piece[];
  /** Its whole text. */
  text: string;
  /** Is added to a link, so that the browser marks the words on the page; may be empty. */
  directive: string;
}

/** Path of what a snippet shows: a paragraph, a page of a medium with its words to be marked, or the article. */
export function snippetPath(article: string, { paragraph, page }: Snippet): string {
  if (page) return viewPath(page.medium, { page: page.page }, page.words);
  return paragraph === undefined ? articlePath(article) : paragraphPath(article, paragraph);
}

const MOST = 3;
/** The most words and phrases that are marked on a page. */
const MOST_WORDS = 20;

/** A paragraph or a page of a medium, with the search terms found in it. */
interface Found {
  /** Id of the paragraph; undefined for a page. */
  id: string | undefined;
  page?: PageText;
  text: string;
  index: number;
  marks: Range[];
  /** The search terms that it has, by their indices in the search. */
  holds: number[];
}

/** Picks paragraphs and pages until every search term is shown; first those with the most terms that are not shown yet. */
function chosen(found: readonly Found[]): Found[] {
  const left = found.filter(({ holds }) => holds.length > 0);
  const seen = new Set<number>();
  const picked: Found[] = [];
  const unseen = ({ holds }: Found) => holds.filter((match) => !seen.has(match)).length;
  while (picked.length < MOST && left.length > 0) {
    left.sort(
      (a, b) => unseen(b) - unseen(a) || b.holds.length - a.holds.length || a.index - b.index,
    );
    const [best] = left.splice(0, 1);
    if (!best) break;
    picked.push(best);
    for (const match of best.holds) seen.add(match);
  }
  return picked.toSorted((a, b) => a.index - b.index);
}

/** What is found in a text. @param named where it mentions each of the records that were searched for */
function foundIn(text: string, matches: readonly TextMatch[], named: readonly Range[][] = []) {
  const places = [...named, ...matches.map((match) => wordRanges(text, match))];
  const holds = places.flatMap((ranges, match) => (ranges.length > 0 ? [match] : []));
  return { text, marks: merged(places.flat()), holds };
}

/** The pages of the media of an article, with what is found on them. */
const pagesOf = (
  { media, paragraphs }: ArticleData,
  matches: readonly TextMatch[],
  named: readonly Range[][],
): Found[] =>
  pageTexts(media).map((page, index) => ({
    // A sentence goes on over the end of a line.
    ...foundIn(page.text.replaceAll('\n', ' '), matches, named),
    ...{ id: undefined, page, index: paragraphs.length + index },
  }));

const quoted = (words: string) => (/\s/u.test(words) ? `"${words}"` : words);

/** Ranges of a text as a query: its words as they stand there, each once. */
function wordsIn(text: string, ranges: readonly Range[]): string {
  const words = ranges.map(({ start, end }) =>
    text.slice(start, end).replace(/["“”„«»\s]+/gu, ' '),
  );
  return [...new Set(words.map((one) => quoted(one.trim())))].slice(0, MOST_WORDS).join(' ');
}

/** A page as it is shown of a hit. The browser marks nothing there: the page itself does. */
function pageSnippet(
  { text: _, lang: own, ...page }: PageText,
  found: Found,
  lang: string,
): Snippet {
  const { text, marks } = found;
  return {
    paragraph: undefined,
    page: { ...page, words: wordsIn(text, marks) },
    pieces: piecesOf(text, marks, own ?? lang),
    text,
    directive: '',
  };
}

/** The paragraphs of an article, and pages of its media, to show for a hit: at most three, in the order of the text. */
export function snippetsOf(
  article: ArticleData,
  records: readonly NamedRecord[],
  matches: readonly TextMatch[],
): Snippet[] {
  const mentions = (paragraph: string) =>
    records.map(({ kind, id }) =>
      article.mentions.filter(
        (mention) => mention.kind === kind && mention.id === id && mention.paragraph === paragraph,
      ),
    );
  const found = article.paragraphs.map(
    ({ id, text }, index): Found => ({
      ...foundIn(text, matches, mentions(id)),
      ...{ id, index },
    }),
  );
  // Names are not looked for in pages, since nobody has read these; the words of a name are.
  const pages = pagesOf(
    article,
    matches,
    records.map(() => []),
  );
  return chosen([...found, ...pages]).map((one): Snippet => {
    const { id, page, text, marks, index } = one;
    if (page) return pageSnippet(page, one, article.lang);
    return {
      paragraph: id,
      pieces: piecesOf(text, marks, article.lang),
      text,
      directive: textDirective(text, marks, [
        article.heading,
        article.summary ?? '',
        ...article.paragraphs.slice(0, index).map((earlier) => earlier.text),
      ]),
    };
  });
}
