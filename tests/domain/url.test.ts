import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  articleDataPath,
  articlePath,
  dayPath,
  figureFragment,
  indexPath,
  listPagePath,
  paragraphPath,
  periodPath,
  recordPath,
  withBase,
} from '../../src/domain/url.ts';

const FERRY = '2031/04/02/ferry';

// Other people's links depend on every one of these.
test('paths are those that are fixed', () => {
  assert.equal(articlePath(FERRY), '/2031/04/02/ferry/');
  assert.equal(articleDataPath(FERRY), '/2031/04/02/ferry/index.json');
  assert.equal(paragraphPath(FERRY, 'p-abcdefgh'), '/2031/04/02/ferry/#p-abcdefgh');
  assert.equal(figureFragment('missing'), 'f-missing');
  assert.equal(recordPath('people', 'ada-varga'), '/people/ada-varga/');
  assert.equal(indexPath('organisations'), '/organisations/');
  assert.equal(periodPath('2031'), '/2031/');
  assert.equal(periodPath('2031-04'), '/2031/04/');
  assert.equal(dayPath('2031-04-02'), '/2031/04/02/');
});

test('the first page of a list has the path of the list', () => {
  assert.equal(listPagePath('/people/', 1), '/people/');
  assert.equal(listPagePath('/people/', 2), '/people/page-2/');
});

test('a base path goes before every path, with or without its last slash', () => {
  assert.equal(withBase('/people/', '/'), '/people/');
  assert.equal(withBase('/people/', ''), '/people/');
  assert.equal(withBase('/people/', '/archive/'), '/archive/people/');
  assert.equal(withBase('/people/', '/archive'), '/archive/people/');
  assert.equal(withBase('/', '/some/folder/'), '/some/folder/');
});
