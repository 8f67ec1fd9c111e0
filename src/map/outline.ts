import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { geoArea, geoBounds, geoContains, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Coordinates, type Frame, MAP_SIZE, projectionOf } from './frame.ts';

/** Where more is shown, in degrees from side to side, finer lines are no longer seen. */
const FINE = 32;

type Countries = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

// From the project’s folder: a bundle of this code may lie anywhere.
const require = createRequire(resolve('package.json'));
const read = new Map<string, ReturnType<typeof outlines>>();

/** Land, coasts and borders of the world as Natural Earth has them, at a scale of 1 to so many millions. */
function outlines(scale: '50m' | '110m') {
  const world: Countries = require(`world-atlas/countries-${scale}.json`);
  const { countries, land } = world.objects;
  return {
    land: feature(world, land),
    borders: mesh(world, countries, (a, b) => a !== b),
    countries: feature(world, countries).features.map((country) => ({
      country,
      bounds: geoBounds(country),
      width: (Math.sqrt(geoArea(country)) * 180) / Math.PI,
    })),
  };
}

function outlinesOf(scale: '50m' | '110m') {
  const known = read.get(scale) ?? outlines(scale);
  read.set(scale, known);
  return known;
}

/** How wide the country is in which a point lies, in degrees; 0 where it lies in none. */
export function countryWidth([lat, lon]: Coordinates): number {
  const found = outlinesOf('50m').countries.find(
    ({ country, bounds: [[west, south], [east, north]] }) => {
      // Bounds whose west lies east of their east go over the date line.
      const isBetween = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
      return lat >= south && lat <= north && isBetween && geoContains(country, [lon, lat]);
    },
  );
  return found?.width ?? 0;
}

/**
 * A map without a name on it, as an SVG file. Its colours are greys that can be seen through: they do on light paper and
 * on dark.
 */
export function outlineMap(frame: Frame): string {
  const path = geoPath(projectionOf(frame)).digits(1);
  const { land, borders } = outlinesOf(frame === 'world' || frame.span > FINE ? '110m' : '50m');
  const [width, height] = MAP_SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<path d="${path(land) ?? ''}" fill="#88807040" stroke="#888070" stroke-width="${frame === 'world' ? 0.3 : 0.6}"/>
<path d="${path(borders) ?? ''}" fill="none" stroke="#888070" ${frame === 'world' ? 'stroke-width="0.3"' : 'stroke-width="0.8" stroke-dasharray="3 1.5"'}/>
</svg>
`;
}
