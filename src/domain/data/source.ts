import { z } from 'astro/zod';
import { day } from '../text.ts';

const DAY_OR_MOMENT =
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Where an article comes from, as published files tell it. */
export const sourceSchema = z.strictObject({
  publisher: z
    .string()
    .optional()
    .describe('Newspaper, agency or site that published the original. Absent where not known.'),
  url: z
    .string()
    .optional()
    .describe(
      'Address of the original on the web, which may have letters of any script, or a URN. Absent where not known.',
    ),
  archivedUrl: z
    .string()
    .optional()
    .describe('Address of a copy in a web archive. Absent where there is none.'),
  accessed: day
    .optional()
    .describe('Day on which the original was read, YYYY-MM-DD. Absent where not known.'),
  published: z
    .string()
    .regex(DAY_OR_MOMENT)
    .optional()
    .describe(
      'When the original was published (ISO 8601): a day, or a moment with its offset from UTC. Absent where not known.',
    ),
  author: z.string().optional().describe('Byline of the original. Absent where it has none.'),
  volume: z
    .string()
    .optional()
    .describe('Volume of the newspaper or magazine. Absent where not known.'),
  issue: z.string().optional().describe('Number of the issue. Absent where not known.'),
  edition: z.string().optional().describe('Edition of the day, as “late”. Absent where not known.'),
  page: z
    .string()
    .optional()
    .describe('Page or pages, as they were printed: “A1”, “12–14”. Absent where not known.'),
  subjects: z
    .array(z.string())
    .optional()
    .describe(
      'What the source files it under, in its own words: categories, tags, keywords. Absent where it says nothing.',
    ),
  formerUrls: z
    .array(z.string())
    .optional()
    .describe('Other addresses that the original had. Absent where none is known.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe(
      'SHA-256 of the file that was imported, in hexadecimal. Absent where the article was entered by hand.',
    ),
  capture: z
    .strictObject({
      url: z
        .string()
        .describe(
          'Where it lies, on the host of the site: a web archive (WARC), packed with gzip.',
        ),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('SHA-256 of that file, in hexadecimal.'),
    })
    .optional()
    .describe('The page as it was saved. Absent where none is published.'),
});
