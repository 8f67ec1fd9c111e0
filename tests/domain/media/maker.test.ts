import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kind } from '../../../src/domain/authorities/authority.ts';
import { Makers } from '../../../src/domain/media/maker.ts';

const record = (kind: Kind, name: string, ...aliases: string[]) => ({
  kind,
  data: { name, aliases },
});
const ines = record('people', 'Ines Corran', 'I. Corran');
const gazette = record('organisations', 'Quern Gazette', 'Gazétte');
const makers = new Makers([
  ...[ines, gazette, record('places', 'Low Quay')],
  ...[record('people', 'Odo Ferro'), record('organisations', 'Odo Ferro')],
]);

test('who made a medium is a person or an organisation by any spelling of its record', () => {
  assert.equal(makers.of('I. Corran'), ines);
  assert.equal(makers.of('Gazétte'.normalize('NFD')), gazette);
});

test('who made it is nobody known where no record has the name, a place alone has it, or several records', () => {
  for (const name of ['Lettice Drummel', 'Low Quay', 'Odo Ferro', 'Ines Corran / Gazette'])
    assert.equal(makers.of(name), undefined, name);
});
