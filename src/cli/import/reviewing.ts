import { contentRoot, shownPath } from '../../content/files/archive-path.ts';
import { shownText } from '../../domain/problem.ts';
import type { Archivist } from '../../import/importer.ts';
import { openAuthorityFile } from '../../import/matching/authority-file.ts';
import { FiledMedia } from '../../import/media/filed-media.ts';
import { acceptEntry } from '../../import/review/accepted-entry.ts';
import { Stopped } from '../../import/review/ask.ts';
import { entriesToReview, reviewEntry } from '../../import/review/review.ts';
import type { Reviewer } from '../../import/review/reviewer.ts';
import { ImportFault } from '../../import/source-document.ts';
import { isEmpty } from '../../import/suggestions/suggestion.ts';
import type { Disk } from '../../import/writing/disk.ts';

/** The exit code of a command that was stopped at a question. */
export const STOPPED = 130;

/**
 * Goes through the suggestions that earlier imports left.
 *
 * @param paths the entries; all, if there is none
 * @returns the exit code
 */
export async function reviewAll(
  paths: readonly string[],
  disk: Disk,
  archivist: Archivist & Reviewer,
): Promise<number> {
  const root = contentRoot();
  const entries =
    paths.length > 0
      ? paths.map((path) => ({ id: shownPath(path), path }))
      : entriesToReview(root, disk);
  if (entries.length === 0) console.log('Nothing waits for review.');
  let failed = 0;
  try {
    const filedMedia = new FiledMedia(root);
    const archive = { root, authorityFile: openAuthorityFile(root), filedMedia, disk };
    for (const { id, path } of entries) {
      try {
        const { left, notes } = await (archivist.takesAll
          ? acceptEntry(path, archive)
          : reviewEntry(path, archive, archivist));
        const remarks = notes.length > 0 ? ` (${notes.map(shownText).join('; ')})` : '';
        console.log(`${isEmpty(left) ? 'reviewed' : 'left for later'} ${id}${remarks}`);
      } catch (error) {
        if (!(error instanceof ImportFault) || 'code' in error) throw error;
        console.error(shownText(`failed ${id}: ${error.message}`));
        failed++;
      }
    }
  } catch (error) {
    if (error instanceof Stopped) return STOPPED;
    throw error;
  } finally {
    disk.close();
  }
  return failed > 0 ? 1 : 0;
}
