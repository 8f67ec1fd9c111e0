import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { countryWidth } from '../../../src/outputs/map/country.ts';
import {
  type Coordinates,
  frameName,
  frameNamed,
  frameOf,
  frameSize,
  positionOn,
} from '../../../src/outputs/map/frame.ts';
import { outlineMap } from '../../../src/outputs/map/outline.ts';

const anyPoint: fc.Arbitrary<Coordinates> = fc.tuple(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.double({ min: -180, max: 180, noNaN: true }),
);

test('every point lies on its map, wherever on the globe, over the date line and at the poles too', () => {
  fc.assert(
    fc.property(fc.array(anyPoint, { minLength: 1, maxLength: 12 }), (points) => {
      const frame = frameOf(points, 8);
      const [width, height] = frameSize(frame);
      for (const point of points) {
        const [x, y] = positionOn(frame, point);
        assert.ok(x >= 0 && x <= width && y >= 0 && y <= height, `${point} at ${x}, ${y}`);
      }
    }),
    { numRuns: 2000, seed: 5 },
  );
});

test('points close to each other have a close frame, whatever order they come in', () => {
  fc.assert(
    fc.property(
      anyPoint,
      fc.array(
        fc.tuple(
          fc.double({ min: -0.5, max: 0.5, noNaN: true }),
          fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        ),
        { minLength: 2, maxLength: 5 },
      ),
      ([lat, lon], offsets) => {
        fc.pre(Math.abs(lat) < 80 && Math.abs(lon) < 170);
        const points = offsets.map(([a, b]): Coordinates => [lat + a, lon + b]);
        const frame = frameOf(points, 8);
        assert.ok(frame !== 'world' && frame.span === 8);
        assert.equal(frameName(frameOf(points.toReversed(), 8)), frameName(frame));
      },
    ),
    { numRuns: 500, seed: 6 },
  );
});

test('a frame is found by its name, and no path is one', () => {
  fc.assert(
    fc.property(anyPoint, (point) => {
      const frame = frameOf([point], 8);
      assert.deepEqual(
        positionOn(frameNamed(frameName(frame)) ?? 'world', point),
        positionOn(frame, point),
      );
      assert.match(frameName(frame), /^[0-9a-z.-]+$/);
    }),
  );
  for (const name of ['', '../x', '1n-2e-3', '1n-2e-8/..'])
    assert.equal(frameNamed(name), undefined);
});

test('a map is well-formed SVG of moderate size, and has land where there is land', () => {
  for (const [point, least] of [
    [[48, 2], 8],
    [[48, 2], 64],
    [[-17.8, 178], 16],
    [[78, 16], 8],
  ] as const) {
    const svg = outlineMap(frameOf([point], least));
    const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
    assert.ok((document.querySelector('path')?.getAttribute('d') ?? '').length > 100);
    assert.ok(svg.length < 40_000, `${svg.length} characters`);
  }
  assert.ok(outlineMap('world').length < 100_000);
});

test('a country is as wide as it is; at sea there is none', () => {
  const [small, large] = [countryWidth([50.1, 14.4]), countryWidth([39.8, -98.6])];
  assert.ok(small > 1 && small < 5, `${small}`);
  assert.ok(large > 20 && large < 40, `${large}`);
  assert.equal(countryWidth([-40, -100]), 0);
});
