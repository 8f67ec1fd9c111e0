import { readFileSync } from 'node:fs';
import { because, type Fault } from '../../domain/fault.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { revisionFault } from '../../domain/figures/series.ts';
import type { Problem } from '../../domain/problem.ts';
import { figureFragment } from '../../domain/url.ts';
import { problemAt } from '../files/problem-place.ts';
import { didYouMean } from '../files/validate.ts';
import { type CheckedArticle, mayBeMeant } from './checked-article.ts';

interface Stated {
  /** `<article id>#f-<figure id>`, with the article's present id. */
  name: string;
  figure: Figure;
  article: CheckedArticle;
}

const nameOf = (article: string, figure: Figure) => `${article}#${figureFragment(figure.id)}`;

/** The figures of the archive by every name that one can have: with its article’s present path, and with old ones. */
function figuresByName(articles: readonly CheckedArticle[]): Map<string, Stated> {
  const known = new Map<string, Stated>();
  for (const article of articles) {
    const { id, entry } = article;
    for (const figure of entry.figures)
      for (const one of [id, ...entry.formerly.map((old) => old.slice(1, -1))])
        known.set(nameOf(one, figure), { name: nameOf(id, figure), figure, article });
  }
  return known;
}

/** What is wrong with a figure that says that it replaces another. */
function faultOf(
  stated: Stated,
  known: ReadonlyMap<string, Stated>,
  articles: readonly CheckedArticle[],
): Fault | undefined {
  const { supersedes = '' } = stated.figure;
  const earlier = known.get(supersedes);
  const [article = '', figure = ''] = supersedes.split('#f-', 2);
  if (!earlier && mayBeMeant(article, articles)) return undefined;
  const named = articles.filter(({ id }) => id === article);
  if (!earlier && mayBeMeant(figure, named)) return undefined;
  if (!earlier || earlier.name === stated.name)
    return because(
      'figure/series',
      'A figure supersedes one that an article of the archive states, written <article id>#f-<figure id>.',
      `${didYouMean(supersedes, [...known.keys()])}Correct the reference.`,
    );
  const seen = new Set([stated.name]);
  for (let at: Stated | undefined = earlier; at; at = known.get(at.figure.supersedes ?? '')) {
    if (at.name === stated.name)
      return because(
        'figure/series',
        'No figure supersedes itself through others.',
        'Take supersedes out of the earliest.',
      );
    // A circle that does not contain this figure is reported at the figures in it.
    if (seen.has(at.name)) break;
    seen.add(at.name);
  }
  const isUnsure = ({ article: { unsure }, figure: { id } }: Stated) =>
    unsure?.figures.includes(id);
  if (isUnsure(earlier) || isUnsure(stated)) return undefined;
  return revisionFault(earlier.figure, stated.figure);
}

/**
 * Faults of figures that replace a figure which no article states or which is of another series, or that replace
 * themselves.
 */
export function supersessionFaults(articles: readonly CheckedArticle[]): Problem[] {
  if (
    !articles.some(({ entry }) => entry.figures.some(({ supersedes }) => supersedes !== undefined))
  )
    return [];
  const known = figuresByName(articles);
  return articles.flatMap((article) =>
    article.entry.figures.flatMap((figure) => {
      const { supersedes } = figure;
      if (supersedes === undefined) return [];
      const fault = faultOf({ name: nameOf(article.id, figure), figure, article }, known, articles);
      if (fault === undefined) return [];
      const text = readFileSync(article.path, 'utf8');
      return [problemAt(article.path, text, text.indexOf(supersedes), supersedes, fault)];
    }),
  );
}
