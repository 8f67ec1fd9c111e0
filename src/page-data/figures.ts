import { type Claim, claims, claimsBySubject, recordNames } from '../content/queries/figures.ts';
import { FACETS, type Facet, facetValues } from '../domain/figures/facet.ts';
import { type Subject, subjectOf } from '../domain/figures/series.ts';
import { listPages } from '../domain/pager.ts';
import { FIGURES_PATH, facetPath, facetValuePath, subjectPath } from '../domain/url.ts';
import { valueHeading } from '../messages/facet.ts';
import { plainSentence, subjectSentence } from '../messages/figure-sentence.ts';
import { site } from '../site.ts';
import { chartOf } from './chart.ts';
import { latestOfEach, listedClaim } from './claim.ts';
import {
  type CountedLink,
  groupedBy,
  monthsOf,
  nameIn,
  subjectsOf,
  valuesOf,
} from './counted-link.ts';

/** How many values of each facet the overview names; the list of the facet has all. */
const MOST_VALUES = 12;
/** How many subjects a list of claims names. */
const MOST_SUBJECTS = 20;
const LINKS_ON_PAGE = 200;

/** A page of claims, the latest first. */
function claimPages(list: string, all: readonly Claim[]) {
  return listPages(all.toReversed(), site.pageSize).map(({ items, number, count }) => ({
    list,
    number,
    count,
    total: all.length,
    claims: () => items.map(listedClaim),
  }));
}

type ClaimPage = ReturnType<typeof claimPages>[number];

/** What a page of the figures starts from. */
export type FiguresPage =
  | ({ kind: 'all' } & ClaimPage)
  | ({ kind: 'value'; facet: Facet; value: string; all: readonly Claim[] } & ClaimPage)
  | ({ kind: 'subject'; subject: Subject; all: readonly Claim[] } & ClaimPage)
  | { kind: 'facet'; facet: Facet; links: CountedLink[]; number: number; count: number };

const pagePath = (path: string, number: number) =>
  (number === 1 ? path : `${path}page-${number}/`).slice(FIGURES_PATH.length, -1) || undefined;

/** Every page of the figures with its path below `/figures/`. */
export function figuresPages(): { path: string | undefined; page: FiguresPage }[] {
  const all = claims();
  const pages: FiguresPage[] = claimPages(FIGURES_PATH, all).map((page) => ({
    kind: 'all',
    ...page,
  }));
  for (const facet of FACETS) {
    for (const { items, number, count } of listPages(valuesOf(facet, all), LINKS_ON_PAGE))
      pages.push({ kind: 'facet', facet, links: items, number, count });
    for (const [value, found] of groupedBy(all, ({ figure }) => facetValues(figure, facet)))
      for (const page of claimPages(facetValuePath(facet, value), found))
        pages.push({ kind: 'value', facet, value, all: found, ...page });
  }
  for (const found of claimsBySubject().values()) {
    const [first] = found;
    if (!first) continue;
    const subject = subjectOf(first.figure);
    for (const page of claimPages(subjectPath(subject), found))
      pages.push({ kind: 'subject', subject, all: found, ...page });
  }
  return pages.map((page) => ({
    path: pagePath(page.kind === 'facet' ? facetPath(page.facet) : page.list, page.number),
    page,
  }));
}

const facetLists = (all: readonly Claim[]) =>
  FACETS.map((facet) => {
    const values = valuesOf(facet, all);
    return {
      facet,
      values: values.slice(0, MOST_VALUES),
      more: Math.max(0, values.length - MOST_VALUES),
    };
  });

const listOf = ({ list, number, count, total, claims: shown }: ClaimPage) => ({
  list,
  number,
  count,
  total,
  claims: shown(),
});

/** Everything that a page of the figures shows. */
export function figuresPageData(page: FiguresPage) {
  switch (page.kind) {
    case 'all':
      return {
        kind: page.kind,
        ...listOf(page),
        facets: page.number === 1 ? facetLists(claims()) : [],
      };
    case 'facet':
      return page;
    case 'value': {
      const { kind, facet, value, all } = page;
      const name = nameIn(facet, value, all);
      const subjects = page.number === 1 ? subjectsOf(all) : [];
      return {
        kind,
        facet,
        heading: valueHeading(facet, value, name),
        ...listOf(page),
        months: facet === 'date' && page.number === 1 ? monthsOf(value, all) : [],
        subjects: subjects.slice(0, MOST_SUBJECTS),
        moreSubjects: Math.max(0, subjects.length - MOST_SUBJECTS),
      };
    }
    case 'subject': {
      const { kind, subject, all } = page;
      const [first] = all;
      const isFirst = page.number === 1;
      return {
        kind,
        subject,
        heading: first ? plainSentence(subjectSentence(first.figure, recordNames)) : '',
        placeName: nameIn('place', subject.place, all),
        ...listOf(page),
        claims: page.claims().map((claim) => ({ ...claim, others: undefined })),
        latest: isFirst ? latestOfEach(all) : [],
        chart: isFirst ? chartOf(all) : [],
      };
    }
  }
}

export type FiguresPageData = ReturnType<typeof figuresPageData>;
