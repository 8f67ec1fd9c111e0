import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf, type PartName, partIn, partName } from '../../src/parts/part-name.ts';
import { articlesOf } from '../../src/parts/share.ts';
import { scratchFolder } from '../support/scratch.ts';

const share = (number: number, of: number): PartName => ({ kind: 'share', number, of });

test('a part is a period, or one of several shares', () => {
  for (const text of ['1987', '1987-03', '1987-03-21', '3/8', '1/1']) {
    const name = partName(text);
    assert.ok(name, text);
    assert.deepEqual(partIn(folderOf(name)), name);
  }
  for (const text of [
    '',
    '0/8',
    '9/8',
    '1/0',
    '3/8/2',
    '87',
    '1987-3',
    '1987/03',
    '1987-13',
    '1987-02-30',
    '01/8x',
    '../1',
    '1/999999',
  ])
    assert.equal(partName(text), undefined, text);
});

test('each article is in one share, with its neighbours, and shares are about equal work', (t) => {
  const folder = scratchFolder(t);
  const files = Array.from({ length: 60 }, (_, number) => {
    const path = join(folder, `${number}.mdx`);
    writeFileSync(path, 'x'.repeat((number % 7) * 3000));
    return { id: `2031/04/${String(number).padStart(2, '0')}/one`, path };
  });
  for (const count of [1, 2, 3, 7, 59, 61, 200]) {
    const shares = Array.from({ length: count }, (_, index) =>
      articlesOf(share(index + 1, count), files.toReversed(), []),
    );
    assert.deepEqual(shares.flat(), files);
  }
  const sizes = [1, 2, 3].map((number) => articlesOf(share(number, 3), files, []).length);
  assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 3, `${sizes}`);
});

test('pictures beside articles are work too', (t) => {
  const folder = scratchFolder(t);
  const files = ['a', 'b', 'c', 'd'].map((name) => {
    const path = join(folder, `${name}.mdx`);
    writeFileSync(path, name);
    return { id: `2031/04/0${name.charCodeAt(0) - 96}/${name}`, path };
  });
  const picture = join(folder, 'large.jpg');
  writeFileSync(picture, Buffer.alloc(100_000));
  assert.equal(articlesOf(share(1, 2), files, [picture]).length, 2);
});

test('the articles of a period are those of its days', () => {
  const files = ['1987/03/21/a', '1987/03/22/b', '1987/04/01/c', '1988/03/21/d'].map((id) => ({
    id,
    path: id,
  }));
  const of = (text: string) =>
    articlesOf(partName(text) ?? assert.fail(), files, []).map(({ id }) => id.at(-1));
  assert.deepEqual(of('1987'), ['a', 'b', 'c']);
  assert.deepEqual(of('1987-03'), ['a', 'b']);
  assert.deepEqual(of('1987-03-22'), ['b']);
});
