/** Pixels of CSS for each unit that an SVG may state its size in. */
const UNITS = new Map([
  ['', 1],
  ['px', 1],
  ['pt', 4 / 3],
  ['pc', 16],
  ['mm', 96 / 25.4],
  ['cm', 96 / 2.54],
  ['in', 96],
]);
const LENGTH = /^([+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))\s{0,5}([a-z]{0,2})$/i;

/** In pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A length in pixels; undefined where it is none, or says how large a part of something it is. */
function pixelsOf(text: string | undefined): number | undefined {
  const [, number, unit = ''] = LENGTH.exec(text?.trim() ?? '') ?? [];
  const each = UNITS.get(unit.toLowerCase());
  return number && each ? Number(number) * each : undefined;
}

/** The size of a drawing in whole pixels, by its width and height or its view box; undefined where neither says it. */
export function sizeOf(attributes: ReadonlyMap<string, string>): Size | undefined {
  const box = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/, 5)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box.length === 4 ? box : [];
  const hasBox = boxWidth > 0 && boxHeight > 0;
  const width = pixelsOf(attributes.get('width'));
  const height = pixelsOf(attributes.get('height'));
  const ratio = hasBox ? boxHeight / boxWidth : undefined;
  const found = {
    width: width ?? (height && ratio ? height / ratio : boxWidth),
    height: height ?? (width && ratio ? width * ratio : boxHeight),
  };
  const size = { width: Math.round(found.width), height: Math.round(found.height) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}
