import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishedArticle } from '../../../src/content/queries/articles.ts';
import type { ListedChange } from '../../../src/domain/article/change.ts';
import { shownChanges } from '../../../src/page-data/changes/shown-change.ts';

const ID = 'm-aaaaaaaaaaaa';
const withheld = { date: '2031-04-05', reason: 'The family asked for it.' };
const article = {
  id: '2031/04/02/ferry',
  data: {
    withheld: [],
    figures: [],
    media: [
      { id: 'm-bbbbbbbbbbbb', withheld: { ...withheld, reason: 'It is of another day.' } },
      { id: ID, withheld },
    ],
  },
} as unknown as PublishedArticle;

const shown = (how: ListedChange['how']) =>
  shownChanges(`${ID}.withheld`, how, [], { article }).map(({ sentence, reason }) => ({
    sentence,
    reason,
  }));

test('that a medium is withheld has its own reason, as a withdrawal has', () => {
  assert.deepEqual(shown('added'), [
    {
      sentence: 'A picture or other medium is withheld.',
      reason: 'Reason: The family asked for it.',
    },
  ]);
  assert.deepEqual(shown('removed'), [
    { sentence: 'A picture or other medium that was withheld is shown again.', reason: undefined },
  ]);
});
