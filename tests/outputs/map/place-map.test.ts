import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleSchema } from '../../../src/domain/article/article.ts';
import { frameSize } from '../../../src/outputs/map/frame.ts';
import { framesOf } from '../../../src/outputs/map/frames.ts';
import { LETTERS, labelled } from '../../../src/outputs/map/label.ts';
import {
  type Located,
  mapOfArticle,
  mapOfPlace,
  mapOfPlaces,
} from '../../../src/outputs/map/place-map.ts';

const PLACES: Record<string, Located['data']> = {
  ansel: { name: 'Ansel', coordinates: [-38.5, -61.2] },
  'port-ansel': { name: 'Port Ansel', coordinates: [-38.6, -61.9], partOf: 'ansel' },
  stennet: { name: 'Stennet', coordinates: [-37.9, -60.4], partOf: 'ansel' },
  nowhere: { name: 'Nowhere' },
};
const placeOf = (id: string) => {
  const data = PLACES[id];
  return data && { id, data };
};
const ALL = Object.entries(PLACES).map(([id, data]) => ({ id, data }));
const article = (fields: object) =>
  articleSchema.parse({ date: '2031-04-02', text: 'account', ...fields });
const namesOn = (map: ReturnType<typeof mapOfArticle>) => map?.dots.map(({ name }) => name);

test('an article’s map shows where it took place and was filed from, not what it mentions', () => {
  const places = ['ansel', 'stennet', 'nowhere'];
  const told = article({ places, about: ['stennet'], dateline: 'port-ansel' });
  assert.deepEqual(namesOn(mapOfArticle(told, placeOf)), ['Stennet', 'Port Ansel']);
  assert.deepEqual(namesOn(mapOfArticle(article({ places }), placeOf)), ['Ansel', 'Stennet']);
  assert.equal(mapOfArticle(article({ places: ['nowhere'] }), placeOf), undefined);
});

test('a place’s map has the places within it as smaller dots; one without coordinates has no map', () => {
  const [ansel, stennet, nowhere] = ['ansel', 'stennet', 'nowhere'].map(placeOf);
  assert.ok(ansel && stennet && nowhere);
  const map = mapOfPlace(ansel, [stennet, nowhere]);
  assert.deepEqual(namesOn(map), ['Ansel', 'Stennet']);
  assert.ok((map?.dots[0]?.r ?? 0) > (map?.dots[1]?.r ?? 9));
  assert.equal(mapOfPlace(nowhere, [stennet]), undefined);
});

test('the map of all has larger dots for what is named more often, and these are named first', () => {
  const map = mapOfPlaces(
    ALL.map((place, at) => ({ ...place, articles: [4, 100, 25, 9][at] ?? 0 })),
  );
  assert.deepEqual(namesOn(map), ['Port Ansel', 'Stennet', 'Ansel']);
  const [first = 0, second = 0, third = 0] = map?.dots.map(({ r }) => r) ?? [];
  assert.ok(first > second && second > third);
  assert.equal(mapOfPlaces([]), undefined);
});

test('two places at one spot are one dot', () => {
  const at = { coordinates: [-38.5, -61.2] as [number, number] };
  const map = mapOfPlaces([
    { id: 'quay', data: { name: 'Quay', ...at }, articles: 2 },
    { id: 'old-quay', data: { name: 'Old Quay', ...at }, articles: 1 },
  ]);
  assert.deepEqual(namesOn(map), ['Quay']);
});

const SIZE = frameSize({ lat: 0, lon: 0, span: 8 });

test('no name stands over another or over the side of the map', () => {
  const dots = Array.from({ length: 40 }, (_, at) => ({
    x: (at * 97) % SIZE[0],
    y: (at * 61) % SIZE[1],
    r: 4,
    name: `Place of number ${at}`,
  }));
  const named = labelled(dots, SIZE).flatMap(({ name, label }) => {
    if (!label) return [];
    const width = name.length * LETTERS * 0.5;
    const left = label.x - { start: 0, middle: width / 2, end: width }[label.anchor];
    return [{ left, right: left + width, y: label.y }];
  });
  assert.ok(named.length > 5);
  for (const [at, one] of named.entries()) {
    assert.ok(one.left >= 0 && one.right <= SIZE[0] && one.y <= SIZE[1]);
    for (const other of named.slice(at + 1))
      assert.ok(
        one.right < other.left ||
          other.right < one.left ||
          Math.abs(one.y - other.y) > LETTERS * 0.7,
      );
  }
});

test('a place with hundreds in it shows so many, and says of how many', () => {
  const part = (at: number) => ({
    id: `part-${at}`,
    data: { name: `Part ${at}`, coordinates: [-38 - at / 200, -61] as [number, number] },
  });
  const [ansel] = ALL;
  assert.ok(ansel);
  const parts = Array.from({ length: 400 }, (_, at) => part(at));
  assert.deepEqual(mapOfPlace(ansel, parts)?.shownOf, [300, 401]);
  assert.equal(mapOfPlace(ansel, parts.slice(0, 10))?.shownOf, undefined);
});

test('of thousands of places those are shown that are named most, and it is said how many', () => {
  const places = Array.from({ length: 3000 }, (_, at) => ({
    id: `place-${at}`,
    data: {
      name: `Place ${at}`,
      coordinates: [(at % 140) - 70, (at % 359) - 179] as [number, number],
    },
    articles: at,
  }));
  const map = mapOfPlaces(places);
  assert.deepEqual(map?.shownOf, [300, 3000]);
  assert.ok(map.dots.length <= 300 && map.dots.length > 200);
  for (const { id } of map.dots) assert.ok(Number(id.slice(6)) >= 2700, id);
  assert.ok(framesOf(places, []).has(map.frame));
});
