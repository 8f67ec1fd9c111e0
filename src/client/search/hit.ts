import type { ArticleData } from '../../domain/article/article-data.ts';
import type { NamedRecord } from '../../domain/search/layout.ts';
import { markedPieces, merged, type Piece, piecesOf, type Range, wordRanges } from './marking.ts';
import { textDirective } from './text-directive.ts';
import type { TextMatch } from './text-engine.ts';

/** An article that was found, with all that is shown of it. */
export interface Hit {
  article: ArticleData;
  heading: Piece[];
  snippets: Snippet[];
  /** Those of the names searched for that are in the article's field `about`. */
  about: string[];
}

/** A paragraph of a hit, or the summary that stands for a text. */
export interface Snippet {
  /** Its id; undefined for the summary of an article of which the archive holds no text. */
  paragraph: string | undefined;
  /** The sentence with the match. */
  pieces: Piece[];
  /** Its whole text. */
  text: string;
  /** Is added to a link, so that the browser marks the words on the page; may be empty. */
  directive: string;
}

const MOST = 3;

/** A paragraph, with the search terms found in it. */
interface Found {
  id: string;
  text: string;
  index: number;
  marks: Range[];
  /** The search terms that it has, by their indices in the search. */
  holds: number[];
}

/** Picks paragraphs until every search term is shown; first those with the most terms that are not shown yet. */
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

/** The paragraphs of an article to show for a hit, at most three, in the order of the text. */
export function snippetsOf(
  article: ArticleData,
  records: readonly NamedRecord[],
  matches: readonly TextMatch[],
): Snippet[] {
  const found = article.paragraphs.map(({ id, text }, index): Found => {
    const named = records.map(({ kind, id: record }) =>
      article.mentions.filter(
        (mention) => mention.kind === kind && mention.id === record && mention.paragraph === id,
      ),
    );
    const places = [...named, ...matches.map((match) => wordRanges(text, match))];
    const holds = places.flatMap((ranges, match) => (ranges.length > 0 ? [match] : []));
    return { id, text, index, marks: merged(places.flat()), holds };
  });
  return chosen(found).map(({ id, text, marks, index }) => ({
    paragraph: id,
    pieces: piecesOf(text, marks, article.lang),
    text,
    directive: textDirective(text, marks, [
      article.heading,
      article.summary ?? '',
      ...article.paragraphs.slice(0, index).map((earlier) => earlier.text),
    ]),
  }));
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
  if (article.text === 'none') return summaryOf(article, matches);
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
): Hit {
  const marks = merged(matches.flatMap((match) => wordRanges(article.heading, match)));
  return {
    article,
    heading: markedPieces(article.heading, marks),
    snippets: shownOf(article, records, matches),
    about: records.filter(({ id }) => article.about.includes(id)).map(({ name }) => name),
  };
}
