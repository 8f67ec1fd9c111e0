import type { MediumData } from '../data/medium.ts';
import { UNKNOWN } from '../media/credit.ts';

/** Words of a medium that are searched. */
interface MediumText {
  kind: MediumData['kind'];
  text: string;
  /** Left out where it is that of the article. */
  lang: string | undefined;
}

/** The words of a page of a scan or document, or of a sound or film. */
export interface PageText extends MediumText {
  /** Id of the medium. */
  medium: string;
  /** From 1. */
  page: number;
  /** How many pages with words or without the medium has. */
  pages: number;
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

/** The fields that are searched of what is told of a medium, in the order in which its page shows them. */
const TOLD = ['caption', 'creator', 'creditLine', 'altText'] as const;

/** What is told of a medium in one of its fields. */
export interface ToldText extends MediumText {
  /** Id of the medium; undefined where the archive does not have its file. */
  medium: string | undefined;
  field: (typeof TOLD)[number];
}

/** What is told of the media of an article that readers see, or would see if the archive had them. */
export const toldTexts = (media: readonly MediumData[]): ToldText[] =>
  media
    .filter(({ id, missing }) => id !== undefined || missing !== undefined)
    .flatMap((medium) =>
      TOLD.flatMap((field): ToldText[] => {
        const { id, kind, lang, creditLine = '' } = medium;
        const text = medium[field] ?? '';
        // A maker whom the credit line names is found by that.
        const isSaid = field === 'creator' && creditLine.includes(text);
        const isUnknown = field === 'creditLine' && text === UNKNOWN;
        return text === '' || isSaid || isUnknown ? [] : [{ medium: id, kind, field, text, lang }];
      }),
    );
