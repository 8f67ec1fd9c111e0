import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { readArchive } from '../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../src/content/store/archive-store.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const TEXT =
  'The ferry {1} left <b>Port Ansel</b> on Wednesday.\n\nimport fs from "node:fs"\n\nشكرا, she said: 3 < 4 & `x`.';

function archive(t: TestContext) {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  for (const one of [content, join(folder, 'cache')]) mkdirSync(one);
  write(folder, { 'report.txt': TEXT });
  const run = (args: string[], input?: string) =>
    spawnSync(process.execPath, ['src/cli/new.ts', ...args], {
      env: { ...process.env, ARCHIVE_CONTENT: content },
      encoding: 'utf8',
      input: input ?? '',
    });
  const entries = () => globSync('articles/**/*.mdx', { cwd: content }).toSorted();
  const read = async () => {
    const store = new ArchiveStore(join(folder, 'cache'));
    try {
      const { articles } = await readArchive(content, '/', store);
      return articles.map(({ id, entry }) => ({
        ...entry,
        id,
        texts: store.articleData(id).paragraphs.map(({ text }) => text),
      }));
    } finally {
      store.close();
    }
  };
  return { folder, content, run, entries, read };
}

test('an entry is written that the archive takes, with its text as it was given', async (t) => {
  const { folder, run, entries, read } = archive(t);
  const said = run([
    '--title',
    'Ferry {again}',
    '--date',
    '2031-04-02',
    '--text',
    join(folder, 'report.txt'),
    '--publisher',
    'The Harbour Gazette',
    '--url',
    'https://gazette.example/ferry',
    '--article-lang',
    'pt-br',
  ]);
  assert.equal(said.status, 0, said.stderr);
  assert.deepEqual(entries(), ['articles/2031/04/02/ferry-again.mdx']);
  assert.match(said.stdout, /Written: .*ferry-again\.mdx/);
  assert.match(said.stdout, /\/2031\/04\/02\/ferry-again\//);
  const [article] = await read();
  assert.equal(article?.heading.text, 'Ferry {again}');
  assert.equal(article.text, 'verbatim');
  assert.equal(article.lang, 'pt-BR');
  assert.deepEqual(article.source, {
    publisher: 'The Harbour Gazette',
    url: 'https://gazette.example/ferry',
  });
  assert.deepEqual(article.texts, TEXT.split('\n\n'));
});

test('a text that is piped in, without a headline, and in the archive’s own words', async (t) => {
  const { run, read } = archive(t);
  const said = run(
    ['--date', '2031-04-02', '--kind', 'account', '--text', '-'],
    'The lamps of Stennet were lit.',
  );
  assert.equal(said.status, 0, said.stderr);
  const [article] = await read();
  assert.deepEqual(article?.heading, { text: 'The lamps of Stennet were lit.', stated: false });
  assert.equal(article?.text, 'account');
  assert.equal(article?.source, undefined);
});

test('a record is written without a text, and builds', async (t) => {
  const { run, read } = archive(t);
  const args = ['--title', 'Ferry', '--date', '2031-04-02', '--kind', 'none'];
  const said = run([...args, '--publisher', 'The Harbour Gazette']);
  assert.equal(said.status, 0, said.stderr);
  const [article] = await read();
  assert.deepEqual(
    [article?.text, article?.texts, article?.source],
    ['none', [], { publisher: 'The Harbour Gazette' }],
  );
});

test('nothing that is there is written over: another text gets a path of its own, the same is refused', async (t) => {
  const { content, run, entries } = archive(t);
  const args = ['--title', 'Ferry', '--date', '2031-04-02', '--text', '-'];
  assert.equal(
    run(args, 'The ferry left the quay at noon with eleven people and a dog on board.').status,
    0,
  );
  const first = readFileSync(join(content, 'articles/2031/04/02/ferry.mdx'), 'utf8');
  assert.equal(
    run(args, 'Nobody knew in the evening where the lamps of the harbour had gone, or why.').status,
    0,
  );
  assert.deepEqual(entries(), ['articles/2031/04/02/ferry-2.mdx', 'articles/2031/04/02/ferry.mdx']);
  const again = run(args, 'The ferry left the quay at noon with eleven people and a dog on board.');
  assert.equal(again.status, 1);
  assert.match(again.stderr, /Nothing was written: .*2031\/04\/02\/ferry/);
  assert.equal(readFileSync(join(content, 'articles/2031/04/02/ferry.mdx'), 'utf8'), first);
  assert.equal(entries().length, 2);
});

// biome-ignore format: a table, a fault a row
const FAULTS: [name: string, args: string[], input: string, said: RegExp][] = [
  ['no date, and nobody to be asked', ['--text', '-'], 'Words.', /--date YYYY-MM-DD/],
  ['no text, and nobody to be asked', ['--date', '2031-04-02'], '', /--text FILE/],
  ['a day that no calendar has', ['--date', '2031-02-30', '--text', '-'], 'Words.', /“2031-02-30” is none/],
  ['a blank text', ['--date', '2031-04-02', '--text', '-'], ' \n ', /has a text/],
  ['a file that is not there', ['--date', '2031-04-02', '--text', 'nowhere.txt'], '', /nowhere\.txt cannot be read \(ENOENT\)/],
  ['an address that is none', ['--date', '2031-04-02', '--url', 'javascript:1', '--text', '-'], 'Words.', /“javascript:1” does not/],
  ['a language that is none', ['--date', '2031-04-02', '--article-lang', 'english', '--text', '-'], 'Words.', /“english” is none/],
  ['another kind', ['--date', '2031-04-02', '--kind', 'poem', '--text', '-'], 'Words.', /“poem” is none of these/],
  ['a record without a headline', ['--date', '2031-04-02', '--kind', 'none'], '', /without a text has a headline/],
  ['a record with a text', ['--title', 'Ferry', '--date', '2031-04-02', '--kind', 'none', '--text', '-'], 'Words.', /none is given/],
  ['an option that there is not', ['--colour', 'red'], '', /--colour/],
];
for (const [name, args, input, said] of FAULTS)
  test(`refused, with nothing left: ${name}`, (t) => {
    const { content, run, entries } = archive(t);
    const { status, stderr } = run(args, input);
    assert.ok(status !== 0);
    assert.match(stderr, said);
    assert.deepEqual(entries(), []);
    assert.ok(
      !existsSync(join(content, 'articles')) || globSync('**/*.*', { cwd: content }).length === 0,
    );
  });
