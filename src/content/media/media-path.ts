import { dirname, join } from 'node:path';
import { SHARED } from '../../domain/media/file-name.ts';
import type { Medium } from '../../domain/media/medium.ts';
import { NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';

/** The folder of files that several entries use. */
export const MEDIA_FOLDER = 'media';

/** The root of an archive, from an article in it. */
const rootOf = ({ id, path }: { id: string; path: string }): string =>
  path.slice(0, -join('articles', `${id}.mdx`).length - 1) || '.';

/** Where a file of a medium lies; it need not be there. @param article its entry: id and path of its file */
export const mediumFile = (article: { id: string; path: string }, file: string): string =>
  file.startsWith(SHARED)
    ? join(rootOf(article), MEDIA_FOLDER, file.slice(SHARED.length))
    : join(dirname(article.path), file);

/** All files that a medium names. */
export const filesOf = ({
  file,
  ocr,
  transcript,
  captions,
}: Pick<Medium, 'file' | 'ocr' | 'transcript' | 'captions'>): string[] => [
  ...(file === undefined ? [] : [file]),
  ...(ocr === undefined ? [] : [ocr]),
  ...(transcript === undefined || transcript === NO_TRANSCRIPT ? [] : [transcript]),
  ...captions.map((one) => one.file),
];

/**
 * All files that the media of an article name, each with the digest of its bytes: the same on every machine.
 *
 * @param sha256Of gives the SHA-256 of the file at a path; empty if there is none
 */
export const mediaDigests = (
  article: { id: string; path: string },
  media: readonly Pick<Medium, 'file' | 'ocr' | 'transcript' | 'captions'>[],
  sha256Of: (path: string) => string,
): string[] =>
  media.flatMap(filesOf).map((file) => `${file} ${sha256Of(mediumFile(article, file))}`);
