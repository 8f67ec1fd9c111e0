import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { noticeOf, noticesText, packageFolder } from '../../src/build/notices.ts';
import { scratchFolder, write } from '../support/scratch.ts';

test('the package of a module is known by its path', () => {
  assert.equal(packageFolder('/srv/a/node_modules/leven/index.js'), '/srv/a/node_modules/leven');
  assert.equal(
    packageFolder('/srv/node_modules/a/node_modules/@b/c/d/e.js?x'),
    '/srv/node_modules/a/node_modules/@b/c',
  );
  assert.match(`${packageFolder('\0vite/preload-helper.js')}`, /node_modules\/vite$/);
  assert.equal(packageFolder('/srv/src/client/search/element.ts'), undefined);
});

test('a notice has name, version, what it is for, and the licence word for word', (t) => {
  const folder = scratchFolder(t);
  const about = '{"name":"sorter","version":"1.2.3","license":"MIT"}';
  write(folder, {
    'a/package.json': about,
    'a/licence.txt': 'Do as you like.\r\nBut name us.\r\n',
    'b/package.json': about,
    'c/package.json': about,
    'c/LICENSE/LICENSE': 'As above.',
    'c/LICENSE/LICENSE-needed': 'Not this.',
    'b/README.md': 'MIT',
  });
  assert.equal(
    noticeOf(join(folder, 'a'), 'sorting'),
    'sorter 1.2.3 (MIT): sorting\n\nDo as you like.\nBut name us.\n',
  );
  assert.match(noticeOf(join(folder, 'c'), 'sorting'), /\n\nAs above\.\n$/);
  assert.throws(() => noticeOf(join(folder, 'b'), 'sorting'), /sorter reaches readers’ browsers/);
});

test('what no bundler knows of is declared, and the order of modules does not matter', () => {
  const modules = [
    '/x/src/a.ts',
    ...['leven', '@noble/hashes'].map((name) => `${process.cwd()}/node_modules/${name}/index.js`),
  ];
  const text = noticesText(modules);
  for (const name of ['@noble/hashes', 'dejavu-fonts-ttf', 'leven', 'world-atlas'])
    assert.match(text, new RegExp(`^${name} \\d`, 'm'));
  assert.match(text, /Bitstream Vera/);
  assert.equal(noticesText(modules.toReversed()), text);
});
