import { endingOf, type FileFacts } from '../../domain/media/media-type.ts';
import {
  RENDITION_FORMATS,
  type RenditionEnding,
  renditionsOf,
} from '../../domain/media/rendition.ts';
import { mediumFilePath, renditionPath, withBase } from '../../domain/url.ts';

/** What a page needs of the file of a picture. */
export type PictureFile = { id: string } & Pick<FileFacts, 'type' | 'width' | 'height' | 'frames'>;

/**
 * How wide pictures are where they stand, for `sizes`. A rem there is that of the browser, and of the style sheets 1.125 of
 * it: the measure of 36rem is 40.5rem here, the gutters of 1.25 and 2.5rem are 1.40625 and 2.8125rem.
 */
const SIZES = {
  /** In the column of the text. */
  text: '(min-width: 43.3125rem) 40.5rem, calc(100vw - 2.8125rem)',
  /** In that column, higher than wide. */
  upright: '(min-width: 29.8125rem) 27rem, calc(100vw - 2.8125rem)',
  /** The first page of a document in that column, where it is higher than wide. */
  leaf: '15.75rem',
  /** Alone on a page. */
  page: '(min-width: 78.75rem) 73.125rem, (min-width: 48rem) calc(100vw - 5.625rem), calc(100vw - 2.8125rem)',
  /** One of many, each in a field of its own. */
  tile: '(min-width: 30rem) 18rem, calc(50vw - 1.75rem)',
  /** Beside a headline. */
  thumb: '9.5rem',
} as const;

/** Where a picture stands. */
export type Place = Exclude<keyof typeof SIZES, 'upright'>;

/** How a picture is cut: a high one is shown narrower, so that it fits a screen. */
export type Shape = 'wide' | 'square' | 'high';

/** The shape of a picture by its sides. */
export function shapeOf({ width = 3, height = 2 }: Pick<PictureFile, 'width' | 'height'>): Shape {
  if (width >= height * 1.15) return 'wide';
  return width >= height * 0.9 ? 'square' : 'high';
}

/** Whether a file is seen as a picture: of a PDF its first page is. A sound or film is not. */
export const isSeen = (file: PictureFile): boolean =>
  file.type === 'image/svg+xml' || renditionsOf(file).length > 0;

/** What a `picture` element holds: a source for each better format, and the picture that every browser knows. */
export interface Sources {
  sources: { type: string; srcset: string }[];
  /** Left out where the picture is drawn from one file. */
  sizes?: string;
  srcset?: string;
  src: string;
  /** In pixels: what the browser keeps free before the picture is there. */
  width: number | undefined;
  height: number | undefined;
}

/** The width that stands where a browser knows no `srcset`, in pixels. */
const PLAIN = 800;
/** The largest width that a list loads: it shows many pictures, each of them small. */
const LARGEST_IN_LISTS = 800;

function sizesOf(place: Place, shape: Shape): string {
  if (place === 'leaf') return shape === 'high' ? SIZES.leaf : SIZES.text;
  return place === 'text' && shape === 'high' ? SIZES.upright : SIZES[place];
}

/**
 * Where a browser gets a picture from. A moving one is shown still: its WebP is the one that moves.
 *
 * @param base the site's base path
 */
export function sourcesOf(file: PictureFile, place: Place, base: string): Sources {
  const { id, type, frames = 1 } = file;
  if (type === 'image/svg+xml') {
    const src = withBase(mediumFilePath(id, endingOf(type)), base);
    return { sources: [], src, width: file.width, height: file.height };
  }
  const inList = place === 'thumb' || place === 'tile';
  const all = renditionsOf(file);
  const few = inList ? all.filter(({ width }) => width <= LARGEST_IN_LISTS) : all;
  const sizes = few.length > 0 ? few : all.slice(0, 1);
  const srcset = (ending: RenditionEnding) =>
    sizes
      .map(({ width }) => `${withBase(renditionPath(id, width, ending), base)} ${width}w`)
      .join(', ');
  const plain = sizes.findLast(({ width }) => width <= PLAIN) ?? sizes[0];
  const largest = sizes.at(-1);
  const better = (['avif', 'webp'] as const).filter((ending) => frames === 1 || ending !== 'webp');
  return {
    sources: better.map((ending) => ({ type: RENDITION_FORMATS[ending], srcset: srcset(ending) })),
    sizes: sizesOf(place, shapeOf(file)),
    srcset: srcset('jpg'),
    src: withBase(renditionPath(id, plain?.width ?? 0, 'jpg'), base),
    width: largest?.width,
    height: largest?.height,
  };
}
