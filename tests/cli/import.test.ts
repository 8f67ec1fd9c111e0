import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { parseDocument } from 'yaml';
import { filesBelow } from '../../src/content/files/files-below.ts';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';
import { png } from '../support/picture.ts';
import { scratchFolder, write } from '../support/scratch.ts';

/** Runs the import with an archive of its own. */
function archive(t: TestContext) {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  const run = (...args: string[]) =>
    runNode(['src/cli/import.ts', ...args], { cwd: root, env: { ARCHIVE_CONTENT: content } });
  return { folder, content, run };
}

const FIXTURES = 'tests/fixtures/import';

suite('npm run import', () => {
  test('--help shows examples; a wrong option is a usage error', async (t) => {
    const { run, content } = archive(t);
    const help = await run('--help');
    assert.equal(help.code, 0);
    assert.match(help.stdout, /npm run import -- --accept wire\.ndjson/);
    for (const [args, words] of [
      [['--colour'], /Unknown option '--colour'/],
      [[], /Name the files or folders to import/],
      [
        ['--date', '2031-02-30', 'x'],
        /--date is a day of the calendar, YYYY-MM-DD; “2031-02-30” is none/,
      ],
      [['--lang', 'not a tag', 'x'], /--lang is a language tag/],
      [['--encoding', 'ebcdic', 'x'], /“ebcdic” is no encoding/],
      [['-', '-'], /Standard input can be read once/],
    ] as const) {
      const { code, stderr, stdout } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, words);
      assert.equal(stdout, '');
    }
    assert.ok(!existsSync(content));
  });

  test('a folder of all forms: what is in, what is not and why; a second run changes nothing', async (t) => {
    const { run, content } = archive(t);
    const first = await run('--accept', FIXTURES);
    assert.equal(first.code, 1, 'some failed');
    assert.match(
      first.stdout,
      /^imported 2031\/04\/02\/ferry-sinks-off-port-ansel from tests\/fixtures\/import\/page\.html/m,
    );
    assert.match(
      first.stdout,
      /^skipped tests\/fixtures\/import\/ninjs-2\.json, item 2: it is of type “picture”, not text \(urn:holmbyran:2\)$/m,
    );
    assert.match(
      first.stderr,
      /^failed tests\/fixtures\/import\/wire\.ndjson:3: It looks like JSON and is none/m,
    );
    assert.match(
      first.stderr,
      /^failed tests\/fixtures\/import\/rss\.xml, item 2: It gives no date that can be read\. Name the day of the report with --date YYYY-MM-DD\.$/m,
    );
    assert.match(first.stdout, /^Imported 11 articles, with \d+ new authority records\.$/m);
    assert.match(
      first.stdout,
      /^4 items were skipped: 1 withheld or withdrawn, 1 under embargo, 1 of another kind, 1 without text\.$/m,
    );
    assert.match(first.stdout, /^2 inputs could not be imported; the reasons are above\.$/m);
    assert.match(first.stdout, /^To see the result: ARCHIVE_CONTENT=.* npm start$/m);
    const files = () => filesBelow(content).map(({ path }) => path);
    const before = files();
    const second = await run('--accept', FIXTURES);
    assert.match(second.stdout, /^11 articles were in already, unchanged\.$/m);
    assert.deepEqual(files(), before);
  });

  test('says which options change nothing of what is in', async (t) => {
    const { run, folder } = archive(t);
    write(folder, { 'lamp.txt': 'The lamp of Quern was lit again.\n' });
    const lamp = join(folder, 'lamp.txt');
    const said = ['--title', 'The lamp', '--date', '2031-04-02'];
    assert.match((await run(...said, lamp)).stdout, /^imported 2031\/04\/02\/the-lamp /m);
    assert.match((await run(...said, lamp)).stdout, /^unchanged \S+ from \S+lamp\.txt$/m);
    const report = join(folder, 'report.json');
    const other = ['--title', 'A lamp', '--date', '2031-04-03', '--lang', 'en'];
    const { code, stdout } = await run(...other, '--report', report, lamp);
    assert.equal(code, 0);
    const words =
      '--title, --date, --lang are not taken: its entry says otherwise; correct it there';
    assert.ok(stdout.startsWith(`unchanged 2031/04/02/the-lamp from ${lamp} (${words})\n`), stdout);
    assert.deepEqual(JSON.parse(readFileSync(report, 'utf8')).items[0].notes, [words]);
  });

  test('--dry-run shows all and writes nothing', async (t) => {
    const { run, folder } = archive(t);
    const { code, stdout } = await run(
      '--dry-run',
      `${FIXTURES}/headed.txt`,
      `${FIXTURES}/ninjs-1.json`,
    );
    assert.equal(code, 0);
    assert.match(stdout, /^would import 2031\/04\/03\/ferry-to-port-ansel-runs-again from /m);
    assert.match(stdout, /^ {2}\| title: Ferry to Port Ansel runs again$/m);
    assert.match(stdout, /^ {2}\+ places\/saltholm\.yaml \(Saltholm\)$/m);
    assert.match(stdout, /^Would import 2 articles\.$/m);
    assert.deepEqual(filesBelow(folder), []);
  });

  test('--dry-run of articles with pictures finds the fault that an import would, and no other', async (t) => {
    const { run, folder } = archive(t);
    const post = (name: string, picture = `![A boat](${name}.png)`) =>
      `---\ntitle: ${name}\ndate: 2031-04-02\n---\n\nOn Monday 12 people were killed at ${name}, said the harbour.\n\n${picture}\n`;
    write(folder, {
      'in/quern.md': post('quern'),
      'in/holm.md': post('holm'),
      'in/quern.png': png(),
      'in/holm.png': png(64, 48, 1),
    });
    const dry = async (...args: string[]) => {
      const { code, stdout, stderr } = await run('--dry-run', ...args, join(folder, 'in'));
      assert.deepEqual([code, stderr], [0, '']);
      return stdout;
    };
    for (const args of [[], ['--accept']]) {
      const said = await dry(...args);
      assert.match(said, /^Would import 2 articles/m);
      assert.match(said, /^Would bring in 2 pictures and other files of theirs\.$/m);
    }
    write(folder, { 'in/quern.md': post('quern', '') });
    assert.equal((await run(join(folder, 'in'))).code, 0);
    write(folder, { 'in/quern.md': post('quern') });
    assert.match(await dry('--update'), /^would update 2031\/04\/02\/quern /m);
  });

  test('--dry-run reads what it would have written: a second input of one address is a change', async (t) => {
    const { run, folder } = archive(t);
    const page = (words: string) =>
      `<!doctype html><html><head><meta charset="utf-8"><meta name="date" content="2031-04-02"><link rel="canonical" href="https://courier.example/lamp"><title>Lamp</title></head><body><article><h1>Lamp</h1><p>The lamp of Quern was lit again on Monday, two days after the gale, which took the roof of the boathouse and all of its windows.</p><p>${words}</p></article></body></html>`;
    write(folder, {
      'in/a.html': page('Nobody came to see it.'),
      'in/b.html': page('Forty came to see it.'),
    });
    for (const args of [[], ['--update'], ['--json']]) {
      const { code, stdout, stderr } = await run('--dry-run', ...args, join(folder, 'in'));
      assert.equal(stderr, '');
      assert.equal(code, 0);
      assert.match(
        stdout,
        args[0] === '--update' ? /^would update 2031\/04\/02\/lamp /m : /changed/,
      );
      assert.match(stdout, /-Nobody came to see it\.(?:\n|\\n)\+Forty came to see it\./);
    }
    assert.deepEqual(
      filesBelow(folder).map(({ path }) => path.slice(folder.length)),
      ['/in', '/in/a.html', '/in/b.html'],
    );
  });

  test('an entry to review that is not there is named', async (t) => {
    const { run, content } = archive(t);
    const { code, stderr } = await run('--review', join(content, 'articles/2031/04/02/no.mdx'));
    assert.equal(code, 1);
    assert.match(stderr, /^failed .*no\.mdx: It cannot be read \(ENOENT\)\.$/m);
  });

  test('--json gives an object a line, suggestions included, and a summary', async (t) => {
    const { run } = archive(t);
    const { stdout, stderr } = await run('--json', `${FIXTURES}/report.txt`, 'nowhere.txt');
    assert.equal(stderr, '');
    const [item, failed, end, ...rest] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(rest, []);
    assert.equal(item.outcome, 'imported');
    assert.equal(
      item.url,
      '/2031/04/02/prime-minister-ada-varga-has-met-president-ilja-brandt-in/',
    );
    assert.deepEqual(
      item.suggested.people.map(({ name }: { name: string }) => name),
      ['Ada Varga', 'Ilja Brandt'],
    );
    assert.deepEqual(
      item.suggested.figures.map(({ measure, qualifier }: Record<string, string>) => [
        measure,
        qualifier,
      ]),
      [
        ['killed', 'moreThan'],
        ['injured', 'exact'],
        ['abducted', 'nearly'],
      ],
    );
    assert.deepEqual(failed, {
      dryRun: false,
      origin: 'nowhere.txt',
      outcome: 'failed',
      reason: 'There is no such file or folder.',
    });
    assert.deepEqual(end.summary, {
      imported: 1,
      unchanged: 0,
      changed: 0,
      taken: 0,
      recalled: 0,
      skipped: 0,
      passedOver: {},
      failed: 1,
      records: 0,
      duplicates: 0,
      toReview: 1,
      media: 0,
      gaps: 0,
    });
  });

  test('what was left for review is accepted later', async (t) => {
    const { run, content } = archive(t);
    await run(`${FIXTURES}/report.txt`);
    const { code, stdout } = await run('--review', '--accept');
    assert.equal(code, 0);
    // Two of its counts are totals “since the attacks began”, and the text does not say when that was.
    assert.match(
      stdout,
      /^left for later 2031\/04\/02\/.*“More than 1,200 islanders .* since when is not known/m,
    );
    const [file] = filesBelow(join(content, 'articles')).filter(({ isFolder }) => !isFolder);
    const path = file?.path ?? '';
    const [, frontmatter = '', body = ''] = readFileSync(path, 'utf8').split(/^---$/m);
    const document = parseDocument(frontmatter);
    const figures = () =>
      document
        .toJS()
        .suggested.figures.map((one: { low: number; best: number }) => one.low ?? one.best);
    assert.deepEqual(figures(), [1200, 3400]);
    for (const at of [0, 1])
      document.setIn(['suggested', 'figures', at, 'period'], {
        start: '2031-01-01',
        end: '2031-04-02',
      });
    writeFileSync(path, `---\n${document.toString({ lineWidth: 0 }).trim()}\n---${body}`);
    assert.match((await run('--review', '--accept')).stdout, /^reviewed 2031\/04\/02\//m);
    assert.match(
      readFileSync(path, 'utf8'),
      /low: 1200\n(?: .*\n)*? +countedBy: interior-ministry\n/,
    );
    assert.match((await run('--review')).stdout, /^Nothing waits for review\.$/m);
  });

  test('an archive that cannot be written to is named, and nothing is half written', async (t) => {
    const { run, folder, content } = archive(t);
    write(folder, { content: 'a file where the folder should be' });
    const { code, stderr } = await run(`${FIXTURES}/headed.txt`);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /content\/articles\/2031\/04\/03\/.* could not be written: a part of its path is a file\.$/m,
    );
    assert.equal(readFileSync(content, 'utf8'), 'a file where the folder should be');
  });
});
