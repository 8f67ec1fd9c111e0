import { z } from 'astro/zod';
import { address } from './field.ts';

/** How an article is cited: an item of CSL-JSON. https://docs.citationstyles.org/ */
export const citationSchema = z
  .strictObject({
    id: address.describe('Permalink of the article.'),
    type: z.literal('article-newspaper').describe('What citation processors take it for.'),
    title: z
      .string()
      .describe('The headline; where the source has none its opening words, in square brackets.'),
    author: z
      .array(z.strictObject({ literal: z.string().describe('The byline, as it was printed.') }))
      .optional()
      .describe('Who wrote it. Absent where there is no byline.'),
    'container-title': z
      .string()
      .describe('Where it was published: the newspaper of a verbatim text, else the archive.'),
    issued: z
      .strictObject({
        'date-parts': z
          .array(z.array(z.int()).length(3).describe('Year, month and day.'))
          .length(1)
          .describe('One day.'),
      })
      .describe('Day of the report.'),
    language: z.string().describe('Language of the article, as a BCP 47 tag.'),
    archive: z
      .string()
      .optional()
      .describe('Name of this archive. Absent where the archive itself is what is cited.'),
    URL: address.describe('Permalink of the article.'),
  })
  .describe('How the article is cited: an item of CSL-JSON (https://docs.citationstyles.org/).');
