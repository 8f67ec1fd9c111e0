import { z } from 'astro/zod';
import { figureFields } from '../figures/figure.ts';
import { identifier } from '../identifier.ts';
import { line } from '../text.ts';

/** Names that the text seems to hold. */
const suggestedNames = z
  .array(
    z.strictObject({
      /** The name as the text has it. */
      name: line(200),
      /** Id of the record that has this name, where there is one. */
      id: identifier.optional(),
      /** Other names that the text uses for the same. */
      aliases: z.array(line(200)).default([]),
    }),
  )
  .default([]);

/**
 * What an import found in a text and nobody has reviewed. It is not published. Whoever accepts a suggestion moves it to
 * the field of the same name.
 */
export const suggestedSchema = z.strictObject({
  people: suggestedNames,
  places: suggestedNames,
  organisations: suggestedNames,
  /** Counts of people. They may lack fields that a figure needs; the archivist adds these before accepting one. */
  figures: z.array(figureFields).default([]),
});
