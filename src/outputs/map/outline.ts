import { type ExtendedFeatureCollection, type GeoGeometryObjects, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import { type Frame, frameReach, frameSize, projectionOf } from './frame.ts';
import { type Position, type Scale, worldAt } from './world.ts';

/** A map of more degrees than this uses coarser lines; finer ones would not be seen. */
const FINE = 32;

/** How many points of a coast or border make one piece. */
const STRETCH = 100;

type Vector = readonly [x: number, y: number, z: number];

/** A shape on the globe, and a circle around it, so that shapes far from a map are skipped at once. */
interface Shape {
  geometry: GeoGeometryObjects;
  middle: Vector;
  /** From the middle to the farthest point, in radians. */
  reach: number;
}

const read = new Map<string, ReturnType<typeof outlines>>();

/** A point of the globe as a vector on the unit sphere, where distances are quickly compared. */
function vectorOf([lon, lat]: Position): Vector {
  const [east, north] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** The cosine of the angle between two points, as seen from within the ball. */
const nearness = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

function shapeOf(geometry: GeoGeometryObjects, points: readonly Position[]): Shape {
  const vectors = points.map(vectorOf);
  const [x, y, z] = vectors.reduce(
    ([a, b, c], one) => [a + one[0], b + one[1], c + one[2]] as const,
    [0, 0, 0] as Vector,
  );
  const length = Math.hypot(x, y, z);
  const middle: Vector = [x / length, y / length, z / length];
  const least = vectors.reduce((so, one) => Math.min(so, nearness(middle, one)), 1);
  return { geometry, middle, reach: Math.acos(Math.max(-1, least)) };
}

/** Lines, cut into pieces that each lie in one part of the world. */
const lines = ({ coordinates }: { coordinates: unknown }): Shape[] =>
  (coordinates as Position[][]).flatMap((line) =>
    Array.from({ length: Math.ceil((line.length - 1) / STRETCH) }, (_, at) => {
      const points = line.slice(at * STRETCH, (at + 1) * STRETCH + 1);
      return shapeOf({ type: 'LineString', coordinates: points }, points);
    }),
  );

const polygons = (land: ExtendedFeatureCollection): Shape[] =>
  land.features
    .flatMap(({ geometry }): Position[][][] => {
      if (geometry?.type === 'Polygon') return [geometry.coordinates as Position[][]];
      return geometry?.type === 'MultiPolygon' ? (geometry.coordinates as Position[][][]) : [];
    })
    .map((rings) => shapeOf({ type: 'Polygon', coordinates: rings }, rings[0] ?? []));

/**
 * Land, coasts and borders of the world. At the finer scale land comes as countries, since a map is never near all of a
 * continent. Coasts come separately, since the outline of a country includes its borders.
 */
function outlines(scale: Scale) {
  const isFine = scale === '50m';
  const world = worldAt(scale);
  const { countries, land } = world.objects;
  return {
    land: polygons(feature(world, isFine ? countries : land)),
    coasts: isFine ? lines(mesh(world, countries, (a, b) => a === b)) : undefined,
    borders: lines(mesh(world, countries, (a, b) => a !== b)),
  };
}

function outlinesOf(scale: Scale) {
  const known = read.get(scale) ?? outlines(scale);
  read.set(scale, known);
  return known;
}

/** The shapes that may be visible in a frame, as one geometry. */
function near(frame: Frame, shapes: readonly Shape[]): GeoGeometryObjects {
  const seen = frame === 'world' ? shapes : shapes.filter(isNear(frame));
  return {
    type: 'GeometryCollection',
    geometries: seen.map(({ geometry }) => geometry),
  } as GeoGeometryObjects;
}

function isNear({ lat, lon, span }: Exclude<Frame, 'world'>): (shape: Shape) => boolean {
  const [around, reach] = [vectorOf([lon, lat]), frameReach(span)];
  return (shape) =>
    nearness(shape.middle, around) >= Math.cos(Math.min(Math.PI, shape.reach + reach));
}

/**
 * A map without names, as an SVG file. Its colours are transparent greys, which suit a light background and a dark one.
 */
export function outlineMap(frame: Frame): string {
  // Whole units: the eye sees no difference, and the file is half as large.
  const path = geoPath(projectionOf(frame)).digits(0);
  const { land, coasts, borders } = outlinesOf(
    frame === 'world' || frame.span > FINE ? '110m' : '50m',
  );
  const [width, height] = frameSize(frame);
  const drawn = (shapes: readonly Shape[]) => `<path d="${path(near(frame, shapes)) ?? ''}"`;
  const [coast, border] =
    frame === 'world'
      ? ['stroke-width="0.3"', 'stroke-width="0.3"']
      : ['stroke-width="0.6"', 'stroke-width="0.8" stroke-dasharray="3 1.5"'];
  const parts = [
    `${drawn(land)} fill="#88807040" ${coasts ? 'stroke="none"' : coast}/>`,
    ...(coasts ? [`${drawn(coasts)} ${coast}/>`] : []),
    `${drawn(borders)} ${border}/>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="none" stroke="#888070">
${parts.join('\n')}
</svg>
`;
}
