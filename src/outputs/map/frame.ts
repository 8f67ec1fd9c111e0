import { type GeoProjection, geoAzimuthalEqualArea, geoEqualEarth } from 'd3-geo';

/** Width and height of a map, in its own units. */
export type MapSize = readonly [width: number, height: number];

/** The size of every map but that of the world, which is half as high as it is wide. */
const SIZE: MapSize = [480, 320];
const WORLD_SIZE: MapSize = [480, 236];

/** What part of the world a map shows: `span` degrees from side to side around a point, or all of it. */
export type Frame = { lat: number; lon: number; span: number } | 'world';

/** The size of the map of a frame. */
export const frameSize = (frame: Frame): MapSize => (frame === 'world' ? WORLD_SIZE : SIZE);

/** A point as records give it: latitude and longitude in degrees. */
export type Coordinates = readonly [lat: number, lon: number];

// Few frames, so that many pages share a map and a reader fetches it once.
const SPANS = [8, 16, 32, 64] as const;
/** Points keep this far from the sides, so that their names fit. */
const INNER = 0.38;

const snapped = (degrees: number, step: number) => Math.round(degrees / step) * step;

/** The projection of a frame. Areas are kept in proportion: no country looks larger for lying in the north. */
export function projectionOf(frame: Frame): GeoProjection {
  const [width, height] = frameSize(frame);
  if (frame === 'world')
    return geoEqualEarth()
      .precision(2)
      .fitExtent(
        [
          [2, 2],
          [width - 2, height - 2],
        ],
        { type: 'Sphere' },
      );
  const { lat, lon, span } = frame;
  return geoAzimuthalEqualArea()
    .rotate([-lon, -lat])
    .scale(width / (4 * Math.sin((span * Math.PI) / 720)))
    .translate([width / 2, height / 2])
    .clipAngle(Math.min(90, span))
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ])
    .precision(0.4);
}

/** How far the corners of a frame lie from its middle, in radians, and a little more. */
export function frameReach(span: number): number {
  const [width, height] = SIZE;
  return 2.1 * Math.asin(Math.hypot(1, height / width) * Math.sin((span * Math.PI) / 720));
}

const projections = new Map<string, GeoProjection>();

/** Where a point lies on a map, from its upper left corner. */
export function positionOn(frame: Frame, [lat, lon]: Coordinates): [x: number, y: number] {
  const name = frameName(frame);
  const projection = projections.get(name) ?? projectionOf(frame);
  projections.set(name, projection);
  const [x, y] = projection([lon, lat]) ?? [-1, -1];
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

/** The middle of points on the globe, the same in whatever order they come. */
function middleOf(points: readonly Coordinates[]): Coordinates {
  const radians = Math.PI / 180;
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const [x, y, z] = sorted.reduce(
    ([a, b, c], [lat, lon]) => [
      a + Math.cos(lat * radians) * Math.cos(lon * radians),
      b + Math.cos(lat * radians) * Math.sin(lon * radians),
      c + Math.sin(lat * radians),
    ],
    [0, 0, 0],
  );
  return [Math.atan2(z, Math.hypot(x, y)) / radians, Math.atan2(y, x) / radians];
}

function holds(frame: Frame, points: readonly Coordinates[]): boolean {
  const [width, height] = frameSize(frame);
  return points.every((point) => {
    const [x, y] = positionOn(frame, point);
    return Math.abs(x - width / 2) <= width * INNER && Math.abs(y - height / 2) <= height * INNER;
  });
}

/**
 * The closest frame that shows all of some points.
 * @param least the smallest sensible span in degrees: smaller around a village than around a country
 */
export function frameOf(points: readonly Coordinates[], least: number): Frame {
  const [lat, lon] = middleOf(points);
  for (const span of SPANS) {
    if (span < least) continue;
    const step = span / 8;
    const frame = { lat: snapped(lat, step), lon: snapped(lon, step), span };
    if (holds(frame, points)) return frame;
  }
  return 'world';
}

/** The name of a frame, and of its map’s file: `31n-35e-8`. */
export function frameName(frame: Frame): string {
  if (frame === 'world') return frame;
  const { lat, lon, span } = frame;
  const part = (value: number, plus: string, minus: string) =>
    `${Math.abs(value)}${value < 0 ? minus : plus}`;
  return `${part(lat, 'n', 's')}-${part(lon, 'e', 'w')}-${span}`;
}

const NAME = /^(\d+(?:\.\d+)?)([ns])-(\d+(?:\.\d+)?)([ew])-(8|16|32|64)$/;

/** The frame with a name; undefined where there is none. */
export function frameNamed(name: string): Frame | undefined {
  if (name === 'world') return name;
  const [, lat, northOrSouth, lon, eastOrWest, span] = NAME.exec(name) ?? [];
  if (!lat || !lon || !span) return undefined;
  return {
    lat: Number(lat) * (northOrSouth === 's' ? -1 : 1),
    lon: Number(lon) * (eastOrWest === 'w' ? -1 : 1),
    span: Number(span),
  };
}
