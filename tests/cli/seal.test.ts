import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { readLedgerFiles } from '../../src/content/ledger/ledger-files.ts';
import { scratchFolder } from '../support/scratch.ts';

const seal = (content: string, ...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/seal.ts', ...args], {
    env: { ...process.env, ARCHIVE_CONTENT: content },
    encoding: 'utf8',
  });

/** A copy of an invented archive that has no ledger. */
function archive(t: TestContext): string {
  const content = join(scratchFolder(t), 'content');
  cpSync('tests/fixtures/isles', content, { recursive: true });
  rmSync(join(content, 'ledger'), { recursive: true, force: true });
  return content;
}

const ledgerOf = (content: string) => {
  const { lines, problems } = readLedgerFiles(content);
  assert.deepEqual(problems, []);
  return [...lines.values()].map(({ path, date, stated }) =>
    JSON.stringify({ path, date, stated }),
  );
};

const FEUD = 'articles/2031/04/02/bakers-agree-on-the-price-of-bread.mdx';

test('it shows what it would seal, seals it, and has nothing more to seal', (t) => {
  const content = archive(t);
  const dry = seal(content, '--dry-run');
  assert.equal(dry.status, 0);
  assert.match(dry.stdout, /^new {8}\/2031\/04\/02\/bakers-agree-on-the-price-of-bread\/$/m);
  assert.match(dry.stdout, /^\d+ paths to be sealed\. Nothing was written\.$/m);
  assert.ok(!existsSync(join(content, 'ledger')));
  const done = seal(content);
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stdout, /^Sealed (\d+) paths; the ledger has \1 lines\.$/m);
  const text = readFileSync(join(content, 'ledger/2031.txt'), 'utf8');
  const paths = text.split('\n').slice(0, -2);
  assert.deepEqual(paths, paths.toSorted(), 'sorted');
  assert.match(seal(content).stdout, /^Everything that is published is sealed\.$/m);
  assert.equal(readFileSync(join(content, 'ledger/2031.txt'), 'utf8'), text);
});

test('what was corrected is told so, also where a change is listed with it', (t) => {
  const content = archive(t);
  seal(content);
  const file = join(content, FEUD);
  const entry = readFileSync(file, 'utf8');
  const title = /^title: (.*)$/m.exec(entry)?.[1] ?? '';
  const correction = `corrections:\n  - { date: 2031-04-09, note: It was wrong., was: title, text: ${title} }\n`;
  writeFileSync(
    file,
    entry.replace(/^title: .*\n/m, `title: Bakers agree\nformerly: [/2031/bakers/]\n${correction}`),
  );
  const told = seal(content, '--dry-run');
  assert.match(
    told.stdout,
    /^corrected {2}\/2031\/04\/02\/bakers-agree-on-the-price-of-bread\/$/m,
    told.stderr,
  );
  assert.match(
    told.stdout,
    /^listed {5}\/2031\/04\/02\/bakers-agree-on-the-price-of-bread\/ {2}formerly added$/m,
  );
});

test('what is in conflict with the ledger is refused, and nothing is sealed', (t) => {
  const content = archive(t);
  seal(content);
  const ledger = ledgerOf(content);
  const file = join(content, FEUD);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\.\n$/, '!\n'));
  cpSync(join(content, 'people/izgin-dagisli.yaml'), join(content, 'people/new-person.yaml'));
  const refused = seal(content);
  assert.equal(refused.status, 1);
  assert.match(
    refused.stderr,
    /bakers-agree-on-the-price-of-bread\.mdx:\d+:\d+ \[published\/[a-z]+\]\n {2}“/,
  );
  assert.match(refused.stderr, /Nothing was sealed\.\n$/);
  assert.deepEqual(ledgerOf(content), ledger);
});

test('a path that leads elsewhere now is told as moved, and as corrected only where more has changed', (t) => {
  const content = archive(t);
  seal(content);
  const [file, moved] = [join(content, FEUD), join(content, FEUD.replace('-on-the-price', ''))];
  const text = readFileSync(file, 'utf8');
  const old = '/2031/04/02/bakers-agree-on-the-price-of-bread/';
  renameSync(file, moved);
  writeFileSync(moved, text.replace('---\n', `---\nformerly: [${old}]\n`));
  const { stdout, stderr } = seal(content, '--dry-run');
  assert.match(
    stdout,
    /^moved {6}\/2031\/04\/02\/bakers-agree-on-the-price-of-bread\/ to \/2031\/04\/02\/bakers-agree-of-bread\/$/m,
    stderr,
  );
  assert.doesNotMatch(stdout, /^(?:new|corrected) /m);
});

// KILLS=50 for the long run.
const KILLS = Number(process.env['KILLS']) || 20;

/** Seals the same paths on one day and on the next, over and over. */
const SEALING = `
  const { writeLedgerFiles } = await import('./src/content/ledger/ledger-files.ts');
  const [root, ...days] = process.argv.slice(1);
  const paths = Array.from({ length: 3000 }, (_, at) => '/204' + (at % 3) + '/01/01/report-' + at + '/');
  for (let turn = 0; ; turn++) {
    writeLedgerFiles(root, { sealed: paths.map((path) => ({ path, date: days[turn % 2], stated: 'date:x' })), changes: [] }, { day: days[turn % 2], joins: [] });
    if (turn === 0) process.stdout.write('ready');
  }`;

test(`killed ${KILLS} times while it writes, it leaves the one ledger or the other, whole`, async (t) => {
  const root = scratchFolder(t);
  const seen = new Map<string, number>();
  const unfinished = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const args = ['--input-type=module', '-e', SEALING, root, '2041-01-01', '2041-01-02'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await wait(20 + Math.random() * 60);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { lines, problems } = readLedgerFiles(root);
    assert.deepEqual(problems, []);
    assert.equal(lines.size, 3000);
    const days = new Set([...lines.values()].map(({ date }) => date));
    assert.equal(days.size, 1, 'never a part of each');
    for (const day of days) seen.set(day, (seen.get(day) ?? 0) + 1);
    for (const name of readdirSync(join(root, 'ledger')))
      if (name.startsWith('.')) unfinished.add(name);
  }
  assert.equal(seen.size, 2, 'both were seen');
  assert.ok(unfinished.size > 0, 'some were killed in the midst of it');
});

test('what a killed sealing left is cleared by the next', (t) => {
  const content = archive(t);
  seal(content);
  const ledger = ledgerOf(content);
  const folder = join(content, 'ledger');
  mkdirSync(join(folder, '.ready'));
  renameSync(join(folder, '2031.txt'), join(folder, '.ready/2031.txt'));
  mkdirSync(join(folder, '.unready'));
  writeFileSync(join(folder, '.unready/2031.txt'), '/2031/');
  assert.deepEqual(ledgerOf(content), ledger, 'it is read as it was meant');
  const person = readFileSync(join(content, 'people/izgin-dagisli.yaml'), 'utf8');
  writeFileSync(
    join(content, 'people/new-person.yaml'),
    person.replace(/aliases:[\s\S]*?\n(?=\S|$)/, ''),
  );
  assert.equal(seal(content).status, 0);
  assert.deepEqual(readdirSync(folder).toSorted(), [
    '2031.txt',
    '2032.txt',
    '2033.txt',
    '2034.txt',
    '2035.txt',
    'head.txt',
    'names.txt',
  ]);
  assert.equal(ledgerOf(content).length, ledger.length + 1);
});

test('what a build would refuse is refused before it is sealed, where no build could be made before', (t) => {
  const content = join(scratchFolder(t), 'content');
  const folder = join(content, 'articles/2031/04/02');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(content, 'archive.yaml'), 'title: Quern\nurl: https://quern.example/\n');
  const entry = (title: string, said: string, text: string) =>
    `---\ntitle: ${title}\ndate: 2031-04-02\ntext: verbatim\n${said}---\n\n${text}\n`;
  const held =
    'withheld:\n  - { name: Tamsin Orrel, as: a minor, reason: The family asked., date: 2031-05-06 }\n';
  const lamp = join(folder, 'lamp.mdx');
  writeFileSync(
    join(folder, 'boat.mdx'),
    entry('A boat is found', held, 'The boat was found by Tamsin Orrel on the lower mole at six.'),
  );
  writeFileSync(lamp, entry('A lamp is lit', '', 'The lamp of Quern was lit again on Monday.'));
  assert.equal(seal(content).status, 0);
  const before = readFileSync(join(content, 'ledger/2031.txt'), 'utf8');
  const summarised = (summary: string) =>
    writeFileSync(
      lamp,
      entry('A lamp is lit', `summary: ${summary}\n`, 'The lamp of Quern was lit again on Monday.'),
    );
  summarised('Tamsin Orrel lit it.');
  const refused = seal(content);
  assert.equal(refused.status, 1, refused.stdout);
  assert.match(refused.stderr, /\[withheld\//);
  assert.match(refused.stderr, /Nothing was sealed\.\n$/);
  assert.equal(readFileSync(join(content, 'ledger/2031.txt'), 'utf8'), before);
  summarised('It had been dark for a week.');
  const { status, stdout, stderr } = seal(content);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /listed {5}\/2031\/04\/02\/lamp\/ {2}summary added/);
});
