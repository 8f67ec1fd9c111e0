import { viewPath } from '../../../domain/media/facsimile/scan-view.ts';
import type { PageText, ToldText } from '../../../domain/search/medium-text.ts';
import { articlePath, mediumPath, paragraphPath } from '../../../domain/url.ts';
import type { Piece } from '../results/marking.ts';

/** A page of a medium on which something was found. */
export interface FoundPage extends Omit<PageText, 'text' | 'lang'> {
  /**
   * Of a scan the words that were found, as they stand there: each once, several that stand together in quotation marks.
   * Empty for all else, where the browser marks them.
   */
  words: string;
}

/** A field of a medium in which something was found. */
type FoundField = Omit<ToldText, 'text' | 'lang'>;

/**
 * A paragraph of a hit, the summary that stands for a text, a page of a scan, document or transcript, or what is told of a
 * medium.
 */
export interface Snippet {
  /** Its id; undefined for all else. */
  paragraph: string | undefined;
  /** Set where it is a page of a medium. */
  page?: FoundPage;
  /** Set where it is told of a medium. */
  told?: FoundField;
  /** The sentence with the match. */
  pieces: Piece[];
  /** Its whole text. */
  text: string;
  /** Its language, where that is not the article’s. */
  lang?: string | undefined;
  /** Is added to a link, so that the browser marks the words on the page; may be empty. */
  directive: string;
}

/** Path of what a snippet shows: a paragraph, a page of a medium with its words to be marked, a medium, or the article. */
export function snippetPath(article: string, { paragraph, page, told }: Snippet): string {
  if (page) return viewPath(page.medium, { page: page.page }, page.words);
  if (told?.medium !== undefined) return mediumPath(told.medium);
  return paragraph === undefined ? articlePath(article) : paragraphPath(article, paragraph);
}
