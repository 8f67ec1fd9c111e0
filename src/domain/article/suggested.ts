import { z } from 'astro/zod';
import { figureFields } from '../figures/figure.ts';
import { identifier } from '../identifier.ts';
import { MOST_MEDIA, mediumFields } from '../media/medium-fields.ts';
import { ITEM, line, REQUIRED } from '../text.ts';

/** Names that the text seems to hold. */
const suggestedNames = z
  .array(
    z.strictObject({
      /** The name as the text has it. */
      name: line(200, REQUIRED),
      /** Id of the record that has this name, where there is one. */
      id: identifier.optional(),
      /** Other names that the text uses for the same. */
      aliases: z.array(line(200, ITEM)).default([]),
    }),
  )
  .default([]);

const { sha256, ...ofMedium } = mediumFields.pick({
  sha256: true,
  altText: true,
  caption: true,
  creditLine: true,
  creator: true,
  source: true,
  copyrightNotice: true,
  licence: true,
  usageTerms: true,
  dateCreated: true,
}).shape;

/** What the file of a medium says of itself (IPTC, XMP, EXIF) and the entry does not. */
const suggestedMedium = z.strictObject({
  /** The SHA-256 of the file, by which the medium is known though its name changes. */
  sha256: sha256.unwrap(),
  ...ofMedium,
});

/**
 * What an import found in a text, or in the files that go with it, and nobody has reviewed. It is not published. Whoever accepts a suggestion moves it to
 * the field of the same name.
 */
export const suggestedSchema = z.strictObject({
  people: suggestedNames,
  places: suggestedNames,
  organisations: suggestedNames,
  /** Counts of people. They may lack fields that a figure needs; the archivist adds these before accepting one. */
  figures: z.array(figureFields).default([]),
  /** What files say of themselves, each file once. Whoever accepts a field moves it to that medium under `media`. */
  media: z.array(suggestedMedium).max(MOST_MEDIA).default([]),
});
