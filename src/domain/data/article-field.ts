import { z } from 'astro/zod';
import { articleSchema } from '../article/article.ts';
import { day } from '../text.ts';
import { articleId, recordId } from './field.ts';

/** What is told of an article in its own data and in the list of all. */
export const articleFields = {
  id: articleId.describe('Id of the article, its day and its slug: the path of its page.'),
  title: z.string().nullable().describe('The headline; null where the source has none.'),
  heading: z.string().describe('What stands over the article: its headline, or its opening words.'),
  date: day.describe('Day of the report, YYYY-MM-DD.'),
  lang: z.string().describe('Language of headline and text, as a BCP 47 tag.'),
  text: articleSchema.shape.text.describe(
    'verbatim: the text is the source’s, word for word. account: it is the archive’s own. none: the archive holds the record of the article alone, and no text.',
  ),
  summary: z
    .string()
    .nullable()
    .describe('What the article says, in a sentence or two; null where nobody has written one.'),
  about: z
    .array(recordId.describe('Id of a record.'))
    .describe(
      'Ids of the people, places and organisations that the article is about, mentioned or not.',
    ),
  dateline: recordId
    .nullable()
    .describe('Id of the place that the report was filed from; null where not stated.'),
};
