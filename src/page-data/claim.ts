import { langOf, type PublishedArticle } from '../content/queries/articles.ts';
import {
  type Claim,
  claimsAbout,
  claimsOf,
  recordNames,
  replacedBy as replacedByOf,
  replacementsOf,
} from '../content/queries/figures.ts';
import type { Correction } from '../domain/article/correction.ts';
import type { Figure } from '../domain/figures/figure.ts';
import { formerFigure } from '../domain/figures/former-figure.ts';
import { seriesKey, subjectOf } from '../domain/figures/series.ts';
import { figureFragment, figurePath, subjectPath } from '../domain/url.ts';
import { figureSentence, type SentencePart } from '../messages/figure-sentence.ts';
import { STATUS_NAMES } from '../messages/wording.ts';
import { site } from '../site.ts';
import { type Listing, listingOf } from './listing.ts';

/** Where the claim before or after stands, and its day. */
interface Neighbour {
  path: string;
  asOf: string;
}

/** A correction of a claim: when, why, and what it said before. */
interface FormerClaim extends Pick<Correction, 'date' | 'note'> {
  said: readonly SentencePart[];
}

/** A claim as pages show it. */
export interface ShownClaim {
  figure: Figure;
  /** Path of its row in its article. */
  path: string;
  /** Id of the paragraph in which its words stand. */
  paragraph: string | undefined;
  sentence: readonly SentencePart[];
  /** Language of the article’s own words. */
  lang: string;
  /** The page with all claims about the same thing, if there are others. */
  others: { path: string; count: number } | undefined;
  replaces: Neighbour | undefined;
  replacedBy: readonly Neighbour[];
  corrections: readonly FormerClaim[];
}

const neighbour = ({ article, figure }: Claim): Neighbour => ({
  path: figurePath(article.id, figure.id),
  asOf: figure.asOf,
});

const sentenceOf = (figure: Figure) => figureSentence(figure, recordNames, site.lang);

/** What a claim said before a correction, as a sentence; the correction's own words where no sentence can be made. */
export function saidBefore(
  { data }: PublishedArticle,
  { was, text = '' }: Correction,
): SentencePart[] {
  const figure = data.figures.find(({ id }) => was === figureFragment(id));
  const former = figure && formerFigure(figure, text);
  return former ? sentenceOf(former) : [text];
}

const correctionsOf = ({ article, figure }: Claim): FormerClaim[] =>
  article.data.corrections
    .filter(({ was }) => was === figureFragment(figure.id))
    .map((one) => ({ date: one.date, note: one.note, said: saidBefore(article, one) }));

/** A claim as pages show it. */
function shownClaim(claim: Claim): ShownClaim {
  const { article, figure } = claim;
  const earlier = replacedByOf(claim);
  const count = claimsAbout(figure).length;
  return {
    figure,
    path: figurePath(article.id, figure.id),
    paragraph: new Map(article.data.stated).get(figure.id),
    sentence: sentenceOf(figure),
    lang: langOf(article),
    others: count > 1 ? { path: subjectPath(subjectOf(figure)), count } : undefined,
    replaces: earlier && neighbour(earlier),
    replacedBy: replacementsOf(claim).map(neighbour),
    corrections: correctionsOf(claim),
  };
}

/** The claims of an article as its page shows them. */
export const shownClaimsOf = (article: PublishedArticle): ShownClaim[] =>
  claimsOf(article).map(shownClaim);

/** A claim as lists show it, with the report that makes it. */
export interface ListedClaim extends ShownClaim {
  report: Listing;
}

// A claim stands in many lists (by measure, by place and so on), so it is made once.
const listed = new WeakMap<Claim, ListedClaim>();

/** A claim as lists show it. */
export function listedClaim(claim: Claim): ListedClaim {
  const known = listed.get(claim) ?? { ...shownClaim(claim), report: listingOf(claim.article) };
  listed.set(claim, known);
  return known;
}

/** What distinguishes a series from others about the same thing: who counted, on what basis, and whom. */
export function seriesName([first]: readonly Claim[]): string {
  if (!first) return '';
  const { countedBy, basis, group } = first.figure;
  const counter =
    countedBy === 'unknown'
      ? 'Counter not stated'
      : (recordNames.organisation(countedBy) ?? countedBy);
  const status = group.status === 'unknown' ? [] : [STATUS_NAMES[group.status]];
  return [counter, ...(basis ? [basis] : []), ...status].join('; ');
}

/** The latest claim of each series about one thing, where there are several. */
export function latestOfEach(claims: readonly Claim[]): { series: string; claim: ListedClaim }[] {
  const all = [...Map.groupBy(claims, ({ figure }) => seriesKey(figure)).values()];
  if (all.length < 2) return [];
  return all.flatMap((found) => {
    const last = found.at(-1);
    return last ? [{ series: seriesName(found), claim: listedClaim(last) }] : [];
  });
}
