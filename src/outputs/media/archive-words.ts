import { hash } from 'node:crypto';
import { join } from 'node:path';
import { contentRoot } from '../../content/files/archive-path.ts';
import { regularBytes } from '../../content/files/regular-file.ts';
import { mediumFile } from '../../content/media/media-path.ts';
import { readCaptions } from '../../content/media/words/captions.ts';
import { readOcr } from '../../content/media/words/ocr.ts';
import { type WordFile, type WordSource, wordFiles } from '../media-words/word-files.ts';

/**
 * The words of the scans of an archive with their places, and the captions of its films.
 *
 * @throws where a file is not as it was read
 */
export function archiveWords(articles: WordSource['articles']): Iterable<WordFile> {
  const root = contentRoot();
  const pathOf = (id: string, file: string) =>
    mediumFile({ id, path: join(root, 'articles', `${id}.mdx`) }, file);
  const sound = <Found extends object>(found: Found, file: string) => {
    if ('fault' in found) throw new Error(`${file} was changed while the archive was built.`);
    return found as Exclude<Found, { fault: unknown }>;
  };
  return wordFiles({
    articles,
    ocrOf: (id, file, scans) => sound(readOcr(pathOf(id, file), scans), file).pages,
    cuesOf: (id, file) => sound(readCaptions(pathOf(id, file)), file).cues,
    digestOf: (id, file) => hash('sha256', regularBytes(pathOf(id, file))),
  });
}
