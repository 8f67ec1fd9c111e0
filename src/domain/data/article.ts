import { z } from 'astro/zod';
import { day } from '../text.ts';
import { articleFields as fields } from './article-field.ts';
import { citationSchema } from './citation.ts';
import { correctionDataSchema } from './correction.ts';
import { count, paragraphId, recordId, recordKind } from './field.ts';
import { articleFigureSchema } from './figure.ts';
import { mediumDataSchema } from './medium.ts';
import { sourceSchema } from './source.ts';

const named = (what: string) =>
  z
    .array(
      z.strictObject({
        id: recordId.describe('Id of the record.'),
        name: z.string().describe('Its name, as pages show it.'),
      }),
    )
    .describe(what);

const url = z
  .string()
  .meta({ format: 'uri-reference' })
  .describe('Path of its page on the host, the folder of the archive included.');

const paragraph = z.strictObject({
  id: paragraphId.describe('Fragment of its permalink, made of a digest of its text.'),
  text: z
    .string()
    .describe('Its words, white space folded; what is withheld is told in square brackets.'),
});

const mention = z.strictObject({
  kind: recordKind.describe('What is mentioned: the first part of the path of its page.'),
  id: recordId.describe('Id of the record.'),
  paragraph: paragraphId.describe('Id of the paragraph.'),
  start: count.describe('Where the name begins in the text of the paragraph, in UTF-16 units.'),
  end: count.describe('Where it ends: the place behind it, in UTF-16 units.'),
});

const notice = z.strictObject({
  as: z.string().describe('What stands in place of the words, in square brackets in the text.'),
  reason: z.string().describe('Why they are withheld.'),
  date: day.describe('Day since which they are withheld, YYYY-MM-DD.'),
});

const published = z
  .strictObject({
    id: fields.id,
    url,
    title: fields.title,
    heading: fields.heading,
    headingStated: z
      .boolean()
      .describe('False where the source has no headline, and the heading is the opening words.'),
    date: fields.date,
    lang: fields.lang,
    text: fields.text,
    summary: fields.summary,
    source: sourceSchema
      .nullable()
      .describe('Where the article comes from; null where nothing is known of it.'),
    people: named(
      'The people that the text mentions; where there is none, the headline or the summary.',
    ),
    places: named(
      'The places that the text mentions; where there is none, the headline or the summary.',
    ),
    organisations: named(
      'The organisations that the text mentions; where there is none, the headline or the summary.',
    ),
    about: fields.about,
    dateline: fields.dateline,
    figures: z.array(articleFigureSchema).describe('The counts of people that the text states.'),
    media: z.array(mediumDataSchema).describe('Its pictures, scans, documents, sounds and films.'),
    corrections: z
      .array(correctionDataSchema)
      .describe('What was changed since the article was published, in the archivist’s order.'),
    withheld: z
      .array(notice)
      .describe('What is said of words that the article may not show, each thing once.'),
    citation: citationSchema,
    paragraphs: z
      .array(paragraph)
      .describe(
        'The text, block by block in its order: paragraphs, headings, items, rows. Empty where the archive holds none.',
      ),
    mentions: z
      .array(mention)
      .describe('Where the text mentions people, places and organisations, in its order.'),
  })
  .meta({
    title: 'Published article',
    description: 'An article with its text, where the archive holds it.',
  });

const withdrawn = z
  .strictObject({
    id: fields.id,
    url,
    date: fields.date,
    withdrawn: z
      .strictObject({
        date: day.describe('Day on which it was withdrawn, YYYY-MM-DD.'),
        reason: z.string().describe('Why, for the reader.'),
      })
      .describe('When and why the text was taken out of the archive.'),
  })
  .meta({
    title: 'Withdrawn article',
    description: 'An article of which the text may no longer be shown.',
  });

/** An article as data, beside its page. */
export const articleFileSchema = z.union([published, withdrawn]).meta({
  title: 'Article',
  description:
    'An article of the archive: index.json beside its page. One that was withdrawn says only that it was.',
});

/** An article as data: one that is shown, or that was withdrawn. */
export type PublishedArticleData = z.infer<typeof articleFileSchema>;
