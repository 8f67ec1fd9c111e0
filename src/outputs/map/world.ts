import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** A scale of 1 : 50 or 1 : 110 million. */
export type Scale = '50m' | '110m';
export type Position = [lon: number, lat: number];

// From the project’s folder: a bundle of this code may lie anywhere.
const require = createRequire(resolve('package.json'));

/** The countries and the land of the world, from Natural Earth. */
export const worldAt = (
  scale: Scale,
): Topology<{ countries: GeometryCollection; land: GeometryCollection }> =>
  scale === '50m'
    ? require('world-atlas/countries-50m.json')
    : require('world-atlas/countries-110m.json');
