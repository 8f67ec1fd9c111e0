import { z } from 'astro/zod';
import { articleSchema } from '../archive/article.ts';
import { KINDS } from '../archive/authority.ts';

/** An article as its collection holds it: the frontmatter, and what the text was found to say. */
export const articleEntrySchema = articleSchema.safeExtend({
  /** The blocks of the text with their ids, in order. */
  paragraphs: z.array(z.object({ id: z.string(), text: z.string() })),
  /** Where the listed records are mentioned, in order; offsets are in the paragraph's text. */
  mentions: z.array(
    z.object({
      kind: z.enum(KINDS),
      id: z.string(),
      paragraph: z.string(),
      start: z.number(),
      end: z.number(),
    }),
  ),
  /** The paragraph of each figure's words, by the figure's id. */
  stated: z.record(z.string(), z.string()),
  /** The links of the text, as written. */
  links: z.array(z.object({ href: z.string(), line: z.number(), column: z.number() })),
});

export type ArticleEntry = z.infer<typeof articleEntrySchema>;
