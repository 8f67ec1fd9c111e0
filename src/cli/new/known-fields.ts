import { UNKNOWN } from '../../domain/media/credit.ts';
import type { Said } from '../../import/media/filed-media.ts';
import { type MediumSaid, TEXT_FIELDS } from './medium-options.ts';

/** A caption is of the article that a picture stands in; all else is of the file. */
const OF_ARTICLE = 'caption';

/**
 * What the options say of a medium, with what another entry says of the same file where they say nothing: who made it, whose
 * it is, whom and what it shows.
 *
 * @returns the fields that were taken over, by their names in an entry
 */
export function withKnown(
  said: MediumSaid,
  { fields: known }: Said,
): { said: MediumSaid; taken: string[] } {
  if (known.withheld) return { said, taken: [] };
  const full: MediumSaid = { ...said };
  const taken: string[] = [];
  const isDecorative = said.decorative ?? false;
  for (const [option, field] of TEXT_FIELDS) {
    const value = known[field];
    const isOpen = full[option] === undefined && !(field === 'altText' && isDecorative);
    if (field === OF_ARTICLE || (value ?? undefined) === undefined || !isOpen) continue;
    if (field === 'creditLine' && value === UNKNOWN) continue;
    // A year is a number in YAML.
    full[option] = `${value}`;
    taken.push(field);
  }
  if (full['media-kind'] === undefined) full['media-kind'] = known.kind;
  if (full.decorative === undefined && known.decorative && full['alt-text'] === undefined) {
    full.decorative = true;
    taken.push('decorative');
  }
  const persons: unknown = known.personsShown;
  if (full.person === undefined && Array.isArray(persons) && persons.length > 0) {
    full.person = persons.map(String);
    taken.push('personsShown');
  }
  if (full.place === undefined && known.locationShown !== undefined) {
    full.place = known.locationShown;
    taken.push('locationShown');
  }
  return { said: full, taken };
}
