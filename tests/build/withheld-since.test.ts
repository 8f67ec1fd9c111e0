import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { isWithheldSince } from '../../src/build/withheld-since.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const entry = (more: string) =>
  `---\ntitle: Slip reopened\ndate: 2036-01-02\ntext: verbatim\nsource: { publisher: The Vessery Courier }\n${more}---\n\nThe slip was reopened.\n`;
const data = (slip: string, kept: string) =>
  new Map([
    ['2036/01/02/slip/index.json', slip],
    ['2036/01/03/kept/index.json', kept],
  ]);

test('an article that withholds something counts where it has changed since it was published', (t) => {
  const content = scratchFolder(t);
  const withheld =
    'withheld:\n  - { name: Jo Hale, as: a minor, reason: The family asked for it., date: 2036-02-01 }\n';
  write(content, {
    'articles/2036/01/02/slip.mdx': entry(''),
    'articles/2036/01/03/kept.mdx': entry(withheld).replace('01-02', '01-03'),
  });
  assert.equal(isWithheldSince(content, data('2', '1'), data('1', '1')), false);
  assert.equal(isWithheldSince(content, data('1', '2'), data('1', '1')), true);
  write(content, {
    'articles/2036/01/02/slip.mdx': entry(
      'withdrawn: { date: 2036-02-01, reason: It was wrong. }\n',
    ),
  });
  assert.equal(isWithheldSince(content, data('2', '1'), data('1', '1')), true);
  assert.equal(isWithheldSince(content, data('2', '1'), data('2', '1')), false);
  assert.equal(isWithheldSince(join(content, 'none'), data('1', '2'), data('1', '1')), false);
});
