import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { inventArchive } from '../../src/bench/invented/archive.ts';
import { filesBelow } from '../../src/content/files/files-below.ts';
import { problemsIn } from '../support/problems.ts';
import { scratchFolder } from '../support/scratch.ts';

/** The files of an invented archive, each with its path. */
function invented(t: TestContext, entries: number, seed: number): [path: string, text: string][] {
  const folder = scratchFolder(t);
  inventArchive(folder, entries, seed);
  return filesBelow(folder)
    .filter(({ isFolder }) => !isFolder)
    .map(({ path }) => [relative(folder, path), readFileSync(path, 'utf8')]);
}

const articlesOf = (files: readonly [path: string, text: string][]) =>
  files
    .filter(([path]) => path.endsWith('.mdx'))
    .map(([path, text]) => {
      const [, frontmatter = '', body = ''] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(text) ?? [];
      return { path, data: parse(frontmatter), body };
    });

suite('an invented archive', () => {
  test('is the same, to the byte, for the same number and seed, and another for another seed', (t) => {
    const first = invented(t, 60, 1);
    assert.deepEqual(invented(t, 60, 1), first);
    assert.notDeepEqual(invented(t, 60, 2), first);
  });

  test('has as many articles as are asked for, and nothing wrong', async (t) => {
    const folder = scratchFolder(t);
    inventArchive(folder, 300, 1);
    const files = filesBelow(join(folder, 'articles')).filter(({ isFolder }) => !isFolder);
    assert.equal(files.length, 300);
    assert.deepEqual(await problemsIn(folder), []);
  });

  test('is spread as a newspaper is', (t) => {
    const files = invented(t, 3000, 1);
    const articles = articlesOf(files);
    const share = (has: (article: (typeof articles)[number]) => boolean) =>
      articles.filter(has).length / articles.length;
    const about = (part: number, expected: number, what: string) =>
      assert.ok(part > expected * 0.7 && part < expected * 1.3, `${what}: ${part}`);

    about(
      share(({ data }) => data.title === undefined),
      1 / 20,
      'without a title',
    );
    about(
      share(({ data }) => data.lang !== undefined),
      1 / 30,
      'in another language',
    );
    about(
      share(({ data }) => data.figures !== undefined),
      1 / 15,
      'with figures',
    );
    for (const [mark, what] of [
      [/^\| --- \|/m, 'tables'],
      [/^- /m, 'lists'],
      [/\[\^1\]/, 'footnotes'],
      [/\]\(\/20/, 'links to other articles'],
    ] as const)
      assert.ok(
        articles.some(({ body }) => mark.test(body)),
        what,
      );

    const days = new Set(articles.map(({ data }) => data.date));
    about(articles.length / days.size, 55, 'articles a day');
    const lengths = articles.map(({ body }) => body.split(/\s+/).length).toSorted((a, b) => a - b);
    about(lengths[1500] ?? 0, 120, 'words of the middle article');
    assert.ok((lengths.at(-1) ?? 0) > 1000, 'a long one');
  });

  test('names few people often and most once or twice, in several scripts', (t) => {
    const files = invented(t, 3000, 1);
    const counts = new Map<string, number>();
    for (const { data } of articlesOf(files))
      for (const id of data.people ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    const named = [...counts.values()].toSorted((a, b) => b - a);
    assert.ok((named[0] ?? 0) > 100, `the first in ${named[0]} articles`);
    assert.ok(named.filter((count) => count < 3).length > named.length / 2);
    const records = files.filter(([path]) => path.endsWith('.yaml')).map(([, text]) => text);
    for (const script of ['Arabic', 'Hebrew', 'Cyrillic'])
      assert.ok(
        records.some((text) => new RegExp(`\\p{Script=${script}}`, 'u').test(text)),
        script,
      );
  });
});
