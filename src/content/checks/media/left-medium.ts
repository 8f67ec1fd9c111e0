import { publishedMedia } from '../../../domain/media/filed-medium.ts';
import type { ArticleEntry } from '../../store/article-entry.ts';

/** An article with its file. */
interface FiledArticle {
  path: string;
  entry: Pick<ArticleEntry, 'draft' | 'media' | 'withdrawn' | 'withheld'>;
}

/** A medium of a withdrawn article that another article shows. */
export interface LeftMedium {
  id: string;
  /** Its file, as the withdrawn article names it; its SHA-256 where it names none. */
  called: string;
  /** The file of the withdrawn article. */
  article: string;
  /** The files of the articles that show it. */
  shownBy: string[];
}

/** The media of withdrawn articles that others show. A withdrawal does not take them away: they go on being published. */
export function leftMedia(articles: readonly FiledArticle[]): LeftMedium[] {
  const withdrawn = articles.filter(({ entry }) => entry.withdrawn && !entry.draft);
  if (!withdrawn.some(({ entry }) => entry.media.length > 0)) return [];
  const shown = Map.groupBy(
    articles.flatMap(({ path, entry }) => publishedMedia(entry).map(({ id }) => ({ id, path }))),
    ({ id }) => id,
  );
  return withdrawn.flatMap(({ path, entry }) =>
    entry.media.flatMap(({ id, file, sha256, withheld }): LeftMedium[] => {
      const by = withheld || id === undefined ? undefined : shown.get(id);
      return id === undefined || !by
        ? []
        : [
            {
              id,
              called: file ?? sha256 ?? id,
              article: path,
              shownBy: [...new Set(by.map((one) => one.path))],
            },
          ];
    }),
  );
}
