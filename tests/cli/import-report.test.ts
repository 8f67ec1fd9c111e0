import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';
import { png } from '../support/picture.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const item = (number: number, more: object) =>
  JSON.stringify({
    uri: `https://courier.example/${number}`,
    type: 'text',
    headline: `Lamp ${number} & <b>co</b>`,
    versioncreated: '2031-04-02T08:00:00Z',
    body_text: `Lamp ${number} of the harbour was lit again.`,
    ...more,
  });

/** A wire file of two articles, a draft and a broken line, and an archive that has none of it yet. */
function wire(t: TestContext) {
  const folder = scratchFolder(t);
  const source = join(folder, 'wire.ndjson');
  const lines = [item(1, {}), item(2, {}), item(3, { pubstatus: 'withheld' }), '{"uri": '];
  write(folder, { 'wire.ndjson': `${lines.join('\n')}\n` });
  const content = join(folder, 'content');
  const run = (...args: string[]) =>
    runNode(['src/cli/import.ts', ...args], { cwd: root, env: { ARCHIVE_CONTENT: content } });
  return { folder, source, content, run };
}

test('a report has of every source what became of its items, and of each what is to be known', async (t) => {
  const { folder, source, run } = wire(t);
  const [page, json] = [join(folder, 'report.html'), join(folder, 'report.json')];
  const { stdout } = await run('--report', page, source);
  assert.match(stdout, /^skipped \S*wire\.ndjson:3: [^\n]* \(https:\/\/courier\.example\/3\)$/m);
  const html = readFileSync(page, 'utf8');
  assert.match(
    html,
    /<th scope="row"><bdi>[^<]*wire\.ndjson<\/bdi><\/th><td class="number">2<\/td>/,
  );
  assert.match(html, /1 withheld or withdrawn/);
  // Which item that is, by its address: its words are not told.
  assert.match(html, /wire\.ndjson:3<\/bdi><br><bdi>https:\/\/courier\.example\/3<\/bdi>/);
  assert.doesNotMatch(html, /Lamp 3/);
  assert.match(html, /What to do next<\/h2>\n<ul><li>Mend what failed, and run/);
  assert.match(html, /wire\.ndjson:4.*Failed.*It looks like JSON and is none/);
  assert.doesNotMatch(html, /wire\.ndjson:1</, 'what is in whole is not listed');
  await run('--check', '--report', json, source);
  const { sources, items } = JSON.parse(readFileSync(json, 'utf8'));
  assert.deepEqual(sources[0].outcomes, { unchanged: 2, skipped: 1, failed: 1 });
  assert.equal(items.length, 4);
  assert.deepEqual(readdirSync(folder).toSorted(), [
    'content',
    'report.html',
    'report.json',
    'wire.ndjson',
  ]);
});

test('nothing of a source is markup in the report', async (t) => {
  const { folder, content, source, run } = wire(t);
  const page = join(folder, 'report.html');
  await run(source);
  const [entry = ''] = readdirSync(join(content, 'articles/2031/04/02'));
  const path = join(content, 'articles/2031/04/02', entry);
  writeFileSync(path, readFileSync(path, 'utf8').replace('lit again', '<b>lit</b>'));
  const { code } = await run('--check', '--report', page, source);
  assert.equal(code, 1);
  assert.doesNotMatch(readFileSync(page, 'utf8'), /<b>/);
});

test('--check lists what differs and what is not in, and writes nothing', async (t) => {
  const { content, source, run } = wire(t);
  const before = await run('--check', source);
  assert.equal(before.code, 1);
  assert.match(before.stdout, /^not in the archive: .*wire\.ndjson:1 \(“Lamp 1/m);
  assert.match(
    before.stdout,
    /^0 articles are as their sources have them, 0 differ, 2 are not in the archive\.$/m,
  );
  assert.throws(() => readdirSync(join(content, 'articles')));

  await run(source);
  const folder = join(content, 'articles/2031/04/02');
  const [entry = ''] = readdirSync(folder);
  const path = join(folder, entry);
  const edited = readFileSync(path, 'utf8').replace('was lit again', 'was put out');
  writeFileSync(path, edited);
  const after = await run('--check', source);
  assert.match(
    after.stdout,
    /^differs: 2031\/04\/02\/.*\n.*\n[\s\S]*-.*was put out\.\n\+.*was lit again\./m,
  );
  assert.match(
    after.stdout,
    /^1 article is as its source has it, 1 differs, 0 are not in the archive\.$/m,
  );
  assert.equal(readFileSync(path, 'utf8'), edited);
});

test('--check and --report say what they cannot do', async (t) => {
  const { source, run } = wire(t);
  for (const [args, words] of [
    [['--check', '--update', source], /--check writes nothing/],
    [['--report', 'report.txt', source], /ends in \.html or \.json; “report\.txt” does not/],
    [
      ['--report', '/nowhere/at/all.html', source],
      /\/nowhere\/at\/all\.html cannot be written \(ENOENT\)/,
    ],
  ] as const) {
    const { code, stderr } = await run(...args);
    assert.ok(code !== 0);
    assert.match(stderr, words);
  }
});

test('the files that came with an article are named, and only those that no article brought are passed over', async (t) => {
  const { folder, run } = wire(t);
  const page =
    '<!doctype html><html><head><title>Lamp</title><meta name="date" content="2031-04-02"></head><body><article><p>The lamp of Quern was lit again on Monday, and the harbour was full.</p><img src="boat.png" alt="A boat"><p>It was lit until the morning, and the boats came in one after another.</p></article></body></html>';
  const report = join(folder, 'report.html');
  write(folder, { 'a/boat.png': png(40, 30), 'a/page.html': page, 'a/quay.png': png(40, 30, 2) });
  const { code, stdout } = await run('--json', '--report', report, join(folder, 'a'));
  assert.equal(code, 0);
  const items = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [imported, ...others] = items;
  assert.deepEqual(
    others.slice(0, -1).map(({ outcome, origin }) => [outcome, origin.split('/').at(-1)]),
    [['skipped', 'quay.png']],
  );
  const [{ file, from }] = imported.media.filed;
  assert.deepEqual([imported.media.files, file], [1, 'lamp/boat.png']);
  assert.match(from, /a\/boat\.png$/);
  const html = readFileSync(report, 'utf8');
  assert.match(
    html,
    /<code>[^<]*articles\/2031\/04\/02\/lamp\.mdx<\/code><\/th><td>In<\/td><td>with lamp\/boat\.png, which was [^<]*a\/boat\.png; nobody is credited<\/td>/,
  );
  assert.match(html, /<p>Pictures and other files: 1 came in, 0 are missing\.<\/p>/);
  assert.match(html, /See the result: npm start\./);
  assert.match(html, /1 other file</);
  const again = await run('--json', join(folder, 'a'));
  assert.doesNotMatch(again.stdout, /boat\.png/);
});
