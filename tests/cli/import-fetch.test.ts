import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { readArguments } from '../../src/cli/import/arguments.ts';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';
import { mediaHost } from '../support/media-host.ts';
import { png } from '../support/picture.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const FERRY = 'articles/2031/04/02/ferry.mdx';
const LOCAL = ['--fetch', '--fetch-local', '127.0.0.1'];

/** A folder with an archive, and what a command does with it. */
function archive(t: TestContext) {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  const options = { cwd: root, env: { ARCHIVE_CONTENT: content } };
  return {
    folder,
    content,
    run: (...args: string[]) => runNode(['src/cli/import.ts', ...args], options),
    begin: (...args: string[]) =>
      spawn(process.execPath, ['src/cli/import.ts', ...args], {
        cwd: root,
        env: { ...process.env, ...options.env },
        stdio: 'ignore',
      }),
    pictures: () => globSync('articles/**/*.png', { cwd: content }),
  };
}

suite('npm run import -- --fetch', () => {
  test('brings in what a source has the address of, and from this machine alone when told', async (t) => {
    const { folder, content, run, pictures } = archive(t);
    const boat = png();
    const host = await mediaHost(t, { '/boat.png': (_, response) => response.end(boat) });
    write(content, {
      [FERRY]: `---\ndate: 2031-04-02\ntext: verbatim\nmedia:\n  - missing: { url: ${host.origin}/boat.png, reason: It was not fetched. }\n    kind: photograph\n    altText: A boat\n    creditLine: unknown\n---\n\nThe ferry left.\n`,
    });
    const text = () => readFileSync(join(content, FERRY), 'utf8');
    const shown = await run('--fetch', '--dry-run');
    assert.equal(shown.stdout, `would fetch 2031/04/02/ferry: ${host.origin}/boat.png\n`);
    const again = await run('--fetch', '--json');
    assert.equal(again.code, 0, 'what cannot be had is a named gap, as it was');
    assert.deepEqual(
      again.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
      [
        {
          outcome: 'missing',
          id: '2031/04/02/ferry',
          url: `${host.origin}/boat.png`,
          reason: 'Its host is in a private network, from which nothing is fetched.',
          article: '/2031/04/02/ferry/',
        },
        { summary: { fetched: 0, missing: 1 } },
      ],
    );
    assert.deepEqual([host.asked.length, pictures()], [0, []]);
    const report = join(folder, 'report.json');
    const completed = await run(...LOCAL, '--report', report);
    assert.equal(completed.code, 0, completed.stderr);
    assert.match(completed.stdout, /^fetched 2031\/04\/02\/ferry: ferry\/boat\.png from http/);
    assert.match(completed.stdout, /Fetched one file\.\n$/);
    assert.equal(JSON.parse(readFileSync(report, 'utf8')).items[0].outcome, 'updated');
    assert.ok(readFileSync(join(content, 'articles/2031/04/02/ferry/boat.png')).equals(boat));
    assert.doesNotMatch(text(), /missing/);
    assert.match(host.asked[0]?.headers['user-agent'] ?? '', /^Cuttings\/\d/);

    write(folder, {
      'quay.md': `---\ntitle: Quay\ndate: 2031-04-03\n---\n\nThe quay is long.\n\n![A boat](${host.origin}/boat.png)\n\n![A map](${host.origin}/map.png)\n`,
    });
    const { code, stderr } = await run(...LOCAL, join(folder, 'quay.md'));
    assert.equal(code, 0, stderr);
    const quay = readFileSync(join(content, 'articles/2031/04/03/quay.mdx'), 'utf8');
    assert.match(quay, /file: quay\/boat\.png/);
    assert.match(quay, /reason: Its server does not have it \(HTTP 404\)\./);
    assert.equal(pictures().length, 2);
  });

  test('fills the gaps of what is in already, where a file is imported again', async (t) => {
    const { folder, content, run, pictures } = archive(t);
    const boat = png();
    const isThere = { map: false };
    const host = await mediaHost(t, {
      '/boat.png': (_, response) => response.end(boat),
      '/map.png': (_, response) =>
        isThere.map ? response.end(png(64, 48, 1)) : response.writeHead(503).end(),
    });
    const source = (words: string) =>
      `---\ntitle: Quay\ndate: 2031-04-03\nurl: https://gazette.example/quay\n---\n\n${words}\n\n![A boat](${host.origin}/boat.png)\n\n![A map](${host.origin}/map.png)\n`;
    const quay = join(folder, 'quay.md');
    const text = () => readFileSync(join(content, 'articles/2031/04/03/quay.mdx'), 'utf8');
    write(folder, { 'quay.md': source('The quay is long.') });
    await run(quay);
    assert.equal(text().match(/missing:/g)?.length, 2);
    const first = await run(...LOCAL, quay);
    assert.equal(first.code, 0, first.stderr);
    assert.match(first.stdout, /^updated 2031\/04\/03\/quay from /m);
    assert.match(first.stdout, /^Brought in 1 picture or other file of theirs\.$/m);
    assert.match(
      first.stdout,
      /^One file is still missing from what is in: ARCHIVE_CONTENT=.* npm run import -- --fetch asks for it again, and says why\.$/m,
    );
    assert.match(text(), /file: quay\/boat\.png/);
    assert.equal(text().match(/missing:/g)?.length, 1);
    // What a source says otherwise now is another question, and the gap is told of.
    isThere.map = true;
    write(folder, { 'quay.md': source('The quay is short.') });
    const before = text();
    const changed = await run(...LOCAL, quay);
    assert.match(changed.stdout, /^changed 2031\/04\/03\/quay from .*left as it was/m);
    assert.match(changed.stdout, /^One file is still missing from what is in: ARCHIVE/m);
    assert.equal(text(), before);
    write(folder, { 'quay.md': source('The quay is long.') });
    const last = await run(...LOCAL, quay);
    assert.match(last.stdout, /^Brought in 1 picture or other file of theirs\.$/m);
    assert.doesNotMatch(last.stdout, /still missing/);
    assert.doesNotMatch(text(), /missing:/);
    assert.equal(pictures().length, 2);
    assert.match((await run(...LOCAL, quay)).stdout, /^unchanged 2031\/04\/03\/quay from /m);
  });

  test('goes on from where it was killed', async (t) => {
    const { content, run, begin, pictures } = archive(t);
    const boat = png(300, 300);
    const half = Math.floor(boat.length / 2);
    const host = await mediaHost(t, {
      '/whole.png': (_, response) => response.end(png()),
      '/boat.png': ({ headers }, response) => {
        const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
        const length = `${boat.length - from}`;
        if (from === 0)
          response
            .writeHead(200, { ETag: '"1"', 'Content-Length': length })
            .write(boat.subarray(0, half));
        else
          response
            .writeHead(206, {
              ETag: '"1"',
              'Content-Range': `bytes ${from}-${boat.length - 1}/${boat.length}`,
            })
            .end(boat.subarray(from));
      },
    });
    const gap = (name: string) =>
      `  - { missing: { url: ${host.origin}/${name}, reason: It was not fetched. }, kind: photograph, altText: A ${name}, creditLine: unknown }\n`;
    write(content, {
      [FERRY]: `---\ndate: 2031-04-02\ntext: verbatim\nmedia:\n${gap('whole.png')}${gap('boat.png')}---\n\nThe ferry left.\n`,
    });
    const kept = `node_modules/.astro/*/fetched/${hash('sha256', `${host.origin}/boat.png`).slice(0, 32)}/part`;
    const child = begin(...LOCAL);
    const ended = once(child, 'exit');
    const hasHalf = () =>
      globSync(kept, { cwd: root }).some((path) => statSync(join(root, path)).size === half);
    while (child.exitCode === null && !(hasHalf() && pictures().length === 1)) await wait(20);
    child.kill('SIGKILL');
    await ended;
    assert.equal(child.signalCode, 'SIGKILL');
    const { code, stdout, stderr } = await run(...LOCAL);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^fetched 2031\/04\/02\/ferry: ferry\/boat\.png/m);
    assert.doesNotMatch(readFileSync(join(content, FERRY), 'utf8'), /missing/);
    assert.deepEqual(
      host.asked.map(({ path, headers }) => [path, headers.range]),
      [
        ['/whole.png', undefined],
        ['/boat.png', undefined],
        ['/boat.png', `bytes=${half}-`],
      ],
    );
    assert.ok(readFileSync(join(content, 'articles/2031/04/02/ferry/boat.png')).equals(boat));
    assert.deepEqual(globSync(kept, { cwd: root }), []);
  });

  test('is refused where it does not go with the rest', (t) => {
    const { argv } = process;
    t.after(() => {
      process.argv = argv;
    });
    for (const [args, words] of [
      [['--fetch', '--check', 'x'], /leave out --check and --review/],
      [['--fetch', '--review'], /leave out --check and --review/],
      [['--fetch', '--title', 'Ferry'], /--title is for what is imported/],
      [['--fetch-local', '127.0.0.1', 'x'], /--fetch-local is for --fetch/],
      [['--fetch', '--fetch-local', 'http://cms.example/'], /“http:\/\/cms\.example\/” is none/],
    ] as const) {
      process.argv = ['node', 'import.ts', ...args];
      assert.throws(readArguments, words);
    }
    process.argv = ['node', 'import.ts', ...LOCAL, '--dry-run'];
    assert.deepEqual(readArguments().values['fetch-local'], ['127.0.0.1']);
  });
});
