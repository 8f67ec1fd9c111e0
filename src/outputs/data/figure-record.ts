import type { Article } from '../../domain/article/article.ts';
import type { FigureRecord } from '../../domain/data/figure.ts';
import type { Claim, ClaimingArticle, Claims } from '../../domain/figures/claim.ts';
import { articlePath, figureFragment, figurePath, paragraphPath } from '../../domain/url.ts';
import { type FigureNames, figureSentence, plainSentence } from '../../messages/figure-sentence.ts';

/** What the data of claims need of an article. */
export interface ReportingArticle extends ClaimingArticle {
  data: Pick<Article, 'figures' | 'formerly' | 'date' | 'lang' | 'source' | 'corrections'> & {
    heading: { text: string };
    /** The id of each figure, and of the paragraph in which its words stand. */
    stated: readonly (readonly [figure: string, paragraph: string])[];
  };
}

/** What the data of claims are made with. */
export interface DataContext {
  claims: Claims<ReportingArticle>;
  names: FigureNames;
  /** Makes an address of a path. */
  address: (path: string) => string;
  /** The site's language: sentences are in it, and so are articles that name no language. */
  lang: string;
}

/** A capture is of the article, and is told in its own data. */
function withoutCapture(source: Article['source']) {
  if (!source) return undefined;
  const { capture: _, ...others } = source;
  return others;
}

/** A claim as data: the figure as in the frontmatter, and what follows from its article. */
export function figureRecord(claim: Claim<ReportingArticle>, context: DataContext): FigureRecord {
  const { claims, names, address, lang } = context;
  const { figure, article, name } = claim;
  const { id, data } = article;
  const [, paragraph] = data.stated.find(([stated]) => stated === figure.id) ?? [];
  const fragment = figureFragment(figure.id);
  const corrections = data.corrections.filter(({ was }) => was === fragment);
  return {
    claim: name,
    figure,
    sentence: plainSentence(figureSentence(figure, names, lang)),
    placeName: names.place(figure.place),
    countedByName: names.organisation(figure.countedBy),
    url: address(figurePath(id, figure.id)),
    paragraphUrl: paragraph && address(paragraphPath(id, paragraph)),
    corrected: corrections
      .map(({ date }) => date)
      .toSorted()
      .at(-1),
    supersededBy: claims.replacementsOf(claim).map((other) => other.name),
    article: {
      url: address(articlePath(id)),
      date: data.date,
      heading: data.heading.text,
      lang: data.lang ?? lang,
      source: withoutCapture(data.source),
    },
  };
}
