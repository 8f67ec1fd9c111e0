import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  filingName,
  KINDS,
  placeSchema,
  recordSchemas,
  spellings,
} from '../../../src/domain/authorities/authority.ts';

test('a record needs no more than its name', () => {
  for (const kind of KINDS) {
    assert.deepEqual(recordSchemas[kind].parse({ name: 'Orlin' }), {
      name: 'Orlin',
      aliases: [],
      sameAs: [],
      distinctFrom: [],
      formerly: [],
      corrections: [],
    });
    assert.equal(recordSchemas[kind].safeParse({}).success, false);
  }
});

test('the spellings of a record are its name first, then its aliases, each once', () => {
  const record = { name: 'Orlin', aliases: ['أورلين', 'Orlin', 'Orlín', 'أورلين'] };
  assert.deepEqual(spellings(record), ['Orlin', 'أورلين', 'Orlín']);
});

test('a record is filed by its own filing name, or else by its name', () => {
  assert.equal(filingName({ name: 'Ada Varo', sortName: 'Varo, Ada' }), 'Varo, Ada');
  assert.equal(filingName({ name: 'Orlin' }), 'Orlin');
});

/** The fields that a place is refused for; none where it is taken. */
function refused(parts: Record<string, unknown>): string[] {
  const read = placeSchema.safeParse({ name: 'Orlin', ...parts });
  return (read.error?.issues ?? []).map(({ path }) => path.join('.'));
}

const PLACES: [rule: string, parts: Record<string, unknown>, refused: string[]][] = [
  ['a pole', { coordinates: [-90, 180] }, []],
  ['the point of no degrees', { coordinates: [0, 0] }, []],
  ['a latitude past the pole', { coordinates: [90.1, 0] }, ['coordinates.0']],
  ['a longitude past the date line', { coordinates: [0, -180.1] }, ['coordinates.1']],
  ['one coordinate', { coordinates: [31.5] }, ['coordinates']],
  ['coordinates in words', { coordinates: '31.5, 34.4' }, ['coordinates']],
  ['a part of another place', { partOf: 'the-skerries' }, []],
  ['a part of no id', { partOf: 'The Skerries' }, ['partOf']],
  ['a blank name', { name: ' ' }, ['name']],
  ['a blank alias', { aliases: ['Orlín', ''] }, ['aliases.1']],
  ['an address of another catalogue', { sameAs: ['https://example.org/1'] }, []],
  ['an address that is a script', { sameAs: ['javascript:alert(1)'] }, ['sameAs.0']],
  ['a field that is not known', { alias: ['Orlín'] }, ['']],
]; // biome-ignore format: a table reads better than a column

for (const [rule, parts, fields] of PLACES) {
  test(`a place with ${rule} ${fields.length === 0 ? 'may stand' : 'may not'}`, () => {
    assert.deepEqual(refused(parts), fields);
  });
}

test('people and organisations have no coordinates', () => {
  for (const kind of ['people', 'organisations'] as const) {
    assert.equal(recordSchemas[kind].safeParse({ name: 'A', coordinates: [0, 0] }).success, false);
  }
});
