import type { MapSize } from './frame.ts';

/** Height of the letters on a map, in its units. */
export const LETTERS = 16;

/** A point on a map and its name. Points that come first are named first. */
export interface Dot {
  x: number;
  y: number;
  r: number;
  name: string;
}

/** Where the name of a dot stands. */
interface Label {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

const overlap = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

// There is no font to measure with, so letters count with their usual width, and East Asian ones as squares.
const widthOf = (name: string) =>
  [...name].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/u.test(sign) ? 1 : 0.56), 0) * LETTERS;

function places({ x, y, r, name }: Dot): [label: Label, box: Box][] {
  const [width, gap, half] = [widthOf(name), r + 4, LETTERS / 2];
  return [
    [
      { x: x + gap, y: y + half * 0.7, anchor: 'start' },
      [x + gap, y - half, x + gap + width, y + half],
    ],
    [
      { x: x - gap, y: y + half * 0.7, anchor: 'end' },
      [x - gap - width, y - half, x - gap, y + half],
    ],
    [
      { x, y: y - gap, anchor: 'middle' },
      [x - width / 2, y - gap - LETTERS, x + width / 2, y - gap],
    ],
    [
      { x, y: y + gap + LETTERS * 0.8, anchor: 'middle' },
      [x - width / 2, y + gap, x + width / 2, y + gap + LETTERS],
    ],
  ];
}

/** Places the names of dots on a map, as many as fit beside their dots without covering another dot or name. */
export function labelled<T extends Dot>(
  dots: readonly T[],
  [mapWidth, mapHeight]: MapSize,
): (T & { label: Label | undefined })[] {
  const taken: Box[] = dots.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
  return dots.map((dot) => {
    const found = places(dot).find(
      ([, box]) =>
        box[0] >= 0 &&
        box[1] >= 0 &&
        box[2] <= mapWidth &&
        box[3] <= mapHeight &&
        !taken.some((other) => overlap(box, other)),
    );
    if (!found) return { ...dot, label: undefined };
    const [{ x, y, anchor }, box] = found;
    taken.push(box);
    return { ...dot, label: { x: Math.round(x), y: Math.round(y), anchor } };
  });
}
