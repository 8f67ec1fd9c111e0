import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftMedia } from '../../src/content/checks/media/left-medium.ts';

type Given = Parameters<typeof leftMedia>[0];

const WITHDRAWN = { withdrawn: { date: '2031-05-06', reason: 'The family asked for it.' } };
const boat = (more: object = {}) => ({
  ...{ id: 'm-boat', file: 'boat.jpg', kind: 'photograph', facts: { type: 'image/jpeg' } },
  ...more,
});
const article = (path: string, said: object) => ({
  path,
  entry: { media: [], withheld: [], draft: false, ...said },
});

/** The media that are left, with the article that was withdrawn and those that show them. */
const left = (...articles: object[]) =>
  leftMedia(articles as unknown as Given).map(
    ({ called, article: of, shownBy }) => `${called} of ${of}, in ${shownBy}`,
  );
const gone = (more: object = {}) => article('a.mdx', { media: [boat(more)], ...WITHDRAWN });

test('a picture of a withdrawn article that others show is told once, with these', () => {
  const shows = article('b.mdx', { media: [boat({ file: '/boat.jpg' })] });
  const too = article('c.mdx', { media: [boat()] });
  assert.deepEqual(left(gone(), shows, too), ['boat.jpg of a.mdx, in b.mdx,c.mdx']);
  // What may not be shown need not be kept: its digest is.
  assert.deepEqual(left(gone({ file: undefined, sha256: '9f86' }), too), [
    '9f86 of a.mdx, in c.mdx',
  ]);
});

test('not one that nobody shows, that is withheld, or whose other articles are drafts or withdrawn', () => {
  const show = (said: object, more: object = {}) =>
    article('b.mdx', { media: [boat(more)], ...said });
  assert.deepEqual(left(gone()), []);
  assert.deepEqual(left(gone(), show({}, { id: 'm-other' })), []);
  assert.deepEqual(left(gone(), show({ draft: true })), []);
  assert.deepEqual(left(gone(), show(WITHDRAWN)), []);
  assert.deepEqual(left(gone(), show({}, { withheld: { date: '2031-05-06', reason: 'No.' } })), []);
  assert.deepEqual(left(gone({ withheld: { date: '2031-05-06', reason: 'No.' } }), show({})), []);
});
