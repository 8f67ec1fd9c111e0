import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { publishedArticles } from '../../src/outputs/search-index/published.ts';
import { root } from '../../src/setup/setup.mjs';
import { ARCHIVES, distOf, readBuilt } from '../support/archives.ts';
import { runNode } from '../support/command.ts';
import { scratchFolder, write } from '../support/scratch.ts';
import { bytesOf } from '../support/site-bytes.ts';

const { isles } = ARCHIVES;
const dist = distOf(isles);
const run = (...args: string[]) =>
  runNode(['src/cli/export.ts', ...args], {
    cwd: root,
    env: { ARCHIVE_CONTENT: isles.content, SITE_URL: '' },
  });

interface Fields {
  id: string;
  url: string;
  text: string | string[];
  spellings: string[];
  people: string[];
}

/** The documents of an index, by their ids. */
function documents(folder: string, name: string): Map<string, Fields> {
  const files = filesIn(folder).filter((path) =>
    new RegExp(`^${name}-\\d{4}\\.ndjson$`).test(path),
  );
  const lines = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    assert.ok(text.endsWith('\n'), file);
    return text.trimEnd().split('\n');
  });
  const found = new Map<string, Fields>();
  for (let at = 0; at < lines.length; at += 2) {
    const { index } = JSON.parse(lines[at] ?? '');
    assert.ok(!found.has(index._id), `${index._id} stands twice`);
    found.set(index._id, JSON.parse(lines[at + 1] ?? ''));
  }
  return found;
}

suite('what is exported for a search engine', () => {
  test('is what the site publishes: its articles, paragraphs and names, each with its address', async (t) => {
    const folder = join(scratchFolder(t), 'engine');
    const { code, stdout, stderr } = await run('--opensearch', folder, '--dist', dist);
    assert.equal(code, 0, stderr);
    const published = await publishedArticles(dist);
    assert.match(stdout, new RegExp(`^Exported ${published.length} articles, `));
    const articles = documents(folder, 'articles');
    assert.deepEqual([...articles.keys()].toSorted(), published.map(({ id }) => id).toSorted());
    const paragraphs = documents(folder, 'paragraphs');
    assert.equal(
      paragraphs.size,
      published.reduce((sum, { paragraphs: all }) => sum + all.length, 0),
    );
    for (const { id, url, people, paragraphs: all } of published) {
      const article = articles.get(id);
      assert.deepEqual(
        article?.text,
        all.map(({ text }) => text),
      );
      assert.deepEqual(
        article?.people,
        people.map((one) => one.id),
      );
      assert.equal(new URL(article?.url ?? '').pathname, url);
    }
    const ids = new Set(
      published.flatMap(({ id, paragraphs: all }) => all.map((p) => `${id} ${p.id}`)),
    );
    for (const { url } of paragraphs.values()) {
      const { pathname, hash } = new URL(url);
      const id = pathname.split('/').slice(-5, -1).join('/');
      assert.ok(ids.has(`${id} ${hash.slice(1)}`), url);
    }
    const names: { kind: string; id: string; spellings: string[] }[] = JSON.parse(
      readBuilt(isles, 'search/names.json'),
    );
    const exported = documents(folder, 'names');
    for (const { kind, id, spellings } of names)
      assert.deepEqual(exported.get(`${kind}/${id}`)?.spellings, spellings);
    assert.equal(exported.size, names.length);
  });

  test('names in its documents the fields of its indexes, and no others', async (t) => {
    const folder = join(scratchFolder(t), 'engine');
    assert.equal((await run('--opensearch', folder, '--dist', dist)).code, 0);
    for (const name of ['articles', 'paragraphs', 'names']) {
      const { mappings } = JSON.parse(readFileSync(join(folder, `${name}.index.json`), 'utf8'));
      const known = Object.keys(mappings.properties).toSorted();
      for (const fields of documents(folder, name).values())
        assert.deepEqual(Object.keys(fields).toSorted(), known, name);
    }
  });

  test('takes the place of nothing, and leaves nothing where it is refused', async (t) => {
    const folder = scratchFolder(t);
    write(join(folder, 'theirs'), { 'letter.txt': 'theirs' });
    const before = bytesOf(folder);
    const taken = await run('--opensearch', join(folder, 'theirs'), '--dist', dist);
    assert.equal(taken.code, 1);
    assert.match(taken.stderr, /theirs is there already: remove it, or name a folder that is not/);
    const none = await run('--opensearch', join(folder, 'new'), '--dist', join(folder, 'none'));
    assert.equal(none.code, 1);
    assert.match(none.stderr, /There is no built site in .*none: run npm run build first/);
    const within = await run('--opensearch', join(dist, 'engine'), '--dist', dist);
    assert.equal(within.code, 1);
    assert.match(within.stderr, /lies in it: name another folder/);
    const unnamed = await run();
    assert.equal(unnamed.code, 2);
    assert.match(unnamed.stderr, /Name a folder/);
    assert.deepEqual(bytesOf(folder), before);
  });
});
