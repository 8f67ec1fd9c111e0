import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readText } from '../../../src/content/files/text-file.ts';
import { scratchFolder } from '../../support/scratch.ts';

test('a file that is not there is a fault with its name, not a crash', (t) => {
  const { text, problems } = readText(join(scratchFolder(t), 'gone.mdx'));
  assert.equal(text, '');
  assert.match(problems[0]?.file ?? '', /gone\.mdx$/);
  assert.equal(problems[0]?.words, 'ENOENT');
});
