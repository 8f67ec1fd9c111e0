import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';

/** The series of a drawing are told apart by shape and dash; colour only helps. */
const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar];
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '12 4', '4 2 1 2'];

/** The most series that one drawing can distinguish. */
export const MOST_SERIES = SHAPES.length;

/** The outline of the marker of a series around the origin, as a path. @param area in square units */
export const markerPath = (series: number, area: number): string =>
  symbol(SHAPES[series % MOST_SERIES], area).digits(1)() ?? '';

/** How the line of a series is dashed, in the terms of SVG; empty for an unbroken one. */
export const dashOf = (series: number): string => DASHES[series % MOST_SERIES] ?? '';
