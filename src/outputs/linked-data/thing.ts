import type { Organization, Person, Place } from 'schema-dts';
import type { Kind } from '../../domain/authorities/authority.ts';
import { recordPath } from '../../domain/url.ts';

const TYPES = { people: 'Person', places: 'Place', organisations: 'Organization' } as const;

/** A person, place or organisation as far as an article tells of it. */
export interface Named {
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
