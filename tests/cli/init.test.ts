import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { settledAt } from '../../src/content/files/settings-file.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { isHalfway, JOURNAL, NEXT, siblingOf } from '../../src/placement/workplace.ts';
import { root } from '../../src/setup/setup.mjs';
import { defaults } from '../../src/site.ts';
import { runNode } from '../support/command.ts';
import { contentFiles, skipWithoutSample } from '../support/sample.ts';
import { copyProject, scratchFolder, write } from '../support/scratch.ts';

const sampleFile = (path: string) => join(root, 'content', path);
const SAMPLE = contentFiles;
const ARTICLE = SAMPLE.find((path) => path.startsWith('articles/')) ?? '';
/** A copy of the sample, and the command upon it. */
function sample(t: TestContext) {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  for (const path of SAMPLE) cpSync(sampleFile(path), join(content, path));
  // Where it runs there is no site of this project.
  copyProject(folder, ['src', 'public', 'package.json', 'package-lock.json', 'astro.config.mjs']);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const run = (...args: string[]) =>
    runNode(args, { cwd: folder, env: { ARCHIVE_CONTENT: content } });
  return { folder, content, run, init: (...args: string[]) => run('src/cli/init.ts', ...args) };
}

const own = (text = 'The ferry left.') =>
  `---\ntitle: Ferry\ndate: 2031-04-02\ntext: account\n---\n\n${text}\n`;

// The sample itself, which cannot be invented: what is taken away is known by its bytes.
describe('npm run init', { skip: skipWithoutSample }, () => {
  test('takes the sample away, and writes what was said, whatever its signs', async (t) => {
    const { content, init, run } = sample(t);
    const about = 'We keep what was printed of it. '.repeat(20).trim();
    const title = `The O'Darra & Sons: "Shelf" #1`;
    const { code, stdout, stderr } = await init(
      '--title',
      title,
      '--about',
      about,
      '--lang',
      'en-US',
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Taken away: of the sample 1 article, 15 records, its ledger$/m);
    assert.match(stdout, /^Written: content\/archive\.yaml$/m);
    assert.deepEqual(filesIn(content), ['archive.yaml']);
    const settings = settledAt(content, defaults);
    assert.deepEqual(settings, { ...defaults, url: '', title, lang: 'en-US', about: [about] });
    const sealed = await run('src/cli/seal.ts');
    assert.equal(sealed.code, 0, sealed.stderr);
    const again = await init('--yes');
    assert.equal(again.code, 1);
    assert.match(again.stderr, /This archive has begun/);
  });

  test('without an answer or a word it does nothing, and says what it would do', async (t) => {
    const { content, init } = sample(t);
    const { code, stderr } = await init();
    assert.equal(code, 1);
    assert.match(stderr, /^To be taken away: of the sample 1 article/m);
    assert.match(stderr, /--yes/);
    assert.deepEqual(filesIn(content).toSorted(), SAMPLE.toSorted());
  });

  for (const [what, args, says] of [
    ['a language that the pages do not have', ['--lang', 'ar'], /^lang: .*in English/],
    ['a blank title', ['--title', ' '], /^title: .*not blank/],
    ['an address that is none', ['--url', 'shelf.example'], /^url: .*https:/],
    ['an option that there is not', ['--titel', 'Shelf'], /--titel/],
  ] as const)
    test(`${what} is refused, and nothing done`, async (t) => {
      const { content, init } = sample(t);
      const { code, stderr } = await init(...args);
      assert.ok(code === 1 || code === 2);
      assert.match(stderr, says);
      assert.deepEqual(filesIn(content).toSorted(), SAMPLE.toSorted());
    });

  test('a sample that was changed or sealed is not taken away', async (t) => {
    const changed = sample(t);
    appendFileSync(join(changed.content, ARTICLE), '\nIt rained.\n');
    const refused = await changed.init('--yes');
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /is not as it was there\. Nothing was done\. .*git checkout/);
    assert.deepEqual(filesIn(changed.content).toSorted(), SAMPLE.toSorted());

    const sealed = sample(t);
    write(sealed.content, { 'articles/2031/04/02/ferry.mdx': own() });
    assert.equal((await sealed.run('src/cli/seal.ts')).code, 0);
    const before = filesIn(sealed.content).toSorted();
    const stays = await sealed.init('--yes');
    assert.equal(stays.code, 1);
    assert.match(stays.stderr, /something was sealed here, and what was published stays/);
    assert.deepEqual(filesIn(sealed.content).toSorted(), before);
  });

  test('an owner’s own files stay, and the records that they name', async (t) => {
    const { content, init, run } = sample(t);
    write(content, {
      'articles/2031/04/02/ferry.mdx': own('In Tel Aviv the ferry left.').replace(
        'text:',
        'places: [tel-aviv]\ntext:',
      ),
    });
    const { code, stdout, stderr } = await init('--yes');
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Left: 2 records of it that your own files name$/m);
    assert.deepEqual(filesIn(content).toSorted(), [
      'archive.yaml',
      'articles/2031/04/02/ferry.mdx',
      'places/israel.yaml',
      'places/tel-aviv.yaml',
    ]);
    const sealed = await run('src/cli/seal.ts');
    assert.equal(sealed.code, 0, sealed.stderr);
  });

  test('whoever took the sample away by hand is told once, and what to do', async (t) => {
    const { content, init, run } = sample(t);
    for (const folder of ['articles', 'people', 'places', 'organisations'])
      rmSync(join(content, folder), { recursive: true });
    const told = await run('src/cli/seal.ts');
    assert.equal(told.code, 1);
    assert.match(told.stderr, /^One problem in the archive/m);
    assert.match(told.stderr, /npm run init/);
    assert.equal((await init('--yes')).code, 0);
    assert.deepEqual(filesIn(content), ['archive.yaml']);
    assert.equal((await run('src/cli/seal.ts')).code, 0);
  });

  test('the site of the sample goes with it, and no other', async (t) => {
    const article = `dist/${ARTICLE.slice('articles/'.length, -'.mdx'.length)}/index.json`;
    const site = { 'dist/manifest-sha256.txt': '', [article]: '{}' };
    const one = sample(t);
    write(one.folder, site);
    assert.match((await one.init('--yes')).stdout, /^Taken away: dist, the built site/m);
    assert.ok(!existsSync(join(one.folder, 'dist')));
    const other = sample(t);
    write(other.folder, { ...site, 'dist/2031/04/02/ferry/index.json': '{}' });
    assert.equal((await other.init('--yes')).code, 0);
    assert.ok(existsSync(join(other.folder, article)));
  });

  test('an archive that is not there is begun', async (t) => {
    const { content, init } = sample(t);
    rmSync(content, { recursive: true });
    assert.equal((await init('--title', 'Shelf')).code, 0);
    assert.deepEqual(readdirSync(content), ['archive.yaml']);
  });

  test('killed at any moment, the next one ends it, and until then nothing is made of a half', async (t) => {
    const { folder, content, init, run } = sample(t);
    let halfway = 0;
    for (let delay = 0; ; delay += 1) {
      rmSync(content, { recursive: true, force: true });
      rmSync(join(folder, '.content-next'), { recursive: true, force: true });
      mkdirSync(content);
      for (const path of SAMPLE) cpSync(sampleFile(path), join(content, path));
      const child = spawn(process.execPath, ['src/cli/init.ts', '--yes'], {
        cwd: folder,
        env: { ...process.env, ARCHIVE_CONTENT: content },
        stdio: 'ignore',
      });
      const exited = once(child, 'exit');
      while (child.exitCode === null && !isHalfway(content)) await wait(0);
      if (delay > 0) await wait(delay % 3);
      child.kill('SIGKILL');
      await exited;
      if (isHalfway(content)) {
        halfway += 1;
        const told = await run('src/cli/seal.ts');
        assert.equal(told.code, 1);
        assert.match(told.stderr, /Run npm run init again/);
      }
      const { code, stderr } = await init('--yes');
      assert.ok(code === 0 || /has begun/.test(stderr), stderr);
      assert.deepEqual(filesIn(content), ['archive.yaml']);
      if (halfway > 0 || delay > 40) break;
    }
    assert.ok(halfway > 0, 'it was killed in the midst of it');
  });

  test('stopped half way, it undoes nothing that was written since', async (t) => {
    const { content, init } = sample(t);
    const record = SAMPLE.find((path) => path.startsWith('people/')) ?? '';
    const way = siblingOf(content);
    write(way, {
      [JOURNAL]: JSON.stringify({ how: 'mend', made: ['archive.yaml'], gone: [record] }),
      [`${NEXT}/archive.yaml`]: 'title: Stopped\n',
    });
    write(content, { [record]: 'name: Somebody of ours\n' });
    const edited = await init('--yes');
    assert.equal(edited.code, 1);
    assert.match(edited.stderr, /was written.*Nothing was done\. Move it out/);
    assert.equal(readFileSync(join(content, record), 'utf8'), 'name: Somebody of ours\n');
    cpSync(sampleFile(record), join(content, record));
    write(content, { 'archive.yaml': 'title: Ours\n' });
    assert.match((await init('--yes')).stderr, /archive\.yaml was written/);
    assert.equal(readFileSync(join(content, 'archive.yaml'), 'utf8'), 'title: Ours\n');
    rmSync(join(content, 'archive.yaml'));
    assert.equal((await init('--yes')).code, 0);
    assert.equal(readFileSync(join(content, 'archive.yaml'), 'utf8'), 'title: Stopped\n');
    assert.ok(!existsSync(join(content, record)));
  });
});
