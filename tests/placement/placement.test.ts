import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { place, resume } from '../../src/placement/placement.ts';
import { closeWorkplace, isHalfway, openWorkplace } from '../../src/placement/workplace.ts';
import { scratchFolder, write } from '../support/scratch.ts';

type Files = Record<string, string>;

const filesOf = (folder: string): Files =>
  Object.fromEntries(
    filesIn(folder)
      .toSorted()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

/** A site that holds some files, and another that was made to take its place. */
function sites(t: TestContext, old: Files, made: Files) {
  const folder = scratchFolder(t);
  const [site, cache] = [join(folder, 'dist'), join(folder, 'cache')];
  if (Object.keys(old).length > 0) write(site, old);
  mkdirSync(cache);
  const workplace = openWorkplace(site, cache);
  write(workplace.next, made);
  return { folder, site, workplace };
}

const OLD = { 'a/index.html': 'A', 'b/index.html': 'B', 'c/d/index.html': 'D', kept: 'K' };
const MADE = { 'b/index.html': 'B too', 'e/index.html': 'E' };
const MENDED = { 'b/index.html': 'B too', 'e/index.html': 'E', kept: 'K' };

test('a site of which nothing is kept is exchanged for the new one', (t) => {
  const { folder, site, workplace } = sites(t, OLD, MADE);
  place(workplace, site, new Set());
  closeWorkplace(workplace);
  assert.deepEqual(filesOf(site), MADE);
  assert.deepEqual(
    filesIn(folder).filter((path) => !path.startsWith('dist/')),
    [],
  );
});

test('the first site goes where none was', (t) => {
  const { site, workplace } = sites(t, {}, MADE);
  place(workplace, site, new Set());
  assert.deepEqual(filesOf(site), MADE);
});

test('a site then holds what was made and what was kept, and nothing else', (t) => {
  const { site, workplace } = sites(t, OLD, MADE);
  place(workplace, site, new Set(['kept']));
  assert.deepEqual(filesOf(site), MENDED);
  assert.ok(!existsSync(join(site, 'c')), 'no empty folder');
  assert.ok(!existsSync(workplace.folder));
});

test('a file goes where a folder was, and a folder where a file or a link was', (t) => {
  const old = { 'x/deep/file': 'X', y: 'Y', kept: 'K' };
  const made = { x: 'now a file', 'y/index.html': 'now a folder', 'z/index.html': 'Z', v: 'V' };
  const { folder, site, workplace } = sites(t, old, made);
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), join(site, 'z'));
  mkdirSync(join(site, 'v/empty'), { recursive: true });
  place(workplace, site, new Set(['kept']));
  assert.deepEqual(filesOf(site), { ...made, kept: 'K' });
  assert.deepEqual(filesIn(join(folder, 'elsewhere')), []);
});

test('what cannot be put in place leaves the site as it was', (t) => {
  const old = { ...OLD, 'f/stays': 'F' };
  // A folder cannot take the place of a file that is kept: no build asks for it, and it fails late.
  const made = { ...MADE, 'f/stays/index.html': 'in the way' };
  const { site, workplace } = sites(t, old, made);
  const isKept = new Set(['kept', 'f/stays']);
  assert.throws(() => place(workplace, site, isKept), /ENOTDIR|EEXIST/);
  assert.deepEqual(filesOf(site), old);
  assert.ok(!isHalfway(site));
});

test('what nothing can be written beside is made elsewhere, and mended from within', (t) => {
  const { folder, site, workplace } = sites(t, OLD, MADE);
  // As where the folder above may not be written to: the workplace lies among the caches.
  const elsewhere = join(folder, 'cache/next');
  renameSync(workplace.folder, elsewhere);
  const far = { folder: elsewhere, next: join(elsewhere, 'site'), isNear: true };
  place(far, site, new Set(['kept']));
  assert.deepEqual(filesOf(site), MENDED);
  const last = sites(t, OLD, MADE);
  place({ ...last.workplace, isNear: false }, last.site, new Set());
  assert.deepEqual(filesOf(last.site), MADE);
});

test('a workplace is not opened where a site cannot be', (t) => {
  const folder = scratchFolder(t);
  write(folder, { dist: 'a file' });
  assert.throws(() => openWorkplace(join(folder, 'dist'), folder), { code: 'ENOTDIR' });
  assert.deepEqual(filesIn(folder), ['dist']);
});

test('there is nothing to resume where no build was stopped', (t) => {
  const { site } = sites(t, OLD, {});
  resume(site);
  assert.deepEqual(filesOf(site), OLD);
});

test('an exchange that was stopped between its two steps is finished, and known until then', (t) => {
  const { site, workplace } = sites(t, OLD, MADE);
  write(workplace.folder, { 'journal.json': '{"how":"exchange"}' });
  renameSync(site, join(workplace.folder, 'last'));
  assert.ok(isHalfway(site));
  closeWorkplace(workplace);
  assert.ok(existsSync(workplace.next), 'what is on its way is not cleared away');
  resume(site);
  assert.deepEqual(filesOf(site), MADE);
  assert.ok(!isHalfway(site) && !existsSync(workplace.folder));
});

test('a journal that came with a site moves nothing outside of it', (t) => {
  const { folder, site } = sites(t, OLD, {});
  write(folder, { precious: 'P' });
  const journal = JSON.stringify({ how: 'mend', made: [], gone: ['../precious'] });
  write(site, { '.cuttings-next/journal.json': journal });
  resume(site);
  assert.equal(readFileSync(join(folder, 'precious'), 'utf8'), 'P');
});
