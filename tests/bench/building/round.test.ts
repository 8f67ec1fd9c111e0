import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import type { Builder } from '../../../src/bench/building/builder.ts';
import { entryIds } from '../../../src/bench/building/entry.ts';
import { type Peer, writeSites } from '../../../src/bench/building/peer.ts';
import { buildRounds } from '../../../src/bench/building/round.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const article = (date: string, fields = '') =>
  `---\ntitle: Ferry runs again\ndate: ${date}\ntext: verbatim\n${fields}---\n\nAda Varga left.\n`;

const ARCHIVE = {
  'articles/2031/04/01/first.mdx': article('2031-04-01', 'people: [ada-varga]\n'),
  'articles/2031/04/02/second.mdx': article('2031-04-02', 'people:\n  - ada-varga\n'),
  'articles/2031/04/03/third.mdx': article('2031-04-03'),
  'people/ada-varga.yaml': 'name: Ada Varga\naliases: [Varga]\n',
};

/** Makes a page, and tells the size of the files of `content` as a stage. */
const PROGRAM = `
const { mkdirSync, readdirSync, statSync, writeFileSync } = require('node:fs');
const [content, out] = process.argv.slice(1);
const files = readdirSync(content, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(parentPath + '/' + name).size, 0);
mkdirSync(out, { recursive: true });
writeFileSync(out + '/index.html', 'page');
writeFileSync(out + '/style.css', 'x');
console.log('reading: ' + bytes + ' bytes, 0.1 s');`;

function builder(folder: string, name: string, program = PROGRAM): Builder {
  const out = join(folder, 'dist');
  const args = ['-e', program, join(folder, 'content'), out];
  return { name, program: process.execPath, args, cwd: folder, env: process.env, out };
}

function archive(t: TestContext) {
  const folder = scratchFolder(t);
  write(join(folder, 'content'), ARCHIVE);
  return { folder, content: join(folder, 'content') };
}

suite('the rounds of a benchmark', () => {
  test('are from nothing, unchanged, with an article changed and with a record changed', async (t) => {
    const { folder, content } = archive(t);
    write(folder, { 'dist/old.html': 'old', 'node_modules/.astro/kept.json': '{}' });
    const rounds = await buildRounds(content, builder(folder, 'own'), [], () => undefined);

    assert.deepEqual(
      rounds.map(({ round }) => round),
      ['cold', 'unchanged', 'one article', 'one record'],
    );
    assert.ok(!existsSync(join(folder, 'node_modules/.astro')), 'the cache is gone');
    const [cold, unchanged, oneArticle, oneRecord] = rounds.map(({ own }) => own);
    assert.deepEqual([cold?.pages, cold?.files, cold?.bytes], [1, 2, 5]);
    assert.ok((cold?.seconds ?? 0) > 0);
    const size = (build: typeof cold) => build?.stages[0]?.count ?? 0;
    assert.equal(size(unchanged), size(cold));
    assert.ok(size(oneArticle) > size(unchanged));
    assert.ok(size(oneRecord) > size(oneArticle));

    const read = (path: string) => readFileSync(join(content, path), 'utf8');
    const second = 'articles/2031/04/02/second.mdx';
    assert.ok(read(second).startsWith(`${ARCHIVE[second]}\n`), 'a paragraph more, nothing less');
    const { description, ...record } = parse(read('people/ada-varga.yaml'));
    assert.deepEqual(record, parse(ARCHIVE['people/ada-varga.yaml']));
    assert.equal(typeof description, 'string');
  });

  test('have no record changed where the archive names nobody', async (t) => {
    const folder = scratchFolder(t);
    write(folder, { 'content/articles/2031/04/03/third.mdx': article('2031-04-03') });
    const own = builder(folder, 'own');
    const rounds = await buildRounds(join(folder, 'content'), own, [], () => undefined);
    assert.deepEqual(
      rounds.map(({ round }) => round),
      ['cold', 'unchanged', 'one article'],
    );
  });

  test('build the same entries with each peer, after our own', async (t) => {
    const { folder, content } = archive(t);
    const site = join(folder, 'peer');
    const peer: Peer = {
      ...builder(site, 'peer'),
      version: '1',
      site: { 'config.json': '{}' },
      written: ({ id, title, date, people, places, body }) =>
        JSON.stringify([id, title, date, people, places, body]),
    };
    writeSites([peer], content);
    assert.deepEqual(entryIds(content).length, 3);
    const told: string[] = [];
    const rounds = await buildRounds(content, builder(folder, 'own'), [peer], (round, name) => {
      told.push(`${round}: ${name}`);
    });
    assert.deepEqual(told.slice(0, 3), ['cold: own', 'cold: peer', 'unchanged: own']);
    assert.equal(told.length, 8);
    assert.ok(rounds.every(({ peers }) => peers.length === 1));
    const changed = readFileSync(join(site, 'content/articles/2031/04/02/second.md'), 'utf8');
    const [id, title, date, people, places, body] = JSON.parse(changed);
    assert.deepEqual(
      [id, title, date, people, places],
      ['2031/04/02/second', 'Ferry runs again', '2031-04-02', ['ada-varga'], []],
    );
    assert.match(body, /^\nAda Varga left\.\n\nThis paragraph/);
  });

  test('end with the first build that fails, in its own words', async (t) => {
    const { folder, content } = archive(t);
    const own = builder(folder, 'own', 'console.error("a fault"); process.exitCode = 1;');
    await assert.rejects(
      buildRounds(content, own, [], () => undefined),
      /^Error: a fault\n\nown did not build\.$/,
    );
  });
});
