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
      .array(
        z.strictObject({
          literal: z.string().describe('A name of the byline, as it was printed.'),
        }),
      )
      .optional()
      .describe('Who wrote it. Absent where there is no byline.'),
    'container-title': z
      .string()
      .optional()
      .describe(
        'Where it was published: the newspaper, else the archive. Absent where the archive holds no text and the newspaper is not known.',
      ),
    volume: z.string().optional().describe('Volume of the newspaper. Absent where not known.'),
    issue: z.string().optional().describe('Number of the issue. Absent where not known.'),
    edition: z.string().optional().describe('Edition of the day. Absent where not known.'),
    page: z.string().optional().describe('Page or pages, as printed. Absent where not known.'),
    issued: z
      .strictObject({
        'date-parts': z
          .array(z.array(z.int()).length(3).describe('Year, month and day.'))
          .length(1)
          .describe('One day.'),
      })
      .describe('Day of the report.'),
    language: z
      .string()
      .optional()
      .describe('Language that the article states, as a BCP 47 tag. Absent where it states none.'),
    abstract: z.string().optional().describe('Its summary. Absent where it has none.'),
    keyword: z
      .string()
      .optional()
      .describe(
        'What its source files it under, with commas between. Absent where it says nothing.',
      ),
    archive: z
      .string()
      .optional()
      .describe(
        'Name of this archive, where it holds a copy of the text. Absent where the archive itself is what is cited.',
      ),
    source: z
      .string()
      .optional()
      .describe('Name of this archive, where it holds the record of the article and no text.'),
    URL: address.describe('Permalink of the article.'),
  })
  .describe('How the article is cited: an item of CSL-JSON (https://docs.citationstyles.org/).');
