import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { namesIn } from '../../../src/import/suggestions/name.ts';

const read = (...paragraphs: string[]) =>
  Object.fromEntries(
    (['people', 'places', 'organisations'] as const).map((kind) => [
      kind,
      namesIn(paragraphs)
        .filter((one) => one.kind === kind)
        .map(({ name, aliases }) => [name, ...aliases].join(' = ')),
    ]),
  );

suite('names in a text', () => {
  test('titles are taken off, and a surname belongs to its person', () => {
    const found = read(
      'Prime Minister Ada Varga met President Ilja Brandt in Sweden.',
      'Ms Varga’s visit was her second, and Mr Brandt said so.',
    );
    assert.deepEqual(found, {
      people: ['Ada Varga = Ms Varga', 'Ilja Brandt = Mr Brandt'],
      places: ['Sweden'],
      organisations: [],
    });
  });

  test('a body is known by its own words, or by what the text calls it', () => {
    const found = read(
      'The Reed Front is an armed group. Its talks with Kelp, a militant group in Norway, failed, the Harbour Board and the UN said.',
    );
    assert.deepEqual(found['organisations'], ['Reed Front', 'Kelp', 'Harbour Board', 'UN']);
    assert.deepEqual(found['places'], ['Norway']);
  });

  test('a first name that follows “in” or “to” is a place', () => {
    assert.deepEqual(read('He flew to Jordan, and stayed in Chad.')['places'], ['Jordan', 'Chad']);
  });

  test('days, months, peoples and the first word of a sentence are no names', () => {
    assert.deepEqual(
      read(
        'Yesterday the Swedish boats came. On Friday, in March, Norwegians left. However, nothing happened.',
      ),
      { people: [], places: [], organisations: [] },
    );
  });
});
