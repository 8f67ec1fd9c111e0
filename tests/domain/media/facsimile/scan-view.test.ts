import assert from 'node:assert/strict';
import { test } from 'node:test';
import { around, boxIn, pixelsOf, within, xywhOf } from '../../../../src/domain/media/box.ts';
import { fragmentOf, viewOf, viewPath } from '../../../../src/domain/media/facsimile/scan-view.ts';

const box = { x: 120, y: 340, width: 800, height: 600 };

test('a view is kept in a fragment, and read from it again', () => {
  for (const view of [{ page: 1 }, { page: 3 }, { page: 2, box }])
    assert.deepEqual(viewOf(fragmentOf(view), 3), view);
  assert.deepEqual(viewOf('xywh=120,340,800,600', 1), { page: 1, box });
  assert.equal(
    viewPath('m-abcdefghijkl', { page: 2, box }, 'brig "the bar"'),
    '/media/m-abcdefghijkl/?q=brig+%22the+bar%22#xywh=120,340,800,600&page=2',
  );
});

test('a part may be named in pixels or in hundredths, as W3C Media Fragments has it', () => {
  assert.deepEqual(viewOf('xywh=pixel:120,340,800,600', 1), { page: 1, box });
  assert.deepEqual(viewOf('page=2&xywh=pixel:119.6,340.2,800.1,600', 2), { page: 2, box });
  const percent = { x: 10, y: 12.5, width: 50, height: 25 };
  assert.deepEqual(viewOf('xywh=percent:10,12.5,50,25&page=2', 2), { page: 2, percent });
  assert.deepEqual(viewOf('xywh=percent%3A10%2C12.5%2C50%2C25', 2), { page: 1, percent });
  assert.deepEqual(pixelsOf(percent, { width: 2000, height: 2800 }), {
    ...{ x: 200, y: 350, width: 1000, height: 700 },
  });
  for (const words of [
    'em:1,2,3,4',
    'percent:1,2,0,4',
    'percent:',
    'pixel:1,2,3',
    'percent:1.,2,3,4',
  ])
    assert.equal(viewOf(`xywh=${words}`, 1), undefined, words);
});

test('what names no view of a scan is none', () => {
  for (const fragment of ['', 'p-2xcbj7mb', 'page=4', 'page=0', 'page=x', 'page=1.5', 'xywh=1,2,3'])
    assert.equal(viewOf(fragment, 3), undefined, fragment);
  // A part that is none leaves the page.
  assert.deepEqual(viewOf('xywh=1,2,0,4&page=2', 3), { page: 2 });
});

test('a box is four whole numbers, and has a size', () => {
  assert.deepEqual(boxIn(xywhOf(box)), box);
  for (const words of ['', '1,2,3', '1,2,0,4', '1,2,3,0', '-1,2,3,4', '1,2,3,4,5', '1 ,2,3,4'])
    assert.equal(boxIn(words), undefined, words);
});

test('what is marked is shown with room around it, and not larger than it helps', () => {
  const page = { width: 2000, height: 2800 };
  const one = around([{ x: 1000, y: 1000, width: 100, height: 40 }], page);
  assert.ok(one.x < 1000 && one.y < 1000 && one.width >= page.width / 3 - 1);
  const far = around([box, { x: 1900, y: 2700, width: 50, height: 40 }], page);
  assert.ok(far.x + far.width >= 1950 && far.y + far.height >= 2740 && far.x >= 0);
});

test('of what is seen the part within the page is kept; all of it, or none, is the page', () => {
  const page = { width: 2000, height: 2800 };
  assert.deepEqual(within({ x: -50, y: 100, width: 1000, height: 500 }, page), {
    ...{ x: 0, y: 100, width: 950, height: 500 },
  });
  assert.equal(within({ x: -50, y: -50, width: 3000, height: 3000 }, page), undefined);
  assert.equal(within({ x: 5000, y: 0, width: 10, height: 10 }, page), undefined);
});
