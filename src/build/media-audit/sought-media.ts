import { readFileSync } from 'node:fs';
import { shownPath } from '../../content/files/archive-path.ts';
import { isPublished } from '../../domain/media/filed-medium.ts';
import type { SoughtBytes } from './byte-runs.ts';
import { PRINT_SIZE, type Print, printOf } from './likeness/print.ts';
import { picturesOfPdf } from './pdf-pictures.ts';
import { picturesOf } from './picture-decoding.ts';
import type { MediaArticle, WithheldMedium } from './withheld-medium.ts';

/** What files are searched for; threads are given it. Media are named by their number among the withheld ones. */
export interface SoughtMedia {
  media: { id?: string | undefined; file?: string | undefined; sha256?: string | undefined }[];
  /** Names of files of published media. */
  shown: string[];
  bytes: SoughtBytes[];
  prints: Print[];
}

/** The pictures of a withheld file: itself, its pages, those on the pages of a PDF, the cover of a sound or film. */
async function* picturesIn(bytes: Buffer, path: string): AsyncGenerator<Print['picture']> {
  let isPicture = false;
  for await (const picture of picturesOf(bytes, PRINT_SIZE)) {
    isPicture = true;
    yield picture;
  }
  if (isPicture) return;
  if (bytes.toString('latin1', 0, 5) === '%PDF-') yield* picturesOfPdf(bytes, shownPath(path));
}

/** What is sought by its names and digests alone. */
export const soughtNames = (
  withheld: readonly WithheldMedium[],
  articles: readonly MediaArticle[],
): SoughtMedia => ({
  media: withheld.map(({ id, sha256, medium: { file } }) => ({ id, file, sha256 })),
  shown: articles.flatMap(({ entry }) =>
    entry.media.filter((one) => isPublished(one, entry)).flatMap(({ file }) => file ?? []),
  ),
  bytes: [],
  prints: [],
});

/** The same, and the bytes and pictures of the withheld files that are there still. */
export async function soughtMedia(
  withheld: readonly WithheldMedium[],
  names: SoughtMedia,
): Promise<SoughtMedia> {
  const sought: SoughtMedia = { ...names, bytes: [], prints: [] };
  for (const [medium, { path }] of withheld.entries()) {
    if (path === undefined) continue;
    const bytes = readFileSync(path);
    sought.bytes.push({ medium, bytes });
    for await (const picture of picturesIn(bytes, path))
      sought.prints.push(printOf(picture, medium));
  }
  return sought;
}
