import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filedMediumSchema, type PublishedMedium } from '../../../src/domain/media/filed-medium.ts';
import {
  correctionsOfMedium,
  mediumOfCorrection,
  personsIn,
  telling,
  toldOf,
} from '../../../src/domain/media/told.ts';

const use = (said: object) => ({
  medium: filedMediumSchema.parse({
    ...{ file: 'boat.jpg', kind: 'photograph', creditLine: 'Gazette' },
    ...{ id: 'm-abcdefghijkl', facts: { type: 'image/jpeg' } },
    ...said,
  }) as PublishedMedium,
});

test('of several articles the first that has a caption names a file', () => {
  const [bare, seen, told, later] = [
    use({ decorative: true }),
    use({ altText: 'A boat' }),
    use({ caption: 'The boat at noon.' }),
    use({ caption: 'The boat at night.' }),
  ];
  assert.equal(telling([bare, seen, told, later]), told);
  assert.equal(telling([bare, seen]), seen);
  assert.equal(telling([bare]), bare);
});

test('what one article does not tell another may, and none is contradicted by a later one', () => {
  const told = toldOf([
    use({ altText: 'A boat', locationShown: 'quay' }),
    use({ caption: 'The boat at noon.', altText: 'A red boat', usageTerms: 'For news.' }),
    use({ caption: 'The boat at night.', usageTerms: 'For none.' }),
  ]);
  assert.equal(told.caption, 'The boat at noon.');
  assert.equal(told.altText, 'A red boat');
  assert.equal(told.locationShown, 'quay');
  assert.equal(told.usageTerms, 'For news.');
  assert.equal(told.creator, undefined);
});

test('all people are named whom an article says it shows, each once', () => {
  assert.deepEqual(
    personsIn([use({ personsShown: ['a-varga'] }), use({ personsShown: ['b-tam', 'a-varga'] })]),
    ['a-varga', 'b-tam'],
  );
});

const [A, B, C] = ['m-aaaaaaaaaaaa', 'm-bbbbbbbbbbbb', 'm-cccccccccccc'];

test('that a picture was swapped is told at the one that stands in its place, also after the next swap', () => {
  const swaps = [
    { was: A, added: B },
    { was: B, added: C },
  ];
  assert.deepEqual(correctionsOfMedium(C, swaps), swaps);
  assert.deepEqual(correctionsOfMedium(A, swaps), []);
  const back = [
    { was: A, added: B },
    { was: B, added: A },
  ];
  assert.deepEqual(correctionsOfMedium(A, back), back);
  const isHere = (id: string) => id === C;
  assert.equal(mediumOfCorrection({ was: A, added: B }, swaps, isHere), C);
  assert.equal(mediumOfCorrection({ was: A, added: B }, back, isHere), undefined);
});

test('what was said of a picture is told at it while it is there, and one taken out has no place', () => {
  const all = [{ was: `${A}.caption` }, { was: B }];
  assert.deepEqual(correctionsOfMedium(A, all), [{ was: `${A}.caption` }]);
  assert.deepEqual(correctionsOfMedium(B, all), []);
  assert.equal(
    mediumOfCorrection({ was: `${A}.caption` }, all, () => false),
    undefined,
  );
});
