/** A part of a picture, in its pixels from the upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const XYWH = /^(\d{1,6}),(\d{1,6}),([1-9]\d{0,5}),([1-9]\d{0,5})$/;

/** A part of a picture as a media fragment says it (W3C Media Fragments URI 1.0); undefined where it says none. */
export function boxIn(xywh: string): Box | undefined {
  const [x, y, width, height] = XYWH.exec(xywh)?.slice(1).map(Number) ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return undefined;
  return { x, y, width, height };
}

/** A box in whole pixels, at least one each way. */
export const wholeBox = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
});

/** The pixels of a part of a page that is given in hundredths of its width and height. */
export const pixelsOf = (percent: Box, page: { width: number; height: number }): Box =>
  wholeBox({
    x: (percent.x * page.width) / 100,
    y: (percent.y * page.height) / 100,
    width: (percent.width * page.width) / 100,
    height: (percent.height * page.height) / 100,
  });

/** A part of a picture as a media fragment: its numbers with commas between. */
export const xywhOf = ({ x, y, width, height }: Box): string => [x, y, width, height].join(',');

/** A box with a little room around it, so that a frame around what is in it can be seen. */
export function roomAround({ x, y, width, height }: Box): Box {
  const room = Math.max(width, height) / 30;
  return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
}

/** The part of a page that holds boxes, with room around it, and not less than a third of the page’s width. */
export function around(boxes: readonly Box[], page: { width: number; height: number }): Box {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  const room = Math.max(page.width / 40, (page.width / 3 - Math.max(width, height)) / 2);
  return {
    x: Math.max(0, Math.round(left - room)),
    y: Math.max(0, Math.round(top - room)),
    width: Math.round(width + 2 * room),
    height: Math.round(height + 2 * room),
  };
}

/** The part of a page that is seen of it: what lies beyond its edges is cut off. Undefined for all of it, or nothing. */
export function within(seen: Box, page: { width: number; height: number }): Box | undefined {
  const x = Math.max(0, Math.round(seen.x));
  const y = Math.max(0, Math.round(seen.y));
  const width = Math.min(page.width, Math.round(seen.x + seen.width)) - x;
  const height = Math.min(page.height, Math.round(seen.y + seen.height)) - y;
  const isWhole = width >= page.width && height >= page.height;
  return isWhole || width <= 0 || height <= 0 ? undefined : { x, y, width, height };
}
