import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { headText, nextHead, publishedHead, readHead } from '../../../src/content/ledger/head.ts';
import {
  historyFaults,
  publishedFault,
  siteContinuityFaults,
} from '../../../src/content/ledger/history/continuity.ts';
import { strangeSeals } from '../../../src/content/ledger/history/seal-history.ts';
import { readLedgerFiles, writeLedgerFiles } from '../../../src/content/ledger/ledger-files.ts';
import { isSampleSeal } from '../../../src/content/ledger/sample.ts';
import { sealingOf } from '../../../src/content/ledger/sealing.ts';
import { readArchive } from '../../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../../src/content/store/archive-store.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

/** The head that the sample's ledger had, as everybody's history of the project has it. */
const SAMPLE_HEAD = `1 2026-11-26 6rUH_cJmahunlM41fMJPOQ er6-8uF4dljHy_m2PyyyfTVZX9kpIsbVil8FwUrxLAs
file 2023.txt tAidjRwYBG0ealxrHb3t7JyCCdNNCqDqL3T9YuJmlRM
file names.txt GJLSzsvPgxhMiKWRDKnbdwdqDetj9_ESbWjJRZ5bFTs
`;
const HEAD = 'ledger/head.txt';
const NEWS = 'articles/2031/04/02/news.mdx';
const news = '---\ndate: 2031-04-02\ntext: account\n---\n\nThe ferry left.\n';

/** An archive in a version history that begins with the sample. */
function archive(t: TestContext) {
  const root = scratchFolder(t);
  const store = new ArchiveStore(scratchFolder(t));
  t.after(() => store.close());
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: root,
      stdio: 'ignore',
    });
  const commit = () => {
    git('add', '-A');
    git('commit', '-qm', 'One more');
  };
  const read = () => readArchive(root, '/', store);
  const seal = async (day: string) =>
    writeLedgerFiles(root, sealingOf(await read(), store, day).ledger, { day, joins: [] });
  git('init', '-q');
  write(root, { [HEAD]: SAMPLE_HEAD });
  commit();
  rmSync(join(root, 'ledger'), { recursive: true });
  write(root, { 'archive.yaml': 'title: Ferries\n' });
  commit();
  return { root, read, seal, commit };
}

test('the sealing of the sample is known by its digest, which nothing else has', () => {
  const head = readHead(SAMPLE_HEAD);
  assert.ok(head);
  assert.deepEqual(
    head.seals.map(({ digest }) => isSampleSeal(digest)),
    [true],
  );
  // Whatever goes on from it, or has other files, has another digest.
  const next = nextHead(head, head.files, { day: '2031-04-02', joins: [] });
  assert.deepEqual(
    next.seals.map(({ digest }) => isSampleSeal(digest)),
    [true, false],
  );
  assert.equal(readHead(SAMPLE_HEAD.replace('2026-11-26', '2026-11-27')), undefined);
});

test('an archive that begins after the sample goes on from nothing, and then from itself', async (t) => {
  const { root, read, seal, commit } = archive(t);
  assert.deepEqual(historyFaults(root, await read()), []);
  write(root, { [NEWS]: news });
  await seal('2031-04-03');
  assert.deepEqual(historyFaults(root, await read()), []);
  commit();
  const ledger = join(root, 'ledger');
  const head = readFileSync(join(root, HEAD), 'utf8');
  rmSync(ledger, { recursive: true });
  assert.match(historyFaults(root, await read())[0]?.rule ?? '', /Each sealing/, 'lost');
  rmSync(join(root, 'articles'), { recursive: true });
  assert.match(historyFaults(root, await read())[0]?.rule ?? '', /Each sealing/, 'all of it lost');
  commit();
  write(root, { [HEAD]: SAMPLE_HEAD });
  const { head: back } = readLedgerFiles(root);
  assert.equal(strangeSeals(root, back).length, 1, 'the sample’s ledger is not its own');
  assert.equal(strangeSeals(root, readHead(head)).length, 0);
});

test('an archive that went on from the sample cannot lose what it sealed', async (t) => {
  const { root, read, commit } = archive(t);
  const first = readHead(SAMPLE_HEAD);
  write(root, {
    [HEAD]: headText(nextHead(first, first?.files ?? new Map(), { day: '2031-04-02', joins: [] })),
  });
  commit();
  rmSync(join(root, 'ledger'), { recursive: true });
  commit();
  assert.match(historyFaults(root, await read())[0]?.rule ?? '', /Each sealing/);
});

test('a site of the sample binds nobody; any other binds an archive that has lost all', async (t) => {
  const { root, read, seal } = archive(t);
  const site = scratchFolder(t);
  const sample = readHead(SAMPLE_HEAD);
  assert.ok(sample);
  write(site, { 'ledger.txt': publishedHead(sample) });
  assert.deepEqual(siteContinuityFaults(root, await read(), site), []);
  const has = () => true;
  assert.equal(publishedFault(root, await read(), publishedHead(sample), site, has), undefined);

  write(root, { [NEWS]: news });
  await seal('2031-04-03');
  const { head } = readLedgerFiles(root);
  assert.ok(head);
  write(site, { 'ledger.txt': publishedHead(head), '2031/04/02/news/index.html': '' });
  assert.deepEqual(siteContinuityFaults(root, await read(), site), []);
  for (const folder of ['articles', 'ledger']) rmSync(join(root, folder), { recursive: true });
  const [fault] = siteContinuityFaults(root, await read(), site);
  assert.match(fault?.rule ?? '', /knows sealing 1/);
  assert.match(fault?.fix ?? '', /the site of another archive, build into another folder/);
});
