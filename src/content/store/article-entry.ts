import { z } from 'astro/zod';
import { articleSchema } from '../../domain/article/article.ts';
import { filedMediumSchema } from '../../domain/media/filed-medium.ts';

/**
 * An article without its text: the frontmatter as it is shown, and what lists and checks need to know of the text. It
 * is kept in the store and is not published as it is, because it contains withheld words.
 */
export const articleEntrySchema = articleSchema.omit({ suggested: true }).safeExtend({
  /** Its media, with what their files are. */
  media: z.array(filedMediumSchema).default([]),
  /** Its heading: the headline, or the opening words if it has no headline. */
  heading: z.object({ text: z.string(), stated: z.boolean() }),
  /** The opening words of the text, for lists. Only for articles with a headline. */
  opening: z.string().optional(),
  /** The ids of its paragraphs, in order. */
  paragraphIds: z.array(z.string()),
  /** For the ledger only: SHA-256 of its text with withheld words in place, each paragraph in NFC plus a line feed. */
  sha256: z.string(),
  /**
   * For the ledger only: the ids that the paragraphs would have with withheld words in place, in order. They identify
   * paragraphs that were published before. They are the same whether the words are in the file or were taken out by
   * hand. Left out if nothing is withheld.
   */
  unwithheldIds: z.array(z.string()).optional(),
  /** The fields around the text with withheld words in place, and all old paths. Left out if nothing is withheld. */
  unwithheld: articleSchema
    .pick({
      ...{ title: true, summary: true, source: true },
      ...{ figures: true, corrections: true, formerly: true, media: true },
    })
    .optional(),
  /** The components that stand in the text. */
  components: z.array(z.string()).optional(),
  /** For the ledger only: paragraphs that are more than half withheld, by their ids with withheld words in place. */
  blanked: z.array(z.string()).optional(),
  /** The digest of all its statements, as in the ledger. */
  statements: z.string(),
  /** How often each record is mentioned, by kind and id such as `people/ada-varga`. */
  mentioned: z.array(z.tuple([z.string(), z.number()])),
  /** For each correction, the ids of the paragraphs that its paragraph became, if any. */
  became: z.array(z.array(z.string())),
  /** Ids of corrected paragraphs that stand in the text, at the mark of their correction. */
  marked: z.array(z.string()),
  /** The id of each figure, with the id of the paragraph that states it. */
  stated: z.array(z.tuple([z.string(), z.string()])),
  /** The links of the text, as written. */
  links: z.array(z.object({ href: z.string(), line: z.number(), column: z.number() })),
  /** Digest of all that is shown of its text. It names folders of the search index and reveals no withheld words. */
  digest: z.string(),
});

export type ArticleEntry = z.infer<typeof articleEntrySchema>;
