import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { filesIn } from '../../../src/fixity/site-paths.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const article = (fields: string, text: string) =>
  `---\ndate: 2032-12-04\ntext: account\n${fields}---\n\n${text}\n`;
const withhold = (name: string, ...except: string[]) => {
  const signed = except.map(
    (one) => `{ ${one}, reason: Signed by nobody., by: Somebody Unseen, date: 2032-12-09 }`,
  );
  return `  - { name: "${name}", as: a child, reason: Asked for., date: 2032-12-08, except: [${signed}] }\n`;
};

const A = 'articles/2032/12/04';
const ICE = (names: string) =>
  article(
    `title: Ice\nwithheld:\n${names}`,
    'Perrin Tovold left, and Ada Ferro. Perrin Q. Tovold was nine. Mark Tovold came with 林小河, Li and Ó. Rose waited.',
  );
const SHORT = ['Mark', 'May', 'Rose', 'Li', 'Ó', '林'].map((name) => withhold(name)).join('');

/** An archive in which withheld names stand in nine places, and common words in one. */
const REFUSED = {
  [`${A}/ice.mdx`]: ICE(withhold('Perrin Tovold') + withhold('Ada Ferro') + SHORT),
  [`${A}/fair.mdx`]: article('title: Fair\n', 'Tovold, Perrin, sang.'),
  [`${A}/fire.mdx`]: article('title: Fire\n', 'The minister Ada Ferro spoke of P. Tovold.'),
  [`${A}/feast.mdx`]: article('title: Feast\npeople: [the-minister]\n', 'Ada Ferro spoke.'),
  [`${A}/tovold-perrin-found.mdx`]: article('title: Found\n', 'He was found.'),
  [`${A}/moved.mdx`]: article('title: Moved\nformerly: [/2032/12/04/tovold-perrin/]\n', 'It went.'),
  [`${A}/sail.mdx`]: article('title: Sail\n', 'We saw Mark Tovold sail.'),
  [`${A}/words.mdx`]: article(
    'title: Mark my words\n',
    'Mark my words, in May a rose may mark the day. Rose hedges rose. Li-ion cells and O’Keel: 森林.',
  ),
  'people/the-child.yaml': 'name: P. Tovold\nsortName: Tovold, Perrin\naliases: [Perrin Tovold]\n',
  'people/the-minister.yaml': 'name: Ada Ferro\n',
  'places/weir.yaml': 'name: Weir\ndescription: Where Perrin Tovold lived.\n',
};

/** What the refusal of each asks for. */
const MENDED = {
  [`${A}/ice.mdx`]: ICE(
    withhold('Perrin Tovold', 'words: Tovold came') +
      withhold('Perrin Q. Tovold') +
      withhold(
        'Ada Ferro',
        'words: minister Ada Ferro',
        'words: Ada Ferro, at: [/people/the-minister/, /2032/12/04/feast/]',
      ) +
      SHORT,
  ),
  [`${A}/fair.mdx`]: article(
    `title: Fair\nwithheld:\n${withhold('Tovold, Perrin')}`,
    'Tovold, Perrin, sang.',
  ),
  [`${A}/fire.mdx`]: article(
    `title: Fire\nwithheld:\n${withhold('P. Tovold')}`,
    'The minister Ada Ferro spoke of P. Tovold.',
  ),
  [`${A}/found.mdx`]: article('title: Found\n', 'He was found.'),
  [`${A}/moved.mdx`]: article('title: Moved\n', 'It went.'),
  [`${A}/sail.mdx`]: article(
    `title: Sail\nwithheld:\n${withhold('Mark')}`,
    'We saw Mark Tovold sail.',
  ),
  'places/weir.yaml': 'name: Weir\n',
};
const REMOVED = [`${A}/tovold-perrin-found.mdx`, 'people/the-child.yaml'];
const NAMED = [
  'ice.mdx', 'fair.mdx', 'fire.mdx', 'feast.mdx', 'tovold-perrin-found.mdx', 'sail.mdx',
  'people/the-child.yaml', 'people/the-minister.yaml', 'places/weir.yaml',
]; // biome-ignore format: a list reads better than a column

test('each refusal names a fix, and with all of them the archive is built', (t) => {
  const content = scratchFolder(t);
  const site = join(scratchFolder(t), 'site');
  const build = () =>
    spawnSync(process.execPath, ['src/cli/build.ts', '--out', site], {
      env: { ...process.env, ARCHIVE_CONTENT: content, SITE_URL: 'https://archive.example/' },
      encoding: 'utf8',
    });
  write(content, REFUSED);
  const refused = build();
  assert.equal(refused.status, 1, refused.stdout);
  const fixes = refused.stderr
    .match(/(?<=Fix: ).*/g)
    ?.map((fix) => fix.split('Where they are not')[0]);
  for (const file of NAMED)
    assert.ok(
      fixes?.some((fix) => fix?.includes(file)),
      `${file}: ${refused.stderr}`,
    );
  assert.match(refused.stderr, /2032\/12\/04\/tovold-perrin\/|_redirects/);
  assert.doesNotMatch(refused.stdout + refused.stderr, /Perrin|Mark Tovold/);

  write(content, MENDED);
  for (const path of REMOVED) rmSync(join(content, path));
  const built = build();
  assert.equal(built.status, 0, built.stderr);
  assert.equal(built.stderr, '');
  for (const path of filesIn(site)) {
    const bytes = readFileSync(join(site, path));
    const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
    assert.doesNotMatch(text, /Somebody Unseen|Signed by nobody|Perrin|Mark Tovold/, path);
  }
});
