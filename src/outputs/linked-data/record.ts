import { recordPath } from '../../domain/url.ts';
import type { RecordPageData } from '../../page-data/record.ts';
import { mediaObject } from './media-object.ts';
import { thing } from './thing.ts';

/** The page of a record as data in it: the record with its other spellings, a picture of it, and where a place lies. https://schema.org/Place */
export function recordData(
  { kind, id, name, description, facts, picture }: RecordPageData,
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
    ...(picture && { image: mediaObject({ ...picture.told, ...picture }, address) }),
    ...(coordinates && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    ...(whole && { containedInPlace: thing({ ...whole, kind: 'places', sameAs: [] }, address) }),
  } as const;
}
