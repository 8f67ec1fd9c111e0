import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shapeOf, sourcesOf } from '../../../src/components/media/sources.ts';

const ID = 'm-abcdefghijkl';
const photograph = { id: ID, type: 'image/jpeg', width: 4000, height: 3000 } as const;

/** The addresses and widths of a `srcset`. */
const candidates = (srcset = '') => srcset.split(', ').map((one) => one.split(' '));

describe('where a browser gets a picture from', () => {
  test('each format in every size of the picture, below the base path', () => {
    const { sources, srcset, src } = sourcesOf(photograph, 'text', '/archive/');
    assert.deepEqual(
      sources.map(({ type }) => type),
      ['image/avif', 'image/webp'],
    );
    for (const [ending, list] of [
      ['avif', sources[0]?.srcset],
      ['webp', sources[1]?.srcset],
      ['jpg', srcset],
    ])
      assert.deepEqual(
        candidates(list),
        [320, 800, 1300, 1920].map((width) => [
          `/archive/media/${ID}/${width}.${ending}`,
          `${width}w`,
        ]),
      );
    assert.equal(src, `/archive/media/${ID}/800.jpg`);
  });

  test('its sides are those of the largest, so that the room that is kept has its shape', () => {
    const { width = 0, height = 0 } = sourcesOf(photograph, 'page', '/');
    assert.equal(width, 1920);
    assert.equal(height, 1440);
  });

  test('one smaller than all sizes has its own, and is never made larger', () => {
    const { srcset, src, width } = sourcesOf(
      { ...photograph, width: 200, height: 150 },
      'text',
      '/',
    );
    assert.deepEqual(candidates(srcset), [[`/media/${ID}/200.jpg`, '200w']]);
    assert.equal(src, `/media/${ID}/200.jpg`);
    assert.equal(width, 200);
  });

  test('lists load small ones alone', () => {
    for (const place of ['thumb', 'tile'] as const)
      assert.deepEqual(
        candidates(sourcesOf(photograph, place, '/').srcset).map(([, width]) => width),
        ['320w', '800w'],
      );
  });

  for (const [screen, width, density] of [
    ['a phone', 360, 2],
    ['a phone', 390, 2],
    ['a phone', 412, 1.75],
    ['a phone', 412, 2.625],
    ['a phone', 390, 3],
    ['a desk', 1440, 1],
    ['a desk', 1440, 2],
  ] as const)
    test(`${screen} of ${width} pixels, ${density} for one, loads what fits the column`, () => {
      const needed = Math.min(648, width - 45) * density;
      const { srcset } = sourcesOf(photograph, 'text', '/');
      const widths = candidates(srcset).map(([, one]) => Number.parseInt(`${one}`, 10));
      const loaded = widths.find((one) => one >= needed) ?? 0;
      assert.ok(loaded >= needed && loaded < 1.4 * needed, `${loaded} for ${needed}`);
    });

  test('one that moves is shown still: no format that moves is offered', () => {
    const { sources } = sourcesOf({ ...photograph, type: 'image/gif', frames: 8 }, 'text', '/');
    assert.deepEqual(
      sources.map(({ type }) => type),
      ['image/avif'],
    );
  });

  test('a drawing is its own file in every size', () => {
    const drawing = { id: ID, type: 'image/svg+xml', width: 720, height: 420 } as const;
    assert.deepEqual(sourcesOf(drawing, 'text', '/'), {
      sources: [],
      src: `/media/${ID}/file.svg`,
      width: 720,
      height: 420,
    });
  });

  test('a high picture has a narrower place in a column', () => {
    assert.equal(shapeOf({ width: 600, height: 900 }), 'high');
    assert.equal(shapeOf({ width: 600, height: 600 }), 'square');
    assert.equal(shapeOf({ width: 900, height: 600 }), 'wide');
    const sizes = (height: number) => sourcesOf({ ...photograph, height }, 'text', '/').sizes;
    assert.notEqual(sizes(6000), sizes(3000));
  });
});
