import type { ArticleData } from '../../../domain/article/article-data.ts';
import { type ToldText, toldTexts } from '../../../domain/search/medium-text.ts';
import { piecesOf, type Range } from '../results/marking.ts';
import { textDirective } from '../results/text-directive.ts';
import type { TextMatch } from '../texts/text-engine.ts';
import { type Found, foundIn } from './found.ts';

/** What a heading leaves out of a caption: a full stop at its end. */
const STOP = /(?<!\.)\.$/u;

/** What marks the words where the link leads: on the page of the medium, or in the article, which shows what is missing. */
function directiveOf(
  told: ToldText,
  marks: readonly Range[],
  all: readonly ToldText[],
  article: ArticleData,
) {
  const { heading, summary, paragraphs } = article;
  const above =
    told.medium === undefined
      ? [heading, summary ?? '', ...paragraphs.map(({ text }) => text)]
      : all
          .slice(0, all.indexOf(told))
          .filter(({ medium }) => medium === told.medium)
          .map(({ text }) => text);
  const text = told.text.replace(STOP, '');
  const directive = textDirective(
    text,
    marks.filter(({ end }) => end <= text.length),
    above,
  );
  return directive && `#${directive}`;
}

/** What is told of the media of an article, with what is found in it. */
export function foundTold(
  article: ArticleData,
  matches: readonly TextMatch[],
  named: readonly Range[][],
): Found[] {
  const all = toldTexts(article.media);
  return all.map((told) => {
    const found = foundIn(told.text, matches, named);
    const { text, lang, ...field } = told;
    return {
      ...found,
      snippet: () => ({
        paragraph: undefined,
        told: field,
        pieces: piecesOf(text, found.marks, lang ?? article.lang),
        text,
        lang,
        directive: directiveOf(told, found.marks, all, article),
      }),
    };
  });
}
