import { join } from 'node:path';
import type { FiledMedium } from '../../../domain/media/filed-medium.ts';
import { filesBelow } from '../../files/files-below.ts';
import { filesOf, MEDIA_FOLDER, mediumFile } from '../../media/media-path.ts';

/**
 * The files in the folder of media for several entries that no entry names, by their paths. They are published nowhere.
 * That is no fault: a collection may lie there before its articles are written.
 */
export function unnamedMedia(
  root: string,
  articles: readonly { id: string; path: string; entry: { media: readonly FiledMedium[] } }[],
): string[] {
  const named = new Set(
    articles.flatMap((article) =>
      article.entry.media.flatMap(filesOf).map((file) => mediumFile(article, file)),
    ),
  );
  return filesBelow(join(root, MEDIA_FOLDER)).flatMap(({ path, isFolder }) =>
    isFolder || named.has(path) ? [] : [path],
  );
}
