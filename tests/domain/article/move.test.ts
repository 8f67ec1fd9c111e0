import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newAddress } from '../../../src/client/new-address.ts';
import { movesOf } from '../../../src/domain/article/move.ts';
import { type Figure, figureSchema } from '../../../src/domain/figures/figure.ts';

const article = (id: string, formerly: string[]) => ({
  id,
  data: { formerly, figures: [] as Figure[], heading: { text: `About ${id}` } },
});

test('every old path leads straight to the present one, in the order of the paths', () => {
  const moves = movesOf(
    [article('2031/04/02/gale', ['/2031/04/02/storm/', '/2030/12/01/wind/'])],
    [
      {
        kind: 'people',
        id: 'ada-varga',
        data: { name: 'Ada Varga', formerly: ['bo-lind', 'ada'] },
      },
    ],
  );
  assert.deepEqual(
    moves.map(({ from, to, name }) => [from, to, name]),
    [
      ['/2030/12/01/wind/', '/2031/04/02/gale/', 'About 2031/04/02/gale'],
      ['/2031/04/02/storm/', '/2031/04/02/gale/', 'About 2031/04/02/gale'],
      ['/people/ada/', '/people/ada-varga/', 'Ada Varga'],
      ['/people/bo-lind/', '/people/ada-varga/', 'Ada Varga'],
    ],
  );
});

test('nothing of a withdrawn article is said where it was before', () => {
  const withdrawn = { date: '2031-05-01', reason: 'A court said so.' };
  const { data } = article('a', ['/b/']);
  const [move] = movesOf([{ id: '2031/04/02/a', data: { ...data, withdrawn } }], []);
  assert.equal(move?.name, 'the notice of its withdrawal');
});

test('query and fragment of an old address stay', () => {
  const old = new URL('https://a.example/old/?a=1#p-abcdefgh');
  assert.equal(newAddress('https://a.example/new/', old), 'https://a.example/new/?a=1#p-abcdefgh');
});

test('the figures of a place and of a counter move with their record, whatever it is called', () => {
  const figure = figureSchema.parse({
    ...{
      id: 'a',
      measure: 'missing',
      best: 12,
      qualifier: 'exact',
      asStated: 'twelve',
      group: { label: 'crew' },
    },
    ...{ place: 'place', countType: 'incident', asOf: '2031-04-02', countedBy: 'board' },
  });
  const storm = article('2031/04/02/storm', []);
  const moves = movesOf(
    [{ ...storm, data: { ...storm.data, figures: [figure] } }],
    [
      { kind: 'places', id: 'place', data: { name: 'Place', formerly: ['port'] } },
      { kind: 'organisations', id: 'board', data: { name: 'Board', formerly: ['office'] } },
    ],
  );
  assert.deepEqual(
    moves.map(({ from, to }) => [from, to]),
    [
      ['/figures/counter/office/', '/figures/counter/board/'],
      ['/figures/place/port/', '/figures/place/place/'],
      ['/figures/place/port/missing/crew/', '/figures/place/place/missing/crew/'],
      ['/organisations/office/', '/organisations/board/'],
      ['/places/port/', '/places/place/'],
    ],
  );
});
