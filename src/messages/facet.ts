import { longMonth } from '../domain/date.ts';
import type { Facet } from '../domain/figures/facet.ts';
import { inSentence } from '../domain/language/en/definite.ts';
import type { FigureNames } from './figure-sentence.ts';

/** Facets as headings of lists. */
export const FACET_NAMES: Record<Facet, string> = {
  measure: 'What was counted',
  place: 'Where',
  group: 'Who was counted',
  counter: 'Who counted',
  date: 'When it stood so',
};

/** The name of a value of a facet in a list. @param label the label of the group, if it is one */
export function valueName(
  facet: Facet,
  value: string,
  label: string,
  names: FigureNames,
  lang: string,
): string {
  switch (facet) {
    case 'measure':
      return value;
    case 'place':
      return value === 'unknown' ? 'not stated' : (names.place(value) ?? value);
    case 'group':
      return label;
    case 'counter':
      return value === 'unknown' ? 'not stated' : (names.organisation(value) ?? value);
    case 'date':
      return value.length === 4 ? value : longMonth(value, lang);
  }
}

/** The heading for the claims that share a value: “People killed”, “Figures of Israel”. */
export function valueHeading(facet: Facet, value: string, name: string): string {
  switch (facet) {
    case 'measure':
      return `People ${name}`;
    case 'place':
      return value === 'unknown' ? 'Where is not stated' : `Figures of ${inSentence(name)}`;
    case 'group':
      return `Figures of “${name}”`;
    case 'counter':
      return value === 'unknown' ? 'Who counted is not stated' : `Counted by ${inSentence(name)}`;
    case 'date':
      return `Figures of ${name}`;
  }
}
