import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stagesOf } from '../../../src/bench/building/stage.ts';

test('the stages of a build are read from its lines', () => {
  const output = [
    'reading: 2,700 articles, 3.1 s',
    'some warning: of no stage',
    'pages: 1 page made, 12 s',
    'search index: 1,234,567 paragraphs, 0.0 s ',
    'Built 2,700 articles into dist in 41.2 s.',
  ];
  assert.deepEqual(stagesOf(output.join('\n')), [
    { name: 'reading', count: 2700, things: 'articles', seconds: 3.1 },
    { name: 'pages', count: 1, things: 'page made', seconds: 12 },
    { name: 'search index', count: 1_234_567, things: 'paragraphs', seconds: 0 },
  ]);
});

test('a build that tells of no stage has none', () => {
  assert.deepEqual(stagesOf('Built 3 articles into dist in 1.2 s.\n'), []);
});
