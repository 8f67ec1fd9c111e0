import type { ArticleData } from '../../../domain/article/article-data.ts';
import type { NamedRecord } from '../../../domain/search/layout.ts';
import type { Snippet } from '../snippet/snippet.ts';
import { snippetsOf } from '../snippet/snippets.ts';
import type { TextMatch } from '../texts/text-engine.ts';
import { markedPieces, merged, type Piece, piecesOf, wordRanges } from './marking.ts';
import { textDirective } from './text-directive.ts';

/** An article that was found, with all that is shown of it. */
export interface Hit {
  article: ArticleData;
  heading: Piece[];
  snippets: Snippet[];
  /** Those of the names searched for that are in the article's field `about`. */
  about: string[];
  /** The parts of the query that it does not have, as written. */
  lacks: string[];
}

/** The summary of an article of which the archive holds no text. */
function summaryOf({ heading, summary, lang }: ArticleData, matches: readonly TextMatch[]) {
  if (!summary) return [];
  const marks = merged(matches.flatMap((match) => wordRanges(summary, match)));
  const directive = textDirective(summary, marks, [heading]);
  return [
    {
      paragraph: undefined,
      pieces: piecesOf(summary, marks, lang),
      text: summary,
      // The link of a paragraph has a fragment already.
      directive: directive && `#${directive}`,
    },
  ];
}

/** The parts of an article that are shown of a hit. */
function shownOf(
  article: ArticleData,
  records: readonly NamedRecord[],
  matches: readonly TextMatch[],
): Snippet[] {
  if (article.text === 'none')
    return [...summaryOf(article, matches), ...snippetsOf(article, [], matches)];
  const [first] = article.paragraphs;
  if (records.length > 0 || matches.length > 0 || !first)
    return snippetsOf(article, records, matches);
  const { id, text } = first;
  return [{ paragraph: id, pieces: piecesOf(text, [], article.lang), text, directive: '' }];
}

/** An article as a hit. Where neither words nor names were searched for, it shows the opening words. */
export function hitOf(
  article: ArticleData,
  records: readonly NamedRecord[],
  matches: readonly TextMatch[],
): Omit<Hit, 'lacks'> {
  const marks = merged(matches.flatMap((match) => wordRanges(article.heading, match)));
  return {
    article,
    heading: markedPieces(article.heading, marks),
    snippets: shownOf(article, records, matches),
    about: records.filter(({ id }) => article.about.includes(id)).map(({ name }) => name),
  };
}
