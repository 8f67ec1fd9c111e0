import { z } from 'astro/zod';
import type { Article } from '../article/article.ts';
import { type FileFacts, isPicture, type MediaType } from './media-type.ts';
import { mediumSchema } from './medium.ts';

/** What the archive knows of the file of a medium, besides its words. */
type KeptFacts = Omit<FileFacts, 'texts' | 'times'>;

/** A medium as the archive keeps it: what its article states of it, and what its file is. */
export const filedMediumSchema = mediumSchema.safeExtend({
  /** Its id, made from its file; left out where it has none. */
  id: z.string().optional(),
  /** True where the body has a place for it, of its own or by its position. */
  isPlaced: z.boolean().default(false),
  /** Its number among the media that the text itself places, from 0; left out where it places it not. */
  order: z.number().optional(),
  /** What its file is; left out where it has none. */
  facts: z.custom<KeptFacts>((facts) => typeof facts === 'object' && facts !== null).optional(),
});

export type FiledMedium = z.infer<typeof filedMediumSchema>;

/** A medium whose file is published. */
export interface PublishedMedium extends FiledMedium {
  id: string;
  file: string;
  facts: KeptFacts;
}

/** Kinds whose files may hold words that nobody can black out in them. */
const OF_WORDS = ['facsimile', 'document', 'audio', 'video'];

/** Whether the file of a medium is published with its article. */
export function isPublished(
  medium: FiledMedium,
  { withheld, withdrawn, draft }: Pick<Article, 'withheld' | 'withdrawn' | 'draft'>,
): medium is PublishedMedium {
  if (withdrawn || draft || medium.withheld || !medium.facts || !medium.id) return false;
  return withheld.length === 0 || medium.redacted || !OF_WORDS.includes(medium.kind);
}

/** The media of an article whose files are published, in its order. */
export const publishedMedia = (
  article: Pick<Article, 'withheld' | 'withdrawn' | 'draft'> & { media: readonly FiledMedium[] },
): PublishedMedium[] => article.media.filter((medium) => isPublished(medium, article));

const LICENCES =
  /^https?:\/\/creativecommons\.org\/(?:licenses\/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)\/|publicdomain\/(?:zero|mark)\/)/;
const KEPT_WHOLE: readonly MediaType[] = ['image/jpeg', 'image/png', 'image/webp'];

/** Whether readers may take the file itself: its licence allows it, and what it tells beside the picture can be taken out of it. */
export const mayBeTaken = ({
  licence,
  facts,
}: Pick<PublishedMedium, 'licence' | 'facts'>): boolean =>
  licence !== undefined && LICENCES.test(licence) && KEPT_WHOLE.includes(facts.type);

/** Whether the file itself lies in the site, without what it tells beside its content: readers may take it, or see and hear nothing without it. */
export const isGiven = (medium: Pick<PublishedMedium, 'licence' | 'facts'>): boolean =>
  mayBeTaken(medium) || !isPicture(medium.facts.type);
