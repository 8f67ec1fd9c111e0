import { mediaDigests } from '../media/media-path.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import type { HeldArticle } from '../store/article-pieces.ts';
import type { Start } from './start.ts';
import { type FileToRead, readingDigest } from './stored-article.ts';

/**
 * Tells which articles are stored as they would be read now, and which are stored and are gone.
 *
 * @param sha256Of gives the SHA-256 of the file at a path
 */
export function heldOf(
  files: readonly FileToRead[],
  stored: ReturnType<ArchiveStore['articles']>,
  sha256Of: (path: string) => string,
  { terms, records }: Start,
): { held: Map<string, HeldArticle>; gone: string[] } {
  const paths = new Map(files.map(({ id, path }) => [id, path]));
  const held = new Map<string, HeldArticle>();
  const gone: string[] = [];
  for (const { id, digest, entry } of stored) {
    const path = paths.get(id);
    if (path === undefined) {
      gone.push(id);
      continue;
    }
    const media = mediaDigests({ id, path }, entry.media, sha256Of);
    if (readingDigest(terms, sha256Of(path), media, entry, records) === digest)
      held.set(id, { digest, entry });
  }
  return { held, gone };
}
