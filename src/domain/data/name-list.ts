import { z } from 'astro/zod';
import { recordId, recordKind } from './field.ts';

/** A person, place or organisation with every spelling. */
const speltNameSchema = z
  .strictObject({
    kind: recordKind.describe('What it is: the first part of the path of its page.'),
    id: recordId.describe('Its id, the last part of that path; unique within the kind.'),
    name: z.string().describe('Its name, as pages show it.'),
    spellings: z
      .array(z.string().describe('A spelling as texts have it, in any script.'))
      .describe('Every spelling under which texts mention it, the name among them.'),
    description: z
      .string()
      .optional()
      .describe('Who or what it is, in a few words. Absent where nobody has written it.'),
  })
  .meta({ title: 'Name', description: 'A person, place or organisation with every spelling.' });

/** A person, place or organisation with every spelling. */
export type SpeltName = z.infer<typeof speltNameSchema>;

/** Every record of the archive. */
export const nameListSchema = z.array(speltNameSchema).meta({
  title: 'Names',
  description: 'Every person, place and organisation of the archive, with every spelling.',
});
