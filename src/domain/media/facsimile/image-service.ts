import type { PageSize } from '../media-type.ts';

/**
 * A IIIF image service of level 0 (Image API 3.0): a picture as files, whose addresses are the canonical ones of the API.
 * What is computed here is what viewers ask for.
 */

/** The width and height of a tile, in pixels. */
export const TILE = 1024;
/**
 * Up to which width and height the whole picture is to be had as one file: small print is read in it without a viewer, and
 * it is never smaller than the largest rendition, also where it is half of what is just too large.
 */
const WHOLE = { width: 3840, height: 5760 } as const;
/** A whole picture narrower than this is none that anybody looks at. */
const NARROWEST = 100;

const FILE = '0/default.jpg';

const scaled = ({ width, height }: PageSize, factor: number): PageSize => ({
  width: Math.ceil(width / factor),
  height: Math.ceil(height / factor),
});

/** By which factors the picture is made smaller: powers of two, until it is one tile. */
function scaleFactors(size: PageSize): number[] {
  const factors = [1];
  for (let factor = 1; Math.max(size.width, size.height) > TILE * factor; ) {
    factor *= 2;
    factors.push(factor);
  }
  return factors;
}

/** The sizes in which the whole picture is to be had as one file, the largest first. */
export function wholeSizes(size: PageSize): [PageSize, ...PageSize[]] {
  const [whole, ...smaller] = scaleFactors(size).map((factor) => scaled(size, factor));
  const fits = [whole ?? size, ...smaller].filter(
    ({ width, height }) => width <= WHOLE.width && height <= WHOLE.height,
  );
  const [largest = scaled(size, scaleFactors(size).at(-1) ?? 1), ...rest] = fits;
  return [largest, ...rest.filter(({ width }) => width >= NARROWEST)];
}

/** The name, below the address of the service, of the file of a whole picture in one of its sizes. */
export function wholeName(size: PageSize, whole: PageSize): string {
  const [largest] = wholeSizes(size);
  // The largest has one address, as the API has it: it is as large as all smaller files together.
  return `full/${whole.width === largest.width ? 'max' : `${whole.width},${whole.height}`}/${FILE}`;
}

/** The names of the tiles below the address of the service; one that shows the whole picture in its own size is that of `wholeName`. */
export function* tileNames(size: PageSize): Iterable<string> {
  for (const factor of scaleFactors(size)) {
    const step = TILE * factor;
    const { width, height } = scaled(size, factor);
    if (width <= TILE && height <= TILE) {
      // The canonical address of a whole picture in its own size is `max`, and that is written as one of the whole ones.
      if (factor > 1) yield `full/${width},${height}/${FILE}`;
      continue;
    }
    for (let top = 0; top * TILE < height; top++)
      for (let left = 0; left * TILE < width; left++) {
        const part = [
          left * step,
          top * step,
          Math.min(step, size.width - left * step),
          Math.min(step, size.height - top * step),
        ];
        const shown = [Math.min(TILE, width - left * TILE), Math.min(TILE, height - top * TILE)];
        yield `${part}/${shown}/${FILE}`;
      }
  }
}

/** The names of all pictures of a service below its address, each once. */
export const serviceNames = (size: PageSize): string[] => [
  ...new Set([...wholeSizes(size).map((whole) => wholeName(size, whole)), ...tileNames(size)]),
];

/** The description of a service, `info.json`. @param id the address of the service, without a slash at its end */
export function imageInfo(id: string, size: PageSize) {
  const [largest, ...smaller] = wholeSizes(size);
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level0',
    width: size.width,
    height: size.height,
    // Without these `max` would be the whole scan in its full size as one file.
    ...(largest.width < size.width && { maxWidth: largest.width, maxHeight: largest.height }),
    sizes: smaller.toReversed(),
    tiles: [{ width: TILE, height: TILE, scaleFactors: scaleFactors(size) }],
  };
}
