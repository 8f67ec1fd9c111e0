import { langOf } from '../../content/queries/articles.ts';
import type { MediumUse } from '../../content/queries/media.ts';
import { paragraphsOf, textsOf, timesOf } from '../../content/queries/texts.ts';
import { openingWords } from '../../domain/language/sentence.ts';
import { type Box, boxIn } from '../../domain/media/box.ts';
import { wholeSizes } from '../../domain/media/facsimile/image-service.ts';
import type { FileFacts, PageSize } from '../../domain/media/media-type.ts';
import { pageSizesOf } from '../../domain/media/page-size.ts';
import { paragraphPath, withBase } from '../../domain/url.ts';
import { type ShownRecording, type ShownWords, shownRecording } from '../recording.ts';

/** A part of a scan that holds a paragraph of an article. */
export interface ShownRegion {
  /** The page of the scan, from 1. */
  page: number;
  box: Box;
  /** The same as a media fragment: left, top, width and height. */
  xywh: string;
  /** Where the paragraph is. */
  href: string;
  /** Its opening words, and their language. */
  words: string;
  lang: string;
}

/** A scan as its page shows it. */
export interface ShownScan extends ShownWords {
  /** Its pages, each by the size in which it is to be had as one picture. */
  pages: readonly PageSize[];
  /** Whether the words of its pages are published with their places. */
  hasWords: boolean;
  regions: readonly ShownRegion[];
}

/** A document as its page shows it. */
export interface ShownDocument extends ShownWords, Pick<FileFacts, 'type' | 'bytes'> {
  /** How many pages it has, where that is known. */
  pages: number | undefined;
}

/** What is shown of a medium besides its picture and its fields, by what it is. */
export type ShownContent =
  | { scan: ShownScan }
  | { document: ShownDocument }
  | { recording: ShownRecording };

const LONGEST = 120;

/** The regions that one article gives a scan. */
function regionsIn({ medium, article }: MediumUse): ShownRegion[] {
  if (medium.regions.length === 0) return [];
  const lang = langOf(article);
  const texts = new Map(paragraphsOf(article.id).map(({ id, text }) => [id, text]));
  return medium.regions.flatMap(({ paragraph, page, xywh }) => {
    const box = boxIn(xywh);
    const text = texts.get(paragraph);
    if (!box || text === undefined) return [];
    const href = withBase(paragraphPath(article.id, paragraph), import.meta.env.BASE_URL);
    return [{ page, box, xywh, href, words: openingWords(text, lang, LONGEST) || paragraph, lang }];
  });
}

/**
 * What the page of a medium shows besides its picture and its fields; undefined for a photograph or graphic.
 * @param uses the articles that show it, the earliest first
 */
export function shownContent(uses: readonly [MediumUse, ...MediumUse[]]): ShownContent | undefined {
  const [{ medium, article }] = uses;
  const { id, kind, facts } = medium;
  const lang = medium.lang ?? langOf(article);
  // The words are of the file: where one article has them, they hold for all.
  const told = uses.find((use) => textsOf(use.article.id, id).length > 0)?.article.id ?? article.id;
  const texts = textsOf(told, id);
  const sizes = pageSizesOf(facts);
  // A PDF whose pages are not drawn is read as the document that it is.
  if (kind === 'document' || (kind === 'facsimile' && sizes.length === 0)) {
    const { type, bytes, pages } = facts;
    return { document: { id, lang, texts, type, bytes, pages } };
  }
  if (kind === 'facsimile')
    return {
      scan: {
        ...{ id, lang, texts, pages: sizes.map((size) => wholeSizes(size)[0]) },
        hasWords: uses.some((use) => use.medium.ocr !== undefined),
        regions: uses.flatMap(regionsIn),
      },
    };
  const recording = shownRecording(medium, lang);
  return recording && { recording: { ...recording, texts, times: timesOf(told, id) } };
}
