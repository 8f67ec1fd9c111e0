import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Described, mediaObject } from '../../../src/outputs/linked-data/media-object.ts';

const file: Described['file'] = {
  ...{ id: 'm-abcdefghijkl', bytes: 1, type: 'image/jpeg', width: 800, height: 600 },
};
const objectOf = (told: Omit<Described, 'kind' | 'file'>) =>
  mediaObject({ kind: 'photograph', file, ...told }, (path) => `https://isles.example${path}`);

test('a maker is a person or an organisation where a record says so, and leads to it', () => {
  for (const [kind, type] of [
    ['people', 'Person'],
    ['organisations', 'Organization'],
  ] as const) {
    const maker = { kind, id: 'corran', name: 'Ines Corran', sameAs: [] };
    assert.deepEqual(objectOf({ creator: 'I. Corran', maker }).creator, {
      '@type': type,
      '@id': `https://isles.example/${kind}/corran/`,
      name: 'Ines Corran',
    });
  }
});

test('of a maker without a record no kind is invented: the credit line tells who it is', () => {
  const credited = objectOf({ creator: 'Quern Press', creditLine: 'Photo: Quern Press' });
  assert.equal(credited.creator, undefined);
  assert.equal(credited.creditText, 'Photo: Quern Press');
  for (const creditLine of [undefined, 'unknown'])
    assert.equal(objectOf({ creator: 'Quern Press', creditLine }).creditText, 'Quern Press');
  assert.equal(objectOf({ creditLine: 'unknown' }).creditText, undefined);
});
