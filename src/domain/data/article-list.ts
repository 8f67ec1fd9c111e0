import { z } from 'astro/zod';
import { day } from '../text.ts';
import { articleFields as fields } from './article-field.ts';
import { address, count, recordId } from './field.ts';

const ids = (what: string) => z.array(recordId.describe('Id of a record.')).describe(what);

/** An article as the list of all tells of it. */
const listedArticleSchema = z
  .strictObject({
    id: fields.id,
    url: address.describe('Permalink of the article.'),
    data: address.describe('Address of the article as data, its text included.'),
    title: fields.title,
    heading: fields.heading,
    date: fields.date,
    lang: fields.lang,
    text: fields.text,
    summary: fields.summary,
    publisher: z.string().nullable().describe('Who published the original; null where not known.'),
    original: z
      .string()
      .nullable()
      .describe(
        'Address of the original on the web, which may have letters of any script, or a URN; null where not known.',
      ),
    people: ids(
      'Ids of the people that the text mentions; where there is none, the headline or the summary.',
    ),
    places: ids(
      'Ids of the places that the text mentions; where there is none, the headline or the summary.',
    ),
    organisations: ids(
      'Ids of the organisations that the text mentions; where there is none, the headline or the summary.',
    ),
    about: fields.about,
    dateline: fields.dateline,
    figures: count.describe('How many figures the article states.'),
    corrected: day
      .nullable()
      .describe('Day of the last correction, YYYY-MM-DD; null where there is none.'),
  })
  .meta({ title: 'Article', description: 'An article without its text.' });

/** An article as the list of all tells of it. */
export type ListedArticle = z.infer<typeof listedArticleSchema>;

/** All articles, or those of a year. */
export const articleListSchema = z.array(listedArticleSchema).meta({
  title: 'Articles',
  description:
    'Every article of the archive, or of a year in a part of the list, in the order of time. Those that were withdrawn are left out.',
});
