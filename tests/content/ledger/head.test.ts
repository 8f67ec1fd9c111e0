import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { goesOnFrom, publishedHead } from '../../../src/content/ledger/head.ts';
import { committedFaults } from '../../../src/content/ledger/history/committed.ts';
import {
  historyFaults,
  siteContinuityFaults,
} from '../../../src/content/ledger/history/continuity.ts';
import { joined } from '../../../src/content/ledger/history/joining.ts';
import { readLedgerFiles, writeLedgerFiles } from '../../../src/content/ledger/ledger-files.ts';
import { sealingOf } from '../../../src/content/ledger/sealing.ts';
import { ArchiveError } from '../../../src/content/reading/archive-error.ts';
import { readArchive } from '../../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../../src/content/store/archive-store.ts';
import { paragraphId } from '../../../src/domain/article/paragraph.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const NEWS = 'articles/2031/04/02/news.mdx';
const LATER = 'articles/2032/01/01/later.mdx';
const article = (date: string, text: string, fields = '') =>
  `---\ndate: ${date}\ntext: account\n${fields}---\n\n${text}\n`;

interface Archive {
  root: string;
  read: () => ReturnType<typeof readArchive>;
  seal: (day: string) => Promise<void>;
  told: () => Promise<string>;
}

/** An archive of two years that was sealed twice, with a change that was listed. */
async function archive(t: TestContext, root = scratchFolder(t)): Promise<Archive> {
  const store = new ArchiveStore(scratchFolder(t));
  t.after(() => store.close());
  const read = () => readArchive(root, '/', store);
  const seal = async (day: string) => {
    const { reading, joins, problems } = await joined(root, await read(), store);
    if (problems.length > 0) throw new ArchiveError(problems);
    writeLedgerFiles(root, sealingOf(reading, store, day).ledger, { day, joins });
  };
  const told = async () => {
    try {
      await read();
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  return { root, read, seal, told };
}

async function sealedTwice(t: TestContext): Promise<Archive & { first: string; second: string }> {
  const one = await archive(t);
  const { root, seal } = one;
  write(root, {
    [NEWS]: article('2031-04-02', 'Twelve were missing.'),
    [LATER]: article('2032-01-01', 'All were found.'),
    'people/ada-varga.yaml': 'name: Ada Varga\n',
  });
  await seal('2032-02-01');
  const first = join(scratchFolder(t), 'first');
  cpSync(join(root, 'ledger'), first, { recursive: true });
  write(root, { [NEWS]: article('2031-04-02', 'Twelve were missing.', 'summary: Missing.\n') });
  await seal('2032-03-01');
  const second = join(scratchFolder(t), 'second');
  cpSync(join(root, 'ledger'), second, { recursive: true });
  return { ...one, first, second };
}

type Spoil = (ledger: string, first: string) => void;
const edit =
  (name: string, from: string | RegExp, to: string): Spoil =>
  (ledger) => {
    const file = join(ledger, name);
    const text = readFileSync(file, 'utf8');
    assert.notEqual(text.replace(from, to), text);
    writeFileSync(file, text.replace(from, to));
  };
const takes =
  (name: string): Spoil =>
  (ledger) =>
    rmSync(join(ledger, name));
const older =
  (name: string): Spoil =>
  (ledger, first) =>
    copyFileSync(join(first, name), join(ledger, name));

/** The digest of nothing closes a file without lines: as such it is whole. */
const EMPTY = 'end 0 sha256:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\n';

// biome-ignore format: a table, a way to spoil it a row
const SPOILT: [name: string, spoil: Spoil, ...said: string[]][] = [
  ['a year deleted', takes('2032.txt'), 'ledger/2032.txt', 'A file of the ledger stays'],
  ['another year deleted', takes('2031.txt'), 'ledger/2031.txt', 'A file of the ledger stays'],
  ['the names deleted', takes('names.txt'), 'ledger/names.txt', 'A file of the ledger stays'],
  ['the list of changes deleted', takes('changes.txt'), 'ledger/changes.txt', 'A file of the ledger stays'],
  ['the head deleted', takes('head.txt'), 'ledger/head.txt', 'The ledger has a head'],
  ['a year emptied', (ledger) => writeFileSync(join(ledger, '2031.txt'), EMPTY), 'ledger/2031.txt', 'is older, or of another ledger'],
  ['the names emptied', (ledger) => writeFileSync(join(ledger, 'names.txt'), EMPTY), 'ledger/names.txt', 'is older, or of another ledger'],
  ['the list of changes emptied', (ledger) => writeFileSync(join(ledger, 'changes.txt'), ''), 'ledger/changes.txt', 'is older, or of another ledger'],
  ['a year without a byte', (ledger) => writeFileSync(join(ledger, '2031.txt'), ''), 'ledger/2031.txt', 'never edited by hand'],
  ['the head without a byte', (ledger) => writeFileSync(join(ledger, 'head.txt'), ''), 'ledger/head.txt', 'never edited by hand'],
  ['a year of the sealing before', older('2031.txt'), 'ledger/2031.txt', 'is older, or of another ledger'],
  ['the head of the sealing before', older('head.txt'), 'ledger/2031.txt', 'is older', 'ledger/changes.txt', 'is known to its head'],
  ['a year put in', (ledger) => writeFileSync(join(ledger, '2030.txt'), EMPTY), 'ledger/2030.txt', 'is known to its head'],
  ['a line of the head taken out', edit('head.txt', /^1 .*\n/, ''), 'ledger/head.txt', 'never edited by hand'],
  ['a day of the head changed', edit('head.txt', '2032-02-01', '2032-02-02'), 'ledger/head.txt', 'never edited by hand'],
  ['a file of the head taken out', (ledger, first) => { edit('head.txt', /file 2032.*\n/, '')(ledger, first); takes('2032.txt')(ledger, first); }, 'ledger/head.txt', 'never edited by hand'],
  ['a change taken out', edit('changes.txt', /.*\n/, ''), 'ledger/changes.txt', 'is older'],
  ['a change with another day', edit('changes.txt', '2032-03-01', '2032-02-01'), 'ledger/changes.txt'],
  ['a change that is none', edit('changes.txt', 'added', 'done'), 'ledger/changes.txt', 'as npm run seal wrote it'],
  ['two histories in one file', edit('head.txt', /^/, '<<<<<<< HEAD\n'), 'ledger/head.txt', 'take the one ledger whole'],
];

for (const [name, spoil, ...said] of SPOILT) {
  test(`the ledger is refused: ${name}`, async (t) => {
    const { root, first, told } = await sealedTwice(t);
    assert.equal(await told(), '');
    spoil(join(root, 'ledger'), first);
    const message = await told();
    for (const words of said) assert.ok(message.includes(words), `${words}\n${message}`);
    assert.ok(message.includes('from your version history, or from a bag'), message);
  });
}

/** What a site holds of an archive as far as this matters. */
function site(t: TestContext, root: string): string {
  const folder = scratchFolder(t);
  const { head } = readLedgerFiles(root);
  assert.ok(head);
  write(folder, {
    'ledger.txt': publishedHead(head),
    '2031/04/02/news/index.html': '<!doctype html>',
  });
  return folder;
}

test('a site that was built knows whether the ledger goes on from its own', async (t) => {
  const { root, first, second, read, seal } = await sealedTwice(t);
  const folder = site(t, root);
  assert.doesNotMatch(readFileSync(join(folder, 'ledger.txt'), 'utf8'), /Twelve|file/);
  const faults = async () =>
    siteContinuityFaults(root, await read(), folder).map(({ rule, fix }) => `${rule} ${fix}`);
  assert.deepEqual(await faults(), []);
  write(root, { [LATER]: article('2032-01-01', 'All were found.', 'summary: Found.\n') });
  await seal('2032-04-01');
  assert.deepEqual(await faults(), [], 'sealed again since');
  const put = (from: string) => {
    rmSync(join(root, 'ledger'), { recursive: true });
    cpSync(from, join(root, 'ledger'), { recursive: true });
  };
  put(second);
  assert.deepEqual(await faults(), []);
  put(first);
  assert.match((await faults()).join(), /knows sealing 2, of 2032-03-01.+Take the ledger back/);
  rmSync(join(root, 'ledger'), { recursive: true });
  assert.match((await faults()).join(), /knows sealing 2/, 'the folder deleted');
  await seal('2032-05-01');
  assert.match((await faults()).join(), /knows sealing 2/, 'and sealed anew');
  rmSync(join(folder, '2031'), { recursive: true });
  assert.deepEqual(await faults(), [], 'a site of another archive');
});

/** What git is told in a folder. */
const gitIn =
  (root: string) =>
  (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });

test('the version history knows a ledger that is gone or went back, committed or not', async (t) => {
  const { root, first, second, read } = await sealedTwice(t);
  const git = gitIn(root);
  const put = (from: string) => {
    rmSync(join(root, 'ledger'), { recursive: true, force: true });
    cpSync(from, join(root, 'ledger'), { recursive: true });
  };
  const faults = async () => historyFaults(root, await read()).map(({ rule }) => rule);
  assert.deepEqual(await faults(), [], 'kept in no history');
  put(first);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'Sealed');
  put(second);
  assert.deepEqual(await faults(), [], 'before it is committed');
  git('add', '.');
  git('commit', '-qm', 'Sealed again');
  assert.deepEqual(await faults(), []);
  put(first);
  assert.match((await faults()).join(), /Each sealing that the version history knows/);
  git('commit', '-qam', 'Back');
  assert.match((await faults()).join(), /Each sealing that the version history knows/);
  rmSync(join(root, 'ledger'), { recursive: true });
  assert.match((await faults()).join(), /Each sealing that the version history knows/);
  put(second);
  assert.deepEqual(await faults(), [], 'taken back');
});

test('no attribute, setting or variable of git hides a sealing, or runs a command', async (t) => {
  const { root, first, read } = await sealedTwice(t);
  const git = gitIn(root);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'Sealed');
  rmSync(join(root, 'ledger'), { recursive: true });
  cpSync(first, join(root, 'ledger'), { recursive: true });
  const faults = async () => historyFaults(root, await read()).map(({ rule }) => rule);
  const [attributes, ran] = [join(root, '.git/info/attributes'), join(root, '.git/ran')];
  const script = join(root, '.git/show.sh');
  writeFileSync(script, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
  git('config', 'diff.x.textconv', script);
  git('config', 'diff.x.command', script);
  git('config', 'log.showSignature', 'true');
  git('config', 'gpg.program', script);
  for (const attribute of ['-diff', 'binary', 'diff=x']) {
    writeFileSync(attributes, `head.txt ${attribute}\n`);
    assert.match((await faults()).join(), /Each sealing that the version history knows/, attribute);
  }
  assert.ok(!existsSync(ran), 'a command was run');
  for (const [name, value] of [
    ['GIT_DIR', join(root, 'none')],
    ['GIT_EXTERNAL_DIFF', script],
  ] as const) {
    t.after(() => delete process.env[name]);
    process.env[name] = value;
    assert.match((await faults()).join(), /Each sealing that the version history knows/, name);
    delete process.env[name];
  }
  const commit = git('rev-parse', 'HEAD').trim();
  const tree = git('mktree').trim();
  const other = git('commit-tree', '-m', 'Other', tree).trim();
  git('replace', commit, other);
  assert.match((await faults()).join(), /Each sealing that the version history knows/, 'replaced');
});

/** A committed archive, and a build's look at the ledger that was committed. */
async function committed(t: TestContext) {
  const one = await sealedTwice(t);
  const git = gitIn(one.root);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'Sealed');
  const store = new ArchiveStore(scratchFolder(t));
  t.after(() => store.close());
  const faults = async () => {
    const found = await committedFaults(one.root, await readArchive(one.root, '/', store), store);
    return found
      .map(({ file, words, rule, fix }) => [file, words, rule, fix].join('\n'))
      .join('\n\n');
  };
  assert.equal(await faults(), '');
  /** Seals the archive as if it never was, and has the head say that this goes on from it. */
  const forge = async (day: string, joins = false) => {
    const { head } = readLedgerFiles(one.root);
    assert.ok(head);
    rmSync(join(one.root, 'ledger'), { recursive: true });
    const own = new ArchiveStore(scratchFolder(t));
    const sealing = sealingOf(await readArchive(one.root, '/', own), own, day).ledger;
    own.close();
    const joined = joins ? head.seals.map(({ digest }) => digest) : [];
    writeLedgerFiles(
      one.root,
      { ...sealing, last: joins ? undefined : head },
      { day, joins: joined },
    );
    assert.deepEqual(historyFaults(one.root, await one.read()), []);
  };
  return { ...one, git, faults, forge };
}

for (const joins of [false, true])
  test(`a sealing forged ${joins ? 'as a joining' : 'to go on from the last'} makes no change true`, async (t) => {
    const { root, faults, forge } = await committed(t);
    write(root, { [NEWS]: article('2031-04-02', 'Nobody was missing.', 'summary: Missing.\n') });
    await forge('2032-03-01', joins);
    const told = await faults();
    assert.match(told, /only with a correction/);
    assert.match(told, /It said: “Twelve were missing\.”/);
    assert.match(told, /was entered in the list of changes stays there/);
  });

test('a sealing forged loses no path, changes no day, lists nothing less', async (t) => {
  const { root, faults, forge } = await committed(t);
  rmSync(join(root, LATER));
  rmSync(join(root, 'people/ada-varga.yaml'));
  write(root, {
    [NEWS]: article('2031-04-02', 'Twelve were missing.', 'summary: Missing.\nlang: fr\n'),
  });
  await forge('2032-04-01');
  const told = await faults();
  for (const words of [
    '/2032/01/01/later/',
    '/people/ada-varga/',
    'there for good',
    'here 2032-02-01',
    'list of changes (language of the text)',
  ])
    assert.ok(told.includes(words), `${words}\n${told}`);
});

test('a sealing forged has no correction say a past that was not', async (t) => {
  const { root, faults, forge } = await committed(t);
  const untrue = `corrections:\n  - { date: 2032-04-01, note: A lie., was: ${paragraphId('All drowned.')}, text: All drowned. }\n`;
  write(root, {
    [NEWS]: article('2031-04-02', 'Twelve were missing.', `summary: Missing.\n${untrue}`),
  });
  await forge('2032-04-01');
  assert.match(await faults(), /says what was published and no other thing/);
});

test('what is corrected or listed since the last commit holds, sealed once or often', async (t) => {
  const { root, faults, seal, git } = await committed(t);
  const correction = (text: string) =>
    `  - { date: 2032-04-01, note: A slip., was: ${paragraphId(text)}, text: ${text} }\n`;
  const fields = (more: string) => `summary: Missing.\nlang: fr\n${more}`;
  const first = `corrections:\n${correction('Twelve were missing.')}`;
  write(root, { [NEWS]: article('2031-04-02', 'Ten were missing.', fields(first)) });
  assert.equal(await faults(), '', 'not sealed yet');
  await seal('2032-04-01');
  assert.equal(await faults(), '');
  const second = `${first}${correction('Ten were missing.')}`;
  write(root, {
    [NEWS]: article('2031-04-02', 'Nine were missing.', fields(second)).replace(
      'lang: fr',
      'lang: nb',
    ),
    'people/ada-varga.yaml': 'name: Ada Varga\naliases: [A. Varga]\n',
  });
  assert.equal(await faults(), '', 'not sealed again yet');
  await seal('2032-05-01');
  assert.equal(await faults(), '');
  git('commit', '-qam', 'Corrected');
  assert.equal(await faults(), '');
});

/** Two branches of an archive, each sealed; the present one is that which is given. */
async function branches(t: TestContext) {
  const one = await archive(t);
  const { root, seal } = one;
  const git = gitIn(root);
  write(root, {
    [NEWS]: article('2031-04-02', 'Twelve were missing.'),
    'people/ada-varga.yaml': 'name: Ada Varga\n',
  });
  await seal('2032-02-01');
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'Sealed');
  git('checkout', '-qb', 'other');
  write(root, { 'articles/2031/05/01/other.mdx': article('2031-05-01', 'The other branch.') });
  write(root, { [NEWS]: article('2031-04-02', 'Twelve were missing.', 'summary: Other.\n') });
  await seal('2032-03-01');
  git('add', '.');
  git('commit', '-qm', 'Sealed there');
  git('checkout', '-q', 'main');
  write(root, { 'articles/2031/06/01/own.mdx': article('2031-06-01', 'The own branch.') });
  await seal('2032-03-02');
  git('add', '.');
  git('commit', '-qm', 'Sealed here');
  spawnSync('git', ['merge', '--no-commit', 'other'], { cwd: root });
  return { ...one, git };
}

for (const side of ['HEAD', 'MERGE_HEAD'])
  test(`two branches were sealed: take that of ${side}, and seal again`, async (t) => {
    const { root, git, read, seal, told } = await branches(t);
    assert.match(await told(), /take the one ledger whole/, 'in conflict');
    rmSync(join(root, 'ledger'), { recursive: true });
    git('checkout', side, '--', 'ledger');
    git('add', '.');
    git('-c', 'core.editor=true', 'commit', '-qm', 'Merged');
    const before = readLedgerFiles(root);
    assert.deepEqual(before.problems, []);
    assert.match(historyFaults(root, await read())[0]?.fix ?? '', /run npm run seal: it joins/);
    await seal('2032-04-01');
    assert.deepEqual(historyFaults(root, await read()), []);
    const store = new ArchiveStore(scratchFolder(t));
    t.after(() => store.close());
    const again = await readArchive(root, '/', store);
    assert.deepEqual(await committedFaults(root, again, store), [], 'what was committed holds');
    const { head, lines, changes } = readLedgerFiles(root);
    assert.equal(head?.seals.at(-1)?.joins.length, 1);
    assert.equal(lines.get('/2031/05/01/other/')?.date, '2032-03-01', 'sealed on its day');
    assert.equal(lines.get('/2031/06/01/own/')?.date, '2032-03-02');
    assert.deepEqual(
      changes.map(({ date, field }) => `${date} ${field}`),
      ['2032-03-01 summary'],
    );
    git('add', '.');
    git('commit', '-qm', 'Sealed');
    for (const branch of ['main^1', 'main^1^2']) {
      const known = git('show', `${branch}:ledger/head.txt`).match(/[\w-]{43}(?=\nfile)/)?.[0];
      assert.ok(goesOnFrom(head, known ?? ''), `a site that was built from ${branch}`);
    }
  });

test('a merge that loses what one of the branches sealed is not joined', async (t) => {
  const { root, git, seal } = await branches(t);
  rmSync(join(root, 'ledger'), { recursive: true });
  git('checkout', 'HEAD', '--', 'ledger');
  write(root, { 'articles/2031/05/01/other.mdx': article('2031-05-01', 'The other tale.') });
  git('add', '.');
  git('commit', '-qm', 'Merged');
  await assert.rejects(seal('2032-04-01'), /only with a correction/);
  rmSync(join(root, 'articles/2031/05'), { recursive: true });
  await assert.rejects(seal('2032-04-01'), /is there for good/);
});

test('an archive that was never sealed has no ledger, and needs none', async (t) => {
  const { root, read } = await archive(t);
  write(root, { [NEWS]: article('2031-04-02', 'Twelve were missing.') });
  const reading = await read();
  assert.deepEqual(historyFaults(root, reading), []);
  assert.deepEqual(siteContinuityFaults(root, reading, scratchFolder(t)), []);
  mkdirSync(join(root, 'ledger'));
  await read();
});

test('whoever has the site cannot test a guess at what the ledger is made of', async (t) => {
  const heads = await Promise.all(
    [1, 2].map(async () => {
      const { root, seal } = await archive(t);
      write(root, { [NEWS]: article('2031-04-02', 'Twelve were missing.') });
      await seal('2032-02-01');
      const { head } = readLedgerFiles(root);
      assert.deepEqual(readdirSync(join(root, 'ledger')).toSorted(), ['2031.txt', 'head.txt']);
      return head && publishedHead(head);
    }),
  );
  assert.notEqual(heads[0], heads[1], 'the same archive, sealed on the same day');
});
