import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { png } from '../support/picture.ts';
import { problemsIn } from '../support/problems.ts';
import { wav } from '../support/recordings.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const FERRY = 'articles/2031/04/02/ferry.mdx';
const ENTRY = `---\ntitle: Ferry\ndate: 2031-04-02\ntext: verbatim\nmedia:\n  - file: boat.png\n    kind: photograph\n    altText: A boat\n    creditLine: The Quay Post\n---\n\nThe ferry left.\n`;

/** Kills the process as it is about to put its file of this number in its place. */
const KILL = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const link = fs.linkSync;
  let left = Number(process.env.KILLED_AT);
  fs.linkSync = (...paths) => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    link(...paths);
  };
  syncBuiltinESMExports();
`;

function archive(t: TestContext) {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  mkdirSync(content);
  write(folder, { 'kill.mjs': KILL, 'boat.png': png(), 'bells.wav': wav() });
  write(folder, { 'What is heard.txt': 'Bells.\n' });
  const run = (args: string[], killedAt?: number) =>
    spawnSync(
      process.execPath,
      [
        ...(killedAt ? ['--import', pathToFileURL(join(folder, 'kill.mjs')).href] : []),
        ...['src/cli/new.ts', ...args],
      ],
      {
        env: { ...process.env, ARCHIVE_CONTENT: content, KILLED_AT: `${killedAt}` },
        encoding: 'utf8',
        input: 'The bells of the quay were heard at noon.',
      },
    );
  const entries = () => globSync('articles/**/*.mdx', { cwd: content }).toSorted();
  const file = (name: string) => join(folder, name);
  return { content, run, entries, file };
}

const BELLS = 'articles/2031/04/03/bells.mdx';
const NEW = ['--title', 'Bells', '--date', '2031-04-03', '--text', '-'];

suite('a new entry with a medium', () => {
  test('is not written where the medium is refused, and nor is anything beside it', async (t) => {
    const { content, run, entries, file } = archive(t);
    write(content, { [FERRY]: ENTRY, 'articles/2031/04/02/boat.png': png() });
    const medium = ['--media', file('boat.png'), '--alt-text', 'A boat'];
    const { status, stdout, stderr } = run([...NEW, ...medium, '--credit-line', 'O. Ferro']);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /shows the same file, and has creditLine: The Quay Post/);
    assert.deepEqual(entries(), [FERRY]);
    assert.deepEqual(globSync('articles/2031/04/03/**/*.*', { cwd: content }), []);
  });

  test('is there with all of its files or not at all, whenever the command is killed', async (t) => {
    const { content, run, entries, file } = archive(t);
    const args = [
      ...NEW,
      ...['--media', file('bells.wav'), '--caption', 'The bells', '--credit-line', 'unknown'],
      ...['--transcript', file('What is heard.txt')],
    ];
    // The sound, its words, the entry.
    for (const at of [1, 2, 3]) {
      assert.equal(run(args, at).signal, 'SIGKILL');
      assert.deepEqual(entries(), []);
    }
    const { status, stdout, stderr } = run(args, 4);
    assert.equal(status, 0, stderr);
    assert.deepEqual(entries(), [BELLS]);
    const [, frontmatter = ''] = readFileSync(join(content, BELLS), 'utf8').split(/^---$/m);
    assert.deepEqual(parse(frontmatter).media, [
      {
        file: 'bells/bells.wav',
        kind: 'audio',
        caption: 'The bells',
        creditLine: 'unknown',
        transcript: 'bells/what-is-heard.txt',
      },
    ]);
    assert.match(stdout, /^Written: .*bells\.mdx\n/);
    assert.deepEqual(await problemsIn(content), []);
  });

  test('every file that was written is named, with what it is and what it was called', (t) => {
    const { run, file } = archive(t);
    const { status, stdout, stderr } = run([
      ...['--title', 'Bells', '--date', '2031-04-03', '--kind', 'none'],
      ...['--media', file('bells.wav'), '--caption', 'The bells', '--credit-line', 'unknown'],
      ...['--transcript', file('What is heard.txt')],
    ]);
    assert.equal(status, 0, stderr);
    assert.match(
      stdout,
      /^Written: .*bells\.mdx\n[\s\S]*\nFiled: .*bells\/bells\.wav \(a sound\)\nFiled: .*bells\/what-is-heard\.txt \(what is heard in it, copied from What is heard\.txt\)\nNamed in: .*bells\.mdx\n/,
    );
  });
});

suite('all that is missing or wrong is told in one go', () => {
  test('of a new entry and its medium', (t) => {
    const { run, entries, file } = archive(t);
    const { status, stderr } = run([
      ...['--date', '2031-02-30', '--url', 'quay', '--article-lang', 'english', '--kind', 'poem'],
      ...['--media', file('bells.wav'), '--person', 'ada-varga', '--licence', 'CC BY'],
      ...['--transcript', file('none.txt'), '--captions', file('none.vtt'), '--position', 'top'],
    ]);
    assert.equal(status, 1);
    for (const told of [
      /--person “ada-varga” cannot be filed/,
      /Say what it is: --caption TEXT/,
      /Say to whom it is credited: --credit-line TEXT/,
      /--captions are of a film, and this is a sound/,
      /--licence “CC BY” cannot be filed/,
      /--position top: there is no such paragraph/,
      /--transcript .*none\.txt cannot be read/,
      /--kind is verbatim, account or none/,
      /“2031-02-30” is none/,
      /“quay” does not/,
      /“english” is none/,
      /Say where its text is: --text FILE/,
    ])
      assert.match(stderr, told);
    assert.deepEqual(entries(), []);
  });

  test('of a medium of an entry that is there', (t) => {
    const { content, run, file } = archive(t);
    write(content, { [FERRY]: ENTRY, 'articles/2031/04/02/boat.png': png() });
    const { status, stderr } = run([
      ...['--entry', 'ferry', '--media', file('bells.wav'), '--place', 'quern'],
      ...['--position', '7', '--transcript', file('none.txt'), '--take', 'caption'],
    ]);
    assert.equal(status, 1);
    for (const told of [
      /--place “quern” cannot be filed/,
      /--position 7: there is no such paragraph\. The text has one/,
      /Say what it is: --caption TEXT/,
      /Say to whom it is credited/,
      /The file says no “caption”/,
      /--transcript .*none\.txt cannot be read/,
    ])
      assert.match(stderr, told);
    assert.equal(readFileSync(join(content, FERRY), 'utf8'), ENTRY);
  });
});
