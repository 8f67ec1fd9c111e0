import { paragraphId } from '../article/paragraph.ts';
import { fold } from '../language/fold.ts';
import { slugOf } from '../slug.ts';
import type { Figure } from './figure.ts';

/** The facets by which claims can be browsed. */
export const FACETS = ['measure', 'place', 'group', 'counter', 'date'] as const;

/** One of these facets. */
export type Facet = (typeof FACETS)[number];

// The longest slug; a longer label gets a hash, so that labels that are cut to the same words stay apart.
const LONGEST = 60;
const slugs = new Map<string, string>();

/** The name of a group in paths, the same for “Palestinians” and “palestinians”. */
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

/** The values of a figure for a facet, as they stand in paths. A date has two: its year and its month. */
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
