import type { Article } from '../../domain/article/article.ts';
import { boxIn } from '../../domain/media/box.ts';
import { viewPath } from '../../domain/media/facsimile/scan-view.ts';
import { isPublished } from '../../domain/media/filed-medium.ts';
import { mediaId } from '../../domain/media/media-id.ts';
import type { ReadMedium } from '../media/article-media.ts';

/**
 * Where the paragraphs of an article stand on its scans, as far as readers see these: the path of a view of a scan, by the
 * id by which a region names the paragraph. One that stands in several regions leads to the first.
 */
export function scanViews(article: Article, files: readonly ReadMedium[]): Map<string, string> {
  const views = new Map<string, string>();
  article.media.forEach((medium, index) => {
    const facts = files[index]?.facts;
    if (!facts || medium.regions.length === 0) return;
    const id = mediaId(facts.sha256);
    if (!isPublished({ ...medium, id, facts, isPlaced: false }, article)) return;
    for (const { paragraph, page, xywh } of medium.regions)
      if (!views.has(paragraph)) views.set(paragraph, viewPath(id, { page, box: boxIn(xywh) }));
  });
  return views;
}
