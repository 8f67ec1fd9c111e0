import { type FileFacts, isPicture, type PageSize } from './media-type.ts';

/**
 * The widths in which pictures are shown, in pixels: beside a headline; in a column of text, on a phone with two pixels
 * for one too; the same on denser screens; alone.
 */
export const WIDTHS = [320, 800, 1300, 1920] as const;

/** The formats of each width, the smallest first: a browser takes the first that it knows. */
export const RENDITION_FORMATS = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
} as const;
export type RenditionEnding = keyof typeof RENDITION_FORMATS;

/** A size in which a picture is published, in pixels. */
export type Rendition = PageSize;

type Sized = Pick<FileFacts, 'type' | 'width' | 'height'>;

/**
 * The sizes in which a picture, or the first page of a PDF, is published, the smallest first: never larger than it is.
 * None for what has no picture, and for an SVG, which is published as it is.
 */
export function renditionsOf({ type, width = 0, height = 0 }: Sized): Rendition[] {
  const isSeen = isPicture(type) || type === 'application/pdf';
  if (!isSeen || width === 0 || height === 0) return [];
  const largest = Math.min(width, WIDTHS.at(-1) ?? width);
  const widths = [...WIDTHS.filter((one) => one < largest), largest];
  return widths.map((one) => ({
    width: one,
    height: Math.max(1, Math.round((height * one) / width)),
  }));
}

/** The size of the picture that other sites show beside a link, in pixels. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** Whether a medium has a picture for other sites (`mediumSharePath`). A sound or film has none. */
export const hasSharePicture = (facts: Sized): boolean =>
  facts.type === 'image/svg+xml' || renditionsOf(facts).length > 0;
