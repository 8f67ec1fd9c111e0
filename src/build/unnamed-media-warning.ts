import { shownPath } from '../content/files/archive-path.ts';
import { shownText } from '../domain/problem.ts';

/** How many are told one by one. */
const SHOWN = 10;

/** Warns on standard error of files in the folder of media that no entry names. @param root of the archive */
export function warnOfUnnamedMedia(paths: readonly string[], root: string): void {
  for (const path of paths.slice(0, SHOWN)) {
    const file = path.slice(root.length).replaceAll('\\', '/');
    console.error(
      `Warning: ${shownText(shownPath(path))} is named by no entry, and is not published. State it under media in the entry that it belongs to, as file: ${shownText(file)}; or take it out of the archive.`,
    );
  }
  if (paths.length > SHOWN)
    console.error(`Warning: ${paths.length - SHOWN} more files of media are named by no entry.`);
}
