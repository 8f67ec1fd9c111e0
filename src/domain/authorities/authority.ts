import { z } from 'astro/zod';
import { recordCorrectionSchema } from '../article/correction.ts';
import { because } from '../fault.ts';
import { identifiers } from '../identifier.ts';
import { stating } from '../schema-fault.ts';
import { ITEM, line, REQUIRED } from '../text.ts';
import { webAddress } from '../web-address.ts';

/** The kinds of authority record. Each word is also a folder in `content/`, a field of articles and a part of paths. */
export const KINDS = ['people', 'places', 'organisations'] as const;
export type Kind = (typeof KINDS)[number];

const record = {
  /** The name that the archive shows: the best-known one in the archive's language. */
  name: line(200, REQUIRED),
  /** The name to sort by, where that differs: “Blinken, Antony”. */
  sortName: line(200).optional(),
  /** Every other spelling of the name, in any script. Each is matched in texts and found by search. */
  aliases: z.array(line(200, ITEM)).default([]),
  /** Who or what it is, in a sentence, so that a reader can tell it from another of the same name. */
  description: line(500).optional(),
  /** Its addresses in other catalogues (Wikidata, GeoNames, VIAF). Only ones that somebody has checked. */
  sameAs: z.array(webAddress).default([]),
  /** Ids of records of the same kind that share a name with this one but are somebody or something else. */
  distinctFrom: identifiers.default([]),
  /** Ids that this record had before; their addresses lead here. */
  formerly: identifiers.default([]),
  /** Changes to what was published of it. */
  corrections: z.array(recordCorrectionSchema).default([]),
};

/** A person's authority record. */
export const personSchema = z.strictObject(record);
/** An organisation: a body that acts, counts or publishes. */
const organisationSchema = z.strictObject(record);

const COORDINATES = because(
  'place/coordinates',
  'Coordinates are two numbers.',
  'Write [latitude, longitude] in degrees.',
);
const LATITUDE = because(
  'place/coordinates',
  'A latitude is a number from -90 to 90.',
  'Write [latitude, longitude] in degrees.',
);
const LONGITUDE = because(
  'place/coordinates',
  'A longitude is a number from -180 to 180.',
  'Write [latitude, longitude] in degrees.',
);

/** A place, from a village to a country. */
export const placeSchema = z.strictObject({
  ...record,
  /** Latitude and longitude of a point in it, WGS 84, in degrees. */
  coordinates: stating(
    z.tuple([
      stating(z.number().min(-90).max(90), LATITUDE),
      stating(z.number().min(-180).max(180), LONGITUDE),
    ]),
    COORDINATES,
  ).optional(),
  /** Id of the place that it lies in. */
  partOf: identifiers.element.optional(),
});

/** The schema of each kind of record. */
export const recordSchemas = {
  people: personSchema,
  places: placeSchema,
  organisations: organisationSchema,
} as const;

export type Place = z.infer<typeof placeSchema>;
/** What all kinds of record have in common. */
export type AuthorityRecord = z.infer<typeof personSchema>;

/** Every spelling of a record, its name first, each once. */
export function spellings(record: Pick<AuthorityRecord, 'name' | 'aliases'>): string[] {
  return [...new Set([record.name, ...record.aliases])];
}

/** The name by which a record is sorted. */
export function filingName(record: Pick<AuthorityRecord, 'name' | 'sortName'>): string {
  return record.sortName ?? record.name;
}
