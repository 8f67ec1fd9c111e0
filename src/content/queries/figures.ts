import { type Claim as ArchiveClaim, Claims, claimName } from '../../domain/figures/claim.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { subjectKey, subjectOf } from '../../domain/figures/series.ts';
import type { FigureNames } from '../../messages/figure-sentence.ts';
import { articles, type PublishedArticle, recordOf } from './articles.ts';

/** A claim of the archive. */
export type Claim = ArchiveClaim<PublishedArticle>;

interface Filed {
  of: readonly PublishedArticle[];
  claims: Claims<PublishedArticle>;
  /** Sorted by the `asOf` day of each claim. */
  sorted: readonly Claim[];
  subject: Map<string, Claim[]>;
  place: Map<string, Claim[]>;
  counter: Map<string, Claim[]>;
}

let filed: Filed | undefined;

function read(): Filed {
  const of = articles();
  if (filed?.of === of) return filed;
  const known = new Claims(of);
  const sorted = known.all.toSorted((a, b) => a.figure.asOf.localeCompare(b.figure.asOf));
  filed = {
    of,
    claims: known,
    sorted,
    subject: Map.groupBy(sorted, ({ figure }) => subjectKey(subjectOf(figure))),
    place: Map.groupBy(sorted, ({ figure }) => figure.place),
    counter: Map.groupBy(sorted, ({ figure }) => figure.countedBy),
  };
  return filed;
}

/** Every claim of the archive, sorted by its `asOf` day, the earliest first. */
export const claims = (): readonly Claim[] => read().sorted;

/** The claims about each thing, the earliest first. */
export const claimsBySubject = (): ReadonlyMap<string, readonly Claim[]> => read().subject;

/** The claims about the same thing as a figure, itself included, the earliest first. */
export const claimsAbout = (figure: Figure): readonly Claim[] =>
  read().subject.get(subjectKey(subjectOf(figure))) ?? [];

/** The claims of one place, or of one counter, the earliest first. */
export const claimsBy = (facet: 'place' | 'counter', id: string): readonly Claim[] =>
  read()[facet].get(id) ?? [];

/** The claims of an article, in its order. */
export const claimsOf = ({ id, data }: PublishedArticle): Claim[] =>
  data.figures.flatMap((figure) => read().claims.named(claimName(id, figure)) ?? []);

/** The claim that another one replaces. */
export const replacedBy = (claim: Claim): Claim | undefined => read().claims.replacedBy(claim);

/** The claims that replace one. */
export const replacementsOf = (claim: Claim): readonly Claim[] =>
  read().claims.replacementsOf(claim);

/** The names that sentences give to the records of the archive. */
export const recordNames: FigureNames = {
  place: (id) => recordOf('places', id)?.data.name,
  organisation: (id) => recordOf('organisations', id)?.data.name,
};
