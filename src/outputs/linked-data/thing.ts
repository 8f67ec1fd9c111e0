import type { Organization, Person, Place } from 'schema-dts';
import type { Kind } from '../../domain/authorities/authority.ts';
import { recordPath } from '../../domain/url.ts';
import type { RecordPageData } from '../../page-data/record.ts';

const TYPES = { people: 'Person', places: 'Place', organisations: 'Organization' } as const;

/** A person, place or organisation as far as an article tells of it. */
interface Named {
  kind: Kind;
  id: string;
  name: string;
  sameAs: readonly string[];
}

/**
 * A person, place or organisation as schema.org has it, by the address of its page in the archive.
 *
 * @param address makes an address of a path
 */
export function thing({ kind, id, name, sameAs }: Named, address: (path: string) => string) {
  return {
    '@type': TYPES[kind],
    '@id': address(recordPath(kind, id)),
    name,
    ...(sameAs.length > 0 && { sameAs: [...sameAs] }),
  } satisfies Person | Place | Organization;
}

/** The page of a record as data in it: the record with its other spellings, and where a place lies. https://schema.org/Place */
export function recordData(
  { kind, id, name, description, facts }: RecordPageData,
  address: (path: string) => string,
) {
  const { sameAs = [], aliases = [], coordinates, whole } = facts ?? {};
  const [latitude, longitude] = coordinates ?? [];
  return {
    '@context': 'https://schema.org',
    ...thing({ kind, id, name, sameAs }, address),
    url: address(recordPath(kind, id)),
    ...(aliases.length > 0 && { alternateName: [...aliases] }),
    ...(description && { description }),
    ...(coordinates && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    ...(whole && { containedInPlace: thing({ ...whole, kind: 'places', sameAs: [] }, address) }),
  } as const;
}
