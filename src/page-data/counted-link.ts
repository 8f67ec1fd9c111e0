import { type Claim, recordNames } from '../content/queries/figures.ts';
import { type Facet, facetValues } from '../domain/figures/facet.ts';
import { subjectKey, subjectOf } from '../domain/figures/series.ts';
import { facetValuePath, subjectPath } from '../domain/url.ts';
import { valueName } from '../messages/facet.ts';
import { plainSentence, subjectSentence } from '../messages/figure-sentence.ts';
import { site } from '../site.ts';

/** A link with the number of claims behind it. */
export interface CountedLink {
  name: string;
  path: string;
  count: number;
}

/** Claims by each of their keys. */
export const groupedBy = (all: readonly Claim[], keysOf: (claim: Claim) => string[]) => {
  const groups = new Map<string, Claim[]>();
  for (const claim of all)
    for (const key of keysOf(claim)) {
      const known = groups.get(key);
      if (known) known.push(claim);
      else groups.set(key, [claim]);
    }
  return groups;
};

const byCount = (a: CountedLink, b: CountedLink) => b.count - a.count || (a.name < b.name ? -1 : 1);

/** The name of a value of a facet in a list. */
export const nameIn = (facet: Facet, value: string, [first]: readonly Claim[]) =>
  valueName(facet, value, first?.figure.group.label ?? value, recordNames, site.lang);

/** The values of a facet, those with the most claims first; dates the latest first, years alone. */
export function valuesOf(facet: Facet, all: readonly Claim[]): CountedLink[] {
  const links = [...groupedBy(all, ({ figure }) => facetValues(figure, facet))].map(
    ([value, found]) => ({
      value,
      name: nameIn(facet, value, found),
      path: facetValuePath(facet, value),
      count: found.length,
    }),
  );
  const sorted =
    facet === 'date'
      ? links
          .filter(({ value }) => value.length === 4)
          .toSorted((a, b) => (a.value < b.value ? 1 : -1))
      : links.toSorted(byCount);
  return sorted.map(({ name, path, count }) => ({ name, path, count }));
}

/** What claims are about: those with the most claims first. */
export const subjectsOf = (all: readonly Claim[]): CountedLink[] =>
  [...Map.groupBy(all, ({ figure }) => subjectKey(subjectOf(figure))).values()]
    .flatMap((found) => {
      const [first] = found;
      if (!first) return [];
      const name = plainSentence(subjectSentence(first.figure, recordNames));
      return { name, path: subjectPath(subjectOf(first.figure)), count: found.length };
    })
    .toSorted(byCount);

/** The months of a year in which claims stood. */
export const monthsOf = (value: string, all: readonly Claim[]): CountedLink[] =>
  value.length !== 4
    ? []
    : [...Map.groupBy(all, ({ figure }) => figure.asOf.slice(0, 7))]
        .toSorted()
        .map(([month, found]) => ({
          name: nameIn('date', month, found),
          path: facetValuePath('date', month),
          count: found.length,
        }));
