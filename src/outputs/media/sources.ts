import { join } from 'node:path';
import { mediumFile } from '../../content/media/media-path.ts';
import type { Article } from '../../domain/article/article.ts';
import { type FiledMedium, publishedMedia } from '../../domain/media/filed-medium.ts';
import type { MediumSource } from './medium-parts.ts';

/** What an article says of its media. */
type WithMedia = Pick<Article, 'withheld' | 'withdrawn' | 'draft'> & {
  media: readonly FiledMedium[];
};

/**
 * The published media of articles with their files, each once. One that several articles show is published as the first
 * of them states it, but with its pages where it is a facsimile for any.
 */
export function mediumSources(
  root: string,
  articles: Iterable<{ id: string; entry: WithMedia }>,
): MediumSource[] {
  const sources = new Map<string, MediumSource>();
  for (const { id, entry } of articles) {
    const article = { id, path: join(root, 'articles', `${id}.mdx`) };
    for (const medium of publishedMedia(entry)) {
      const known = sources.get(medium.id);
      if (known && (known.medium.kind === 'facsimile' || medium.kind !== 'facsimile')) continue;
      sources.set(medium.id, { medium, path: mediumFile(article, medium.file) });
    }
  }
  return [...sources.values()];
}
