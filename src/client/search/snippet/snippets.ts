import type { ArticleData } from '../../../domain/article/article-data.ts';
import type { NamedRecord } from '../../../domain/search/layout.ts';
import { piecesOf } from '../results/marking.ts';
import { textDirective } from '../results/text-directive.ts';
import type { TextMatch } from '../texts/text-engine.ts';
import { chosen, type Found, foundIn } from './found.ts';
import { foundPages } from './page-snippet.ts';
import type { Snippet } from './snippet.ts';
import { foundTold } from './told-snippet.ts';

/** The paragraphs of an article, with what is found in them. */
function foundParagraphs(
  { heading, summary, paragraphs, mentions, lang }: ArticleData,
  records: readonly NamedRecord[],
  matches: readonly TextMatch[],
): Found[] {
  const mentionsIn = (paragraph: string) =>
    records.map(({ kind, id }) =>
      mentions.filter(
        (mention) => mention.kind === kind && mention.id === id && mention.paragraph === paragraph,
      ),
    );
  return paragraphs.map(({ id, text }, index) => {
    const found = foundIn(text, matches, mentionsIn(id));
    return {
      ...found,
      snippet: () => ({
        paragraph: id,
        pieces: piecesOf(text, found.marks, lang),
        text,
        directive: textDirective(text, found.marks, [
          heading,
          summary ?? '',
          ...paragraphs.slice(0, index).map((earlier) => earlier.text),
        ]),
      }),
    };
  });
}

/** What to show for a hit, at most three: its paragraphs, in the order of the text, then pages of its media and what is told of these. */
export function snippetsOf(
  article: ArticleData,
  records: readonly NamedRecord[],
  matches: readonly TextMatch[],
): Snippet[] {
  // Names are not looked for in media, since nobody has said where these mention them; the words of a name are.
  const named = records.map(() => []);
  return chosen([
    ...foundParagraphs(article, records, matches),
    ...foundPages(article, matches, named),
    ...foundTold(article, matches, named),
  ]).map((one) => one.snippet());
}
