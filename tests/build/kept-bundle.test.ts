import assert from 'node:assert/strict';
import { appendFileSync, copyFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { bundleIn, keepBundle } from '../../src/build/bundle/kept-bundle.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const codes = new Map([['src/pages/index.astro', 'abc']]);
const styles = new Map([
  [
    '/&src/pages/index.astro',
    [{ depth: 0, order: 1, sheet: { type: 'external' as const, src: 'a.css' } }],
  ],
]);

suite('a bundle that is kept', () => {
  test('is found as it was made', (t) => {
    const folder = scratchFolder(t);
    assert.equal(bundleIn(folder), undefined);
    write(folder, { 'code/a.mjs': 'export const a = 1;', 'site/a.css': 'p {}' });
    keepBundle(folder, { codes, styles });
    assert.deepEqual(bundleIn(folder), { folder, codes, styles });
  });

  for (const [what, spoil] of [
    ['a file has other bytes', (file) => appendFileSync(file, ' ')],
    ['a file is gone', (file) => rmSync(file)],
    ['a file has come', (file) => copyFileSync(file, `${file}.mjs`)],
    [
      'a link stands for a file',
      (file) => {
        copyFileSync(file, `${file}.mjs`);
        rmSync(file);
        symlinkSync(`${file}.mjs`, file);
      },
    ],
    ['its record is another', (_, record) => writeFileSync(record, 'abc\n{}')],
    ['its record is cut off', (_, record) => writeFileSync(record, '')],
  ] as [string, (file: string, record: string) => void][])
    test(`is none where ${what}`, (t) => {
      const folder = scratchFolder(t);
      write(folder, { 'code/a.mjs': 'export const a = 1;' });
      keepBundle(folder, { codes, styles });
      spoil(join(folder, 'code/a.mjs'), join(folder, 'bundle.json'));
      assert.equal(bundleIn(folder), undefined);
    });
});
