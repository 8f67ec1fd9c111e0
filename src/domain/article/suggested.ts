import { z } from 'astro/zod';
import { figureFields } from '../figures/figure.ts';
import { identifier } from '../identifier.ts';
import { line } from '../text.ts';

/** A name that the text seems to hold. */
const suggestedNames = z
  .array(
    z.strictObject({
      /** The name as the text has it. */
      name: line(200),
      /** Id of the record that goes by it, where there is one. */
      id: identifier.optional(),
      /** Other words of the text for the same. */
      aliases: z.array(line(200)).default([]),
    }),
  )
  .default([]);

/**
 * What an import found in a text and nobody has looked at yet. It is kept apart from what the source states, and none of
 * it is published, until someone accepts it: then it moves to the fields of the same names.
 */
export const suggestedSchema = z.strictObject({
  people: suggestedNames,
  places: suggestedNames,
  organisations: suggestedNames,
  /** Counts of people; one that lacks what a figure must say is published once somebody has added it. */
  figures: z.array(figureFields).default([]),
});
