import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { markOf } from '../../src/content/ledger/first-form.ts';
import { paragraphId } from '../../src/domain/article/paragraph.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';
import { skipWithoutSample } from '../support/sample.ts';
import { scratchFolder, write } from '../support/scratch.ts';

/** Whoever has an archive takes a new version as `git pull` gives it: no file that is theirs is in its way. */

const gitIn =
  (cwd: string) =>
  (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();

/** The state of 0.1.0: the last commit of the day that the changelog gives. Or why there is none. */
function firstVersion(): { commit: string } | { reason: string } {
  const git = gitIn(root);
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const [, day = ''] = /^## 0\.1\.0 \((.*)\)$/m.exec(changelog) ?? [];
  try {
    if (git('rev-parse', '--is-shallow-repository') === 'true')
      return { reason: 'the clone is shallow, and has no commit of 0.1.0' };
    const dated = git('log', '--first-parent', '--format=%H %as').split('\n');
    const commit = dated.find((line) => line.slice(41) <= day)?.slice(0, 40);
    if (commit) return { commit };
  } catch {}
  return { reason: 'this copy has no history in which 0.1.0 is' };
}

const TEXT = 'Ada Varga left with the ferry.';
const ARTICLE = '/2023/10/17/ferry/';
const CONTENT = {
  'content/articles/2023/10/17/ferry.mdx': `---\ntitle: Ferry\ndate: 2023-10-17\ntext: account\npeople: [ada-varga]\n---\n\n${TEXT}\n`,
  'content/people/ada-varga.yaml': 'name: Ada Varga\n',
  // The sample has a file of this name.
  'content/places/israel.yaml': 'name: Another Israel\n',
};

/** A file of the ledger, as 0.1.0 wrote it. */
function ledgerFile(lines: string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  return `${text}end ${lines.length} sha256:${hash('sha256', text)}\n`;
}

const LEDGER = {
  'content/ledger/2023.txt': ledgerFile([
    `${ARTICLE} 2026-11-25 sha256:${hash('sha256', `${TEXT}\n`)} title:${markOf('Ferry')} ${paragraphId(TEXT)}`,
  ]),
  'content/ledger/names.txt': ledgerFile([
    '/people/ada-varga/ 2026-11-25',
    '/places/israel/ 2026-11-25',
  ]),
};

/** What its owner had to write into src/site.ts, at 0.1.0. */
const EDITS = [
  ["title: 'Cuttings'", "title: 'Harbour Cuttings'"],
  ["'A news archive filed", "'Ours, filed"],
  ["lang: 'en-GB'", "lang: 'en-US'"],
  ['about: []', "about: ['We are four.']"],
  ["contact: ''", "contact: 'mailto:desk@archive.example'"],
  ['pageSize: 50', 'pageSize: 20'],
] as const;

/** A fork of 0.1.0 that has an archive of its own, merged with what this project is now. */
function upgraded(t: TestContext, commit: string, files: Record<string, string>) {
  const folder = join(scratchFolder(t), 'fork');
  gitIn(root)('clone', '--quiet', '--shared', '--no-checkout', root, folder);
  const git = gitIn(folder);
  // Where this is an owner's own copy, the project as its upstream has it: content is theirs.
  git('checkout', '--quiet', '-b', 'project', 'HEAD');
  rmSync(join(folder, 'content'), { recursive: true, force: true });
  git('checkout', '--quiet', commit, '--', 'content');
  git('add', '--all', 'content');
  git('commit', '--quiet', '--allow-empty', '-m', 'The project');
  const site = readFileSync(join(folder, 'src/site.ts'), 'utf8');

  git('checkout', '--quiet', '-b', 'own', commit);
  rmSync(join(folder, 'content'), { recursive: true });
  write(folder, { ...CONTENT, ...LEDGER, ...files });
  const file = join(folder, 'src/site.ts');
  for (const [was, is] of EDITS)
    if (site.includes(was)) writeFileSync(file, readFileSync(file, 'utf8').replace(was, is));
  git('add', '--all');
  git('commit', '--quiet', '-m', 'An archive of our own');
  git('merge', '--quiet', '-m', 'A new version', 'project');
  assert.equal(git('status', '--porcelain'), '');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const content = join(folder, 'content');
  const run = (...args: string[]) =>
    runNode(args, { cwd: folder, env: { ARCHIVE_CONTENT: '', SITE_URL: '' } });
  return { folder, content, run };
}

const first = firstVersion();
const skip = 'reason' in first ? first.reason : false;
const commit = 'commit' in first ? first.commit : '';

test('an archive of 0.1.0 takes this version without a conflict, and is built', {
  skip,
}, async (t) => {
  const settings = 'title: The O’Darra shelf\nurl: https://shelf.example/\n';
  const own = { ...CONTENT, ...LEDGER, 'content/archive.yaml': settings };
  const { folder, content, run } = upgraded(t, commit, { 'content/archive.yaml': settings });
  const paths = Object.keys(own).map((path) => path.slice('content/'.length));
  assert.deepEqual(filesIn(content).toSorted(), paths.toSorted());
  for (const [path, text] of Object.entries(own))
    assert.equal(readFileSync(join(folder, path), 'utf8'), text);
  const { code, stdout, stderr } = await run('src/cli/build.ts');
  assert.equal(code, 0, stderr);
  assert.match(stdout, /Built 1 article/);
  const page = readFileSync(join(folder, 'dist', ARTICLE, 'index.html'), 'utf8');
  assert.match(page, /<title>Ferry · The O’Darra shelf</);
  assert.match(page, /https:\/\/shelf\.example\/2023/);
  const sealed = await run('src/cli/seal.ts');
  assert.equal(sealed.code, 0, sealed.stderr);
});

test('what its owner wrote into src/site.ts holds on, and init makes it data', {
  skip,
}, async (t) => {
  const { folder, content, run } = upgraded(t, commit, {});
  const { code, stderr } = await run('src/cli/init.ts', '--yes');
  assert.equal(code, 0, stderr);
  const text = readFileSync(join(content, 'archive.yaml'), 'utf8');
  const site = readFileSync(join(folder, 'src/site.ts'), 'utf8');
  const [, title = ''] = /^ {2}title: '(.*)',$/m.exec(site) ?? [];
  assert.ok(title !== '' && text.includes(`\ntitle: ${title}\n`), text);
  assert.deepEqual(
    filesIn(content).toSorted(),
    [...Object.keys({ ...CONTENT, ...LEDGER }), 'content/archive.yaml']
      .map((path) => path.slice('content/'.length))
      .toSorted(),
  );
});

test('the project leaves the content of its sample as 0.1.0 had it: it is others’ to change', {
  skip: skip || skipWithoutSample,
}, () => {
  const git = gitIn(root);
  assert.equal(git('rev-parse', 'HEAD:content'), git('rev-parse', `${commit}:content`));
});
