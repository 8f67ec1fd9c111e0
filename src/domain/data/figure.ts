import { z } from 'astro/zod';
import { figureSchema } from '../figures/figure.ts';
import { day } from '../text.ts';
import { address, claimName, paragraphId } from './field.ts';
import { sourceSchema } from './source.ts';

const figureMeaning = {
  title: 'Figure',
  description:
    'One count of people that an article states. What it does not state is absent, where the table of figures has an empty field.',
};

/** A figure in the data of its article, with the paragraph that states it. */
export const articleFigureSchema = z
  .strictObject({
    ...figureSchema.shape,
    paragraph: paragraphId
      .optional()
      .describe(
        'Id of the paragraph in which the words of the claim stand. Absent where it is not known.',
      ),
  })
  .meta(figureMeaning);

/** A claim as data: the figure as its frontmatter has it, and what is known of it. */
const figureRecordSchema = z
  .strictObject({
    claim: claimName.describe(
      'Names the claim: id of the article, #f-, id of the figure. Each claim stands once in the list.',
    ),
    figure: figureSchema.meta(figureMeaning),
    sentence: z.string().describe('The claim in one sentence, in the language of the site.'),
    placeName: z
      .string()
      .optional()
      .describe('Name of the place. Absent where the place is not stated.'),
    countedByName: z
      .string()
      .optional()
      .describe('Name of the organisation that counted. Absent where it is not stated.'),
    url: address.describe('Permalink of the claim.'),
    paragraphUrl: address
      .optional()
      .describe('Permalink of the paragraph that states it. Absent where it is not known.'),
    corrected: day
      .optional()
      .describe(
        'The last day on which the archive corrected this claim, YYYY-MM-DD. Absent where it did not.',
      ),
    supersededBy: z
      .array(claimName.describe('The name of a claim.'))
      .describe('The claims that replace this one; empty for one that stands.'),
    article: z
      .strictObject({
        url: address.describe('Permalink of the article.'),
        date: day.describe('Day of the report, YYYY-MM-DD.'),
        heading: z
          .string()
          .describe('Headline of the report, or its opening words where it has none.'),
        lang: z.string().describe('Language of the report, as a BCP 47 tag.'),
        source: sourceSchema
          .omit({ capture: true })
          .optional()
          .describe('Where the report comes from. Absent where nothing is known of it.'),
      })
      .describe('The article that states the claim.'),
  })
  .meta({
    title: 'Claim',
    description: 'A figure and what is known of it. It is a claim that somebody made, not a fact.',
  });

/** A claim as data. */
export type FigureRecord = z.infer<typeof figureRecordSchema>;

/** The figures of all articles. */
export const figureListSchema = z.array(figureRecordSchema).meta({
  title: 'Figures',
  description:
    'Every count of people that an article of the archive states, in the order of the articles. Claims overlap: adding them up gives a number that nobody has claimed.',
});
