import type { MediumData } from '../data/medium.ts';

/** The words of a page of a scan or document, or of a sound or film: what is searched of a medium. */
export interface PageText {
  /** Id of the medium. */
  medium: string;
  kind: MediumData['kind'];
  /** From 1. */
  page: number;
  /** How many pages with words or without the medium has. */
  pages: number;
  text: string;
  lang: string | undefined;
}

/** The words of the media of an article that readers see, page by page; pages without any are left out. */
export const pageTexts = (media: readonly MediumData[]): PageText[] =>
  media.flatMap(({ id, kind, lang, texts = [] }) =>
    texts.flatMap((text, index) =>
      id === undefined || text === ''
        ? []
        : [{ medium: id, kind, page: index + 1, pages: texts.length, text, lang }],
    ),
  );
