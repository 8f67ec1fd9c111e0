import { z } from 'astro/zod';
import { articleSchema } from '../../domain/article/article.ts';

/**
 * An article, all but its text: the frontmatter as it is shown, and what lists and checks need to know of the text. It is
 * kept in the store and not published as it is: it has the words that are withheld.
 */
export const articleEntrySchema = articleSchema.omit({ suggested: true }).safeExtend({
  /** What stands over it: the headline, or the opening words where it has none. */
  heading: z.object({ text: z.string(), stated: z.boolean() }),
  /** The opening words of the text, for lists, where there is a headline over them. */
  opening: z.string().optional(),
  /** The ids of its paragraphs, in order. */
  paragraphIds: z.array(z.string()),
  /** SHA-256 of its text, withheld words in place, for the ledger alone: of each paragraph in NFC, ended by a line feed. */
  sha256: z.string(),
  /**
   * The ids that the paragraphs would have with withheld words in place, in order, for the ledger alone: by them a
   * paragraph is known that was published before. The same whether the words stand in the file or were taken out by
   * hand. Left out where nothing is withheld.
   */
  unwithheldIds: z.array(z.string()).optional(),
  /** What stands around the text with withheld words in place, and all old paths; likewise. */
  unwithheld: articleSchema
    .pick({
      ...{ title: true, summary: true, source: true },
      ...{ figures: true, corrections: true, formerly: true },
    })
    .optional(),
  /** The components that stand in the text. */
  components: z.array(z.string()).optional(),
  /** The ids, with withheld words in place, of paragraphs of which more than half is withheld; for the ledger alone. */
  blanked: z.array(z.string()).optional(),
  /** The digest of all that it states, as the ledger has it. */
  statements: z.string(),
  /** How often each listed record is mentioned; by kind and id, `people/ada-varga`. */
  mentioned: z.array(z.tuple([z.string(), z.number()])),
  /** What each correction’s paragraph became: ids of paragraphs, or none. */
  became: z.array(z.array(z.string())),
  /** Ids of corrected paragraphs that stand in the text, at the mark of their correction. */
  marked: z.array(z.string()),
  /** The id of each figure, and of the paragraph of its words. */
  stated: z.array(z.tuple([z.string(), z.string()])),
  /** The links of the text, as written. */
  links: z.array(z.object({ href: z.string(), line: z.number(), column: z.number() })),
  /** Of all that is shown of its text; it names folders of the search index, and tells nothing of withheld words. */
  digest: z.string(),
});

export type ArticleEntry = z.infer<typeof articleEntrySchema>;
