import { paragraphId } from '../article/paragraph.ts';
import { fold } from '../language/fold.ts';
import { slugOf } from '../slug.ts';
import type { Figure } from './figure.ts';

/** By what claims can be looked through. */
export const FACETS = ['measure', 'place', 'group', 'counter', 'date'] as const;

/** What claims can be filed by. */
export type Facet = (typeof FACETS)[number];

// As long as a slug can be; what is cut is told apart by a mark of the whole.
const LONGEST = 60;
const slugs = new Map<string, string>();

/** The name of a group in addresses: one for “Palestinians” and “palestinians”. */
export function groupSlug(label: string): string {
  let slug = slugs.get(label);
  if (slug === undefined) {
    const folded = fold(label).trim();
    slug = slugOf(folded, 'group');
    if (folded.length > LONGEST) slug = `${slug}-${paragraphId(folded).slice('p-'.length)}`;
    slugs.set(label, slug);
  }
  return slug;
}

/** The values that a figure has of a facet, as they stand in addresses; of the date its year and its month. */
export function facetValues(
  { measure, place, group, countedBy, asOf }: Figure,
  facet: Facet,
): string[] {
  switch (facet) {
    case 'measure':
      return [measure];
    case 'place':
      return [place];
    case 'group':
      return [groupSlug(group.label)];
    case 'counter':
      return [countedBy];
    case 'date':
      return [asOf.slice(0, 4), asOf.slice(0, 7)];
  }
}
