import type { Cue } from '../../domain/media/cue.ts';
import type { OcrPage } from '../../domain/media/facsimile/ocr.ts';
import { pageWords } from '../../domain/media/facsimile/page-words.ts';
import { type PublishedMedium, publishedMedia } from '../../domain/media/filed-medium.ts';
import type { PageSize } from '../../domain/media/media-type.ts';
import { pageSizesOf } from '../../domain/media/page-size.ts';
import { captionsPath, pageWordsPath } from '../../domain/url.ts';
import { webVtt } from './webvtt.ts';

/** What of the archive these files are made from. */
export interface WordSource {
  /** The articles that readers see. */
  articles: readonly ({ id: string } & Parameters<typeof publishedMedia>[0])[];
  /** The words of the pages of a scan, from its ALTO or hOCR file, which an article names. */
  ocrOf: (article: string, file: string, scans: readonly PageSize[]) => readonly OcrPage[];
  /** What is heard when, from a file of captions that an article names. */
  cuesOf: (article: string, file: string) => readonly Cue[];
  /** The digest of a file that an article names. */
  digestOf: (article: string, file: string) => string;
}

/** A file of the site, made from another one. */
export interface WordFile {
  path: string;
  text: () => string;
  madeOf: { input: string; maker: 'words' };
}

const madeOf = (input: string): WordFile['madeOf'] => ({ input, maker: 'words' });

/** The words of the pages of a scan with their places. A page that nobody read has none. */
function* pagesOf(
  article: string,
  { id, ocr, facts }: PublishedMedium,
  { ocrOf, digestOf }: WordSource,
): Iterable<WordFile> {
  if (ocr === undefined) return;
  const digest = digestOf(article, ocr);
  const sizes = pageSizesOf(facts);
  let read: readonly OcrPage[] | undefined;
  for (const [index, size] of sizes.entries())
    yield {
      path: pageWordsPath(id, index + 1),
      madeOf: madeOf(`${digest} ${size.width} ${size.height}`),
      text: () => {
        read ??= ocrOf(article, ocr, sizes);
        const page = read[index];
        return JSON.stringify(page ? pageWords(page, size) : { ...size, lines: [] });
      },
    };
}

/** The captions of a film. */
function* captionsOf(
  article: string,
  { id, captions }: PublishedMedium,
  { cuesOf, digestOf }: WordSource,
): Iterable<WordFile> {
  for (const { file, lang } of captions)
    yield {
      path: captionsPath(id, lang),
      madeOf: madeOf(digestOf(article, file)),
      text: () => webVtt(cuesOf(article, file)),
    };
}

/** The words of scans with their places, and the captions of films, as files of the site: each once. */
export function* wordFiles(source: WordSource): Iterable<WordFile> {
  const seen = new Set<string>();
  for (const article of source.articles)
    for (const medium of publishedMedia(article))
      for (const file of [
        ...pagesOf(article.id, medium, source),
        ...captionsOf(article.id, medium, source),
      ]) {
        if (seen.has(file.path)) continue;
        seen.add(file.path);
        yield file;
      }
}
