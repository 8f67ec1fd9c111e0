import { z } from 'astro/zod';
import { day } from '../text.ts';

/** A correction in the data of its article, with what became of what it changed. */
export const correctionDataSchema = z.strictObject({
  date: day.describe('Day of the correction, YYYY-MM-DD.'),
  note: z.string().describe('What changed and why, for the reader.'),
  typo: z.boolean().describe('True for a slip of the pen that changed no meaning.'),
  was: z
    .string()
    .optional()
    .describe(
      'What changed, as it was published: the id of a paragraph (p-…), of what else stands in the text (o-…), of a figure (f-…) or of a medium (m-…, m-….caption), or the name of a field. Absent where something was added.',
    ),
  text: z.string().optional().describe('What it said. Absent where something was added.'),
  added: z
    .string()
    .optional()
    .describe(
      'Id of a paragraph, or of what else stands in the text, that was added; or title. Absent where something was changed, but for a medium (m-…): there the id of the one that stands in its place, where one does.',
    ),
  became: z
    .array(z.string().describe('Id of a paragraph, or of what else stands in the text.'))
    .describe('The parts of the text that the old one became; empty where none stands for it.'),
});
