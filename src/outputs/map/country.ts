import { type ExtendedFeature, type GeoPermissibleObjects, geoArea, geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Coordinates } from './frame.ts';
import { type Position, worldAt } from './world.ts';

/** How far a side of a polygon, which is an arc of the globe, leaves the box of its corners at most, in degrees. */
const BULGE = 1;

/** A part of a country, such as an island, and the box of its corners. None lies on both sides of the date line. */
interface Part {
  country: ExtendedFeature;
  shape: GeoPermissibleObjects;
  west: number;
  east: number;
  south: number;
  north: number;
}

let known: readonly Part[] | undefined;

function polygonsOf({ geometry }: ExtendedFeature): Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates as Position[][]];
  return geometry?.type === 'MultiPolygon' ? (geometry.coordinates as Position[][][]) : [];
}

function partOf(country: ExtendedFeature, coordinates: Position[][]): Part {
  const part: Part = {
    country,
    shape: { type: 'Polygon', coordinates },
    west: 180,
    east: -180,
    south: 90,
    north: -90,
  };
  for (const [lon, lat] of coordinates.flat()) {
    part.west = Math.min(part.west, lon);
    part.east = Math.max(part.east, lon);
    part.south = Math.min(part.south, lat);
    part.north = Math.max(part.north, lat);
  }
  return part;
}

function parts(): readonly Part[] {
  const world = worldAt('50m');
  known ??= feature(world, world.objects.countries).features.flatMap((country) =>
    polygonsOf(country).map((polygon) => partOf(country, polygon)),
  );
  return known;
}

const isIn = (value: number, least: number, most: number) =>
  value >= least - BULGE && value <= most + BULGE;

/** How wide the country is in which a point lies, in degrees; 0 where it lies in none. */
export function countryWidth([lat, lon]: Coordinates): number {
  const found = parts().find(
    ({ shape, west, east, south, north }) =>
      isIn(lat, south, north) && isIn(lon, west, east) && geoContains(shape, [lon, lat]),
  );
  return found ? (Math.sqrt(geoArea(found.country)) * 180) / Math.PI : 0;
}
